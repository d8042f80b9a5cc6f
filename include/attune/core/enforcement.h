// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/timestamp.h"
#include "attune/core/vocabulary.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace attune::core {

/// Ids are 1 … 2^63-1 and exact; they never pass through a double (protocol section 2.1).
using Id = std::int64_t;
inline constexpr Id UnknownId = 0;
inline constexpr Id NullId = -1; ///< the server said null: deleted or hidden

/// How the trace tag of a row is kept. Most tags are "<trigger_ref>.<event>", which costs nothing to remember.
enum class TraceTag : std::uint8_t { Unknown, Derived, Stored };

/// Which refs a read answer withheld (`[redacted]`) although a notification told them, as bits. They are shown, as the
/// server itself sent them, but do not leave the program: see disclosed().
namespace Withheld {
inline constexpr std::uint8_t None = 0;
inline constexpr std::uint8_t Rule = 1;
inline constexpr std::uint8_t Trigger = 2;
} // namespace Withheld

/// One enforcement as the table knows it: a value without pointers. Every field but `id` may be unknown.
struct EnforcementRow {
    Id id = UnknownId;
    Id event = UnknownId;
    Id rule = UnknownId;
    UtcMicros created = UnknownTime;
    UtcMicros resolvedAt = UnknownTime; ///< NullTime while the server says "not resolved"
    Symbol ruleRef = 0;
    Symbol triggerRef = 0;
    WordCode status = Status::Unknown;
    WordCode condition : 6 = Condition::Unknown;
    std::uint8_t withheld : 2 = Withheld::None; ///< only of refs that are known
    TraceTag traceTag = TraceTag::Unknown;
    std::uint8_t receivedHigh = 0; ///< see received()
    std::uint32_t receivedLow = 0;

    friend bool operator==(const EnforcementRow&, const EnforcementRow&) = default;

    /// When a notification last told something new of the row, to the millisecond, by the clock of the server as far
    /// as this machine knows it; UnknownTime when the row was only read.
    [[nodiscard]] UtcMicros received() const noexcept {
        const std::int64_t ticks = receivedTicks();
        return ticks == 0 ? UnknownTime : ReceivedEpoch + ticks * 1000;
    }
    void setReceived(UtcMicros time) noexcept {
        constexpr std::int64_t Last = (std::int64_t{1} << 40U) - 1; // thirty-four years
        const std::int64_t ticks = time <= ReceivedEpoch ? 0 : std::min((time - ReceivedEpoch) / 1000, Last);
        receivedHigh = static_cast<std::uint8_t>(ticks >> 32U);
        receivedLow = static_cast<std::uint32_t>(ticks);
    }
    /// Greater is later; 0 = unknown.
    [[nodiscard]] std::int64_t receivedTicks() const noexcept {
        return (std::int64_t{receivedHigh} << 32U) | std::int64_t{receivedLow};
    }
    static constexpr UtcMicros ReceivedEpoch = 1'577'836'800'000'000; ///< 2020-01-01T00:00:00Z

    /// Enough is known to show and order the row (consistency: a deferred payload is not).
    [[nodiscard]] bool isComplete() const noexcept {
        return id > 0 && isInstant(created) && status != Status::Unknown && ruleRef != 0 && triggerRef != 0;
    }
};
static_assert(sizeof(EnforcementRow) <= 56, "a million rows live in memory");

/// What may be written down of a row or handed to other programs: a ref that was withheld is `[redacted]` again, its
/// rule null, and a trace tag that spells it unknown.
[[nodiscard]] EnforcementRow disclosed(EnforcementRow row) noexcept;

/// Where a piece of knowledge comes from.
enum class Origin : std::uint8_t { Notification, ListPage, Detail };

/// One piece of knowledge about one enforcement, on its way to the store.
struct EnforcementUpdate {
    EnforcementRow row;
    Origin origin = Origin::Notification;
    WordCode oldStatus = Status::Unknown; ///< of a status change
    std::string traceTag;                 ///< UTF-8, only when row.traceTag is Stored
    UtcMicros sentAt = UnknownTime;       ///< the notifier's clock when it sent the notification
    std::int64_t receivedNs = 0;          ///< steady clock at which the bytes arrived, for measuring
};

/// What one frame hands to the store, in order of arrival.
struct EnforcementBatch {
    std::vector<EnforcementUpdate> updates;
    std::vector<Id> removed; ///< proven to be gone from the server

    [[nodiscard]] bool isEmpty() const noexcept { return updates.empty() && removed.empty(); }
};

} // namespace attune::core
