// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "live/notificationwriter.h"

#include "json/jsontext.h"
#include "json/rowjson.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

void open(std::string& out, std::string_view entityType, Id id) {
    out += R"({"entity_type":")";
    out += entityType;
    out += R"(","entity_id":)";
    appendNumber(out, id);
    out += R"(,"id":)";
    appendNumber(out, id);
}

void word(std::string& out, std::string_view key, std::string_view value) {
    out += ",\"";
    out += key;
    out += "\":";
    appendQuoted(out, value);
}

void raw(std::string& out, std::string_view key, std::string_view json) {
    out += ",\"";
    out += key;
    out += "\":";
    out += json;
}

void idField(std::string& out, std::string_view key, Id id) {
    raw(out, key, {});
    appendId(out, id);
}

void timeField(std::string& out, std::string_view key, UtcMicros time) {
    raw(out, key, {});
    appendPayloadTime(out, time);
}

void tagField(std::string& out, const std::string& tag) {
    if (tag.empty())
        raw(out, "trace_tag", "null");
    else
        word(out, "trace_tag", tag);
}

void statusFields(std::string& out, std::string_view status, std::string_view oldStatus) {
    word(out, "status", status);
    if (!oldStatus.empty())
        word(out, "old_status", oldStatus);
}

} // namespace

void NotificationWriter::enforcement(std::string& out, const Enforcement& row, std::string_view oldStatus,
                                     bool deferred) const {
    const std::size_t start = out.size();
    open(out, "enforcement", row.id);
    idField(out, "rule", row.rule);
    raw(out, "rule_ref", m_world.texts.json(row.ruleRef));
    raw(out, "trigger_ref", m_world.texts.json(row.triggerRef));
    idField(out, "event", row.event);
    statusFields(out, m_world.texts.text(row.status), oldStatus);
    if (m_world.isNewest())
        tagField(out, m_world.traceTag(row));
    const std::size_t compactEnd = out.size();
    enforcementTail(out, row);
    if (m_world.isNewest() && (deferred || out.size() - start > CompactAbove)) {
        out.resize(compactEnd);
        out += R"(,"auth_mode":"deferred")";
    } else if (m_world.isNewest()) {
        out += R"(,"auth_mode":"full")";
    }
    out += '}';
}

void NotificationWriter::enforcementTail(std::string& out, const Enforcement& row) const {
    raw(out, "condition", m_world.texts.json(row.condition));
    timeField(out, "created", row.created);
    timeField(out, "resolved_at", row.resolvedAt);
}

void NotificationWriter::event(std::string& out, const Event& event) const {
    const TriggerInfo& trigger = m_world.catalog.triggers[event.trigger];
    open(out, "event", event.id);
    idField(out, "trigger", trigger.id);
    word(out, "trigger_ref", trigger.ref);
    out += R"(,"source":null,"source_ref":null)";
    idField(out, "rule", event.rule);
    const RuleInfo* rule = ruleOf(m_world, event);
    if (rule != nullptr)
        word(out, "rule_ref", rule->ref);
    else
        raw(out, "rule_ref", "null");
    raw(out, "has_payload", trigger.kind == PayloadKind::Nothing ? "false" : "true");
    timeField(out, "created", event.created);
    if (m_world.isNewest()) {
        tagField(out, m_world.traceTag(event));
        out += R"(,"auth_mode":"full")";
    }
    out += '}';
}

void NotificationWriter::execution(std::string& out, const Execution& execution, std::string_view oldStatus) const {
    const ActionInfo& action = m_world.catalog.actions[execution.action];
    open(out, "execution", execution.id);
    idField(out, "action_id", action.id);
    word(out, "action_ref", action.ref);
    statusFields(out, sim::word(execution.status), oldStatus);
    idField(out, "enforcement", execution.enforcement);
    executionRefs(out, execution);
    idField(out, "parent", execution.parent);
    timeField(out, "started_at", execution.startedAt);
    raw(out, "workflow_task", dumped(workflowTask(m_world, execution)));
    timeField(out, "created", execution.created);
    timeField(out, "updated", execution.updated);
    if (m_world.isNewest())
        out += R"(,"auth_mode":"full")";
    out += '}';
}

void NotificationWriter::executionRefs(std::string& out, const Execution& execution) const {
    const Enforcement* row = m_world.enforcements.find(execution.enforcement);
    raw(out, "rule_ref", row != nullptr ? std::string_view(m_world.texts.json(row->ruleRef)) : "null");
    raw(out, "trigger_ref", row != nullptr ? std::string_view(m_world.texts.json(row->triggerRef)) : "null");
    if (m_world.isNewest())
        tagField(out, row != nullptr ? m_world.traceTag(*row) : std::string());
}

void NotificationWriter::workflow(std::string& out, const Execution& execution, std::string_view oldStatus) const {
    open(out, "execution", execution.id);
    word(out, "action_ref", m_world.catalog.actions[execution.action].ref);
    statusFields(out, sim::word(execution.status), oldStatus);
    idField(out, "workflow_def", workflowDefinition(execution));
    idField(out, "parent", execution.parent);
    timeField(out, "created", execution.created);
    timeField(out, "updated", execution.updated);
    out += '}';
}

void NotificationWriter::rule(std::string& out, const RuleInfo& rule, std::string_view eventType, UtcMicros now) const {
    out += R"({"entity_type":"rule_lifecycle","entity_id":)";
    appendNumber(out, rule.id);
    word(out, "event_type", eventType);
    raw(out, "active", rule.enabled ? "true" : "false");
    idField(out, "rule_id", rule.id);
    word(out, "rule_ref", rule.ref);
    word(out, "trigger_ref", m_world.catalog.triggers[rule.trigger].ref);
    out += R"(,"trigger_params":{})";
    timeField(out, "timestamp", now);
    out += R"(,"auth_mode":"full"})";
}

} // namespace attune::sim
