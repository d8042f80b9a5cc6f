// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "live/notifier.h"
#include "live/schedule.h"
#include "world/dice.h"
#include "world/world.h"

#include "attune/core/clock.h"

namespace attune::sim {

/// What happens on a server: rules match, enforcements are resolved, executions run. Each deed changes the world, tells
/// the notifier, and plans what follows.
class Activity {
public:
    /// Everything outlives it. `delayScale` stretches all delays.
    Activity(World& world, Notifier& notifier, const core::Clock& clock, double delayScale);

    /// A rule matches now; with `settle` its enforcement will go its way. The id of the row, 0 for one that will be
    /// committed late.
    Id matchRule(bool settle, bool deferred, bool mayBeLate);
    void resolve(Enforcement& row, TextId status, bool deferred = false);
    /// Sets an execution's status and tells; the caller has checked that it may.
    void cancel(Execution& execution);
    Execution& startExecution(std::uint32_t action, Id enforcement);

    /// Does what is due.
    void catchUp();

private:
    void perform(const Deed& deed);
    [[nodiscard]] std::uint32_t someEnabledRule();
    Id commit(std::uint32_t rule, Id event, Id id, UtcMicros created, bool settle, bool deferred);
    void planResolution(const Enforcement& row);
    void onStartExecution(Id enforcement);
    void onResolve(Id enforcement);
    void onAdvance(Id id);
    void onFinished(const Execution& execution);
    void startTask(const Execution& parent, std::uint16_t task);
    void retry(Id failed);
    void setStatus(Execution& execution, ExecutionStatus status);
    void plan(std::chrono::microseconds delay, const Deed& deed);

    World& m_world;
    Notifier& m_notifier;
    const core::Clock& m_clock;
    double m_delayScale;
    Dice m_dice;
    Schedule m_schedule;
};

} // namespace attune::sim
