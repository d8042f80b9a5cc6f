// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/rows.h"

#include <chrono>
#include <cstdint>

namespace attune::sim {

/// What will become of an enforcement; the same whenever it is asked for.
struct EnforcementFate {
    enum class End : std::uint8_t { StaysCreated, Processed, Disabled };
    End end = End::Processed;
    std::chrono::microseconds delay{0}; ///< until it is resolved: 50 ms to 5 s
    std::chrono::microseconds lead{0};  ///< by which the execution is created earlier
};
[[nodiscard]] EnforcementFate fateOfEnforcement(std::uint64_t seed, Id id);

/// What will become of an execution.
struct ExecutionFate {
    ExecutionStatus end = ExecutionStatus::Completed;
    bool stuck = false; ///< never gets further than `end`, which is not terminal
    bool retried = false;
    std::chrono::microseconds queueing{0}; ///< each step from requested to running
    std::chrono::microseconds running{0};
};
[[nodiscard]] ExecutionFate fateOfExecution(std::uint64_t seed, Id id);

} // namespace attune::sim
