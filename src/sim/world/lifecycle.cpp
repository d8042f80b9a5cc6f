// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/lifecycle.h"

#include "world/dice.h"

#include <cmath>

namespace attune::sim {

namespace {

// Most delays are short and a few are long: uniform in the exponent.
std::chrono::microseconds spread(Dice& dice, double lowMs, double highMs) {
    const double ms = lowMs * std::pow(highMs / lowMs, dice.unit());
    return std::chrono::microseconds(static_cast<std::int64_t>(ms * 1000));
}

ExecutionStatus someEnd(double unit) {
    if (unit < 0.82)
        return ExecutionStatus::Completed;
    if (unit < 0.92)
        return ExecutionStatus::Failed;
    if (unit < 0.95)
        return ExecutionStatus::Timeout;
    if (unit < 0.97)
        return ExecutionStatus::Cancelled;
    if (unit < 0.98)
        return ExecutionStatus::Abandoned;
    constexpr double Rest = 0.02;
    const auto step = static_cast<int>((unit - 0.98) / Rest * 5);
    switch (step) {
    case 0:
        return ExecutionStatus::Requested;
    case 1:
        return ExecutionStatus::Scheduling;
    case 2:
        return ExecutionStatus::Scheduled;
    case 3:
        return ExecutionStatus::Running;
    default:
        return ExecutionStatus::Canceling;
    }
}

} // namespace

EnforcementFate fateOfEnforcement(std::uint64_t seed, Id id) {
    Dice dice = Dice::forItem(seed, Salt::Enforcement, id);
    EnforcementFate fate;
    const double unit = dice.unit();
    fate.end = unit < 0.01   ? EnforcementFate::End::StaysCreated
               : unit < 0.05 ? EnforcementFate::End::Disabled
                             : EnforcementFate::End::Processed;
    fate.delay = spread(dice, 50, 5000);
    fate.lead = spread(dice, 5, 40);
    return fate;
}

ExecutionFate fateOfExecution(std::uint64_t seed, Id id) {
    Dice dice = Dice::forItem(seed, Salt::Execution, id);
    ExecutionFate fate;
    fate.end = someEnd(dice.unit());
    fate.stuck = !isTerminal(fate.end);
    fate.retried = fate.end == ExecutionStatus::Failed && dice.chance(0.3);
    fate.queueing = spread(dice, 5, 200);
    fate.running = spread(dice, 100, 20000);
    return fate;
}

} // namespace attune::sim
