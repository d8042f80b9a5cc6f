// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/texttable.h"

#include "attune/core/enforcement.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace attune::sim {

using core::Id;
using core::UtcMicros;

/// One enforcement. Its configuration, payload and conditions are made from the seed when somebody asks.
struct Enforcement {
    Id id = 0;
    Id event = 0; ///< 0: null
    Id rule = 0;  ///< 0: null
    UtcMicros created = 0;
    UtcMicros resolvedAt = core::NullTime;
    TextId ruleRef = 0;
    TextId triggerRef = 0;
    TextId status = 0;
    TextId condition = 0;
    TextId traceTag = DerivedTag;

    static constexpr TextId DerivedTag = 0xffffffffU; ///< "<trigger_ref>.<event>", the usual tag
};
static_assert(sizeof(Enforcement) <= 64, "a million rows must stay small");

struct Event {
    Id id = 0;
    Id rule = 0; ///< 0: null
    UtcMicros created = 0;
    std::uint32_t trigger = 0; ///< index into the catalog
    bool purged = false;
};

/// The words of an execution's status (protocol section 8), in the order of a life.
enum class ExecutionStatus : std::uint8_t {
    Requested,
    Scheduling,
    Scheduled,
    Running,
    Completed,
    Failed,
    Canceling,
    Cancelled,
    Timeout,
    Abandoned,
};
inline constexpr std::size_t ExecutionStatusCount = 10;

[[nodiscard]] std::string_view word(ExecutionStatus status);
[[nodiscard]] constexpr bool isTerminal(ExecutionStatus status) {
    return status >= ExecutionStatus::Completed && status != ExecutionStatus::Canceling;
}

struct Execution {
    static constexpr std::uint16_t NoTask = 0xffff;

    Id id = 0;
    Id enforcement = 0; ///< 0: null
    Id parent = 0;      ///< 0: null
    Id original = 0;    ///< first attempt, when this is a retry
    UtcMicros created = 0;
    UtcMicros startedAt = core::NullTime;
    UtcMicros updated = 0;
    std::uint32_t action = 0; ///< index into the catalog
    std::uint16_t task = NoTask;
    std::uint8_t retry = 0;
    ExecutionStatus status = ExecutionStatus::Requested;
};

} // namespace attune::sim
