// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "live/notificationwriter.h"
#include "live/subscriberhub.h"

#include "attune/core/clock.h"

#include <string>
#include <string_view>

namespace attune::sim {

/// Announces what happened in the world to those who subscribed to it. Costs next to nothing while nobody did.
class Notifier {
public:
    /// Everything outlives it.
    Notifier(const World& world, const Permissions& permissions, const core::Clock& clock, SubscriberHub& hub);

    void enforcementCreated(const Enforcement& row, bool deferred = false);
    void enforcementChanged(const Enforcement& row, std::string_view oldStatus, bool deferred = false);
    void eventCreated(const Event& event);
    void executionCreated(const Execution& execution);
    /// Says it twice for a workflow, as the server does.
    void executionChanged(const Execution& execution, ExecutionStatus oldStatus);
    void ruleChanged(const RuleInfo& rule, std::string_view eventType);

private:
    void begin(const Envelope& envelope);
    void finish(const Envelope& envelope);

    const World& m_world;
    const Permissions& m_permissions;
    const core::Clock& m_clock;
    SubscriberHub& m_hub;
    NotificationWriter m_writer;
    std::string m_frame; // kept for its capacity
};

} // namespace attune::sim
