// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "live/notifier.h"

#include "json/jsontext.h"

namespace attune::sim {

Notifier::Notifier(const World& world, const Permissions& permissions, const core::Clock& clock, SubscriberHub& hub)
    : m_world(world), m_permissions(permissions), m_clock(clock), m_hub(hub), m_writer(world) {}

void Notifier::enforcementCreated(const Enforcement& row, bool deferred) {
    const Envelope envelope{"enforcement_created", "enforcement", row.id, {}};
    if (!m_hub.isWanted(envelope) || !m_permissions.sees(row))
        return;
    begin(envelope);
    m_writer.enforcement(m_frame, row, {}, deferred);
    finish(envelope);
}

void Notifier::enforcementChanged(const Enforcement& row, std::string_view oldStatus, bool deferred) {
    const Envelope envelope{"enforcement_status_changed", "enforcement", row.id, {}};
    if (!m_hub.isWanted(envelope) || !m_permissions.sees(row))
        return;
    begin(envelope);
    m_writer.enforcement(m_frame, row, oldStatus, deferred);
    finish(envelope);
}

void Notifier::eventCreated(const Event& event) {
    const Envelope envelope{"event_created", "event", event.id, {}};
    if (!m_hub.isWanted(envelope) || !m_permissions.seesEvent(event))
        return;
    begin(envelope);
    m_writer.event(m_frame, event);
    finish(envelope);
}

void Notifier::executionCreated(const Execution& execution) {
    const Envelope envelope{"execution_created", "execution", execution.id, {}};
    if (!m_hub.isWanted(envelope) || !m_permissions.seesExecution(execution))
        return;
    begin(envelope);
    m_writer.execution(m_frame, execution, {});
    finish(envelope);
}

void Notifier::executionChanged(const Execution& execution, ExecutionStatus oldStatus) {
    const Envelope envelope{"execution_status_changed", "execution", execution.id, {}};
    const Envelope twin{"workflow_execution_status_changed", "execution", execution.id, {}};
    const bool isWorkflow = m_world.catalog.actions[execution.action].isWorkflow();
    if (!m_permissions.seesExecution(execution))
        return;
    if (m_hub.isWanted(envelope)) {
        begin(envelope);
        m_writer.execution(m_frame, execution, word(oldStatus));
        finish(envelope);
    }
    if (isWorkflow && m_hub.isWanted(twin)) {
        begin(twin);
        m_writer.workflow(m_frame, execution, word(oldStatus));
        finish(twin);
    }
}

void Notifier::ruleChanged(const RuleInfo& rule, std::string_view eventType) {
    const Envelope envelope{"rule_lifecycle_changed", "rule_lifecycle", rule.id,
                            m_world.catalog.triggers[rule.trigger].ref};
    if (!m_world.isNewest() || !m_hub.isWanted(envelope) || !m_permissions.seesRule(rule.ref))
        return;
    begin(envelope);
    m_writer.rule(m_frame, rule, eventType, m_clock.now());
    finish(envelope);
}

void Notifier::begin(const Envelope& envelope) {
    m_frame = R"({"type":"notification","notification_type":")";
    m_frame += envelope.notificationType;
    m_frame += R"(","entity_type":")";
    m_frame += envelope.entityType;
    m_frame += R"(","entity_id":)";
    appendNumber(m_frame, envelope.entityId);
    m_frame += R"(,"user_id":null,"payload":)";
}

void Notifier::finish(const Envelope& envelope) {
    m_frame += R"(,"timestamp":)";
    appendOuterTime(m_frame, m_clock.now());
    m_frame += '}';
    m_hub.publish(envelope, m_frame);
}

} // namespace attune::sim
