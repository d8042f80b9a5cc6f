// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/timestamp.h"
#include "attune/core/vocabulary.h"

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
    WordCode condition = Condition::Unknown;
    TraceTag traceTag = TraceTag::Unknown;
    std::uint8_t reserved = 0;
    std::uint32_t receivedMs =
        0; ///< session milliseconds at which a notification last touched the row; 0 = read by REST

    friend bool operator==(const EnforcementRow&, const EnforcementRow&) = default;

    /// Enough is known to show and order the row (consistency: a deferred payload is not).
    [[nodiscard]] bool isComplete() const noexcept {
        return id > 0 && isInstant(created) && status != Status::Unknown && ruleRef != 0 && triggerRef != 0;
    }
};
static_assert(sizeof(EnforcementRow) <= 56, "a million rows live in memory");

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
