// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "json/jsontext.h"
#include "json/payloads.h"
#include "json/rowjson.h"

#include <nlohmann/json.hpp>

// Rules, triggers and actions as REST bodies (protocol sections 5.2 and 5.3).
namespace attune::sim {

namespace {

using nlohmann::json;

void addVisibility(json& body) {
    body["reference_visibility"] = "public";
    body["retired_at"] = nullptr;
}

} // namespace

json ruleJson(const World& world, const RuleInfo& rule, bool detail) {
    const TriggerInfo& trigger = world.catalog.triggers[rule.trigger];
    const ActionInfo& action = world.catalog.actions[rule.action];
    json body = {
        {"id", rule.id},
        {"ref", rule.ref},
        {"pack_ref", rule.packRef},
        {"label", rule.label},
        {"description", rule.id % 3 == 0 ? json() : json("Runs " + action.ref + " when " + trigger.ref + " fires")},
        {"action_ref", action.ref},
        {"trigger_ref", trigger.ref},
        {"action_params", ruleParams(world, rule)},
        {"trigger_params", json::object()},
        {"permission_set_refs", nullptr},
        {"enabled", rule.enabled},
        {"created", restTime(rule.updated - rule.updated % 1'000'000)},
        {"updated", restTime(rule.updated)}};
    if (detail) {
        body["pack"] = world.catalog.packId(rule.packRef);
        body["action"] = action.id;
        body["trigger"] = trigger.id;
        body["conditions"] = ruleConditions(world, rule);
        body["is_adhoc"] = rule.id % 5 == 0;
        body["owner_identity"] = nullptr;
    }
    if (world.isNewest()) {
        body["trace_tag_template"] = nullptr;
        body["sensor_worker_selector"] = json::object();
        body["sensor_worker_tolerations"] = json::array();
        body["sensor_worker_affinity"] = json::object();
        body["retired_at"] = nullptr;
    }
    return body;
}

json triggerJson(const World& world, const TriggerInfo& trigger, bool detail) {
    const UtcMicros installed = world.catalog.rules.front().updated;
    json body = {{"id", trigger.id},
                 {"ref", trigger.ref},
                 {"pack_ref", trigger.packRef},
                 {"label", trigger.label},
                 {"description", "Fires on " + trigger.label},
                 {"enabled", trigger.enabled},
                 {"webhook_enabled", trigger.webhook},
                 {"created", restTime(installed)},
                 {"updated", restTime(installed)}};
    if (detail) {
        body["pack"] = world.catalog.packId(trigger.packRef);
        body["param_schema"] = nullptr;
        body["out_schema"] = payloadSchema(trigger.kind);
        body["is_adhoc"] = false;
        if (trigger.webhook)
            body["webhook_key"] = "wh_not_for_display_" + std::to_string(trigger.id);
    }
    if (world.isNewest())
        addVisibility(body);
    return body;
}

json actionJson(const World& world, const ActionInfo& action, bool detail) {
    const UtcMicros installed = world.catalog.rules.front().updated;
    json body = {{"id", action.id},
                 {"ref", action.ref},
                 {"pack_ref", action.packRef},
                 {"label", action.label},
                 {"description", nullptr},
                 {"entrypoint", "actions/" + action.ref + ".py"},
                 {"runtime", 1},
                 {"runtime_ref", "core.python"},
                 {"accesses_mcp", false},
                 {"created", restTime(installed)},
                 {"updated", restTime(installed)}};
    if (action.isWorkflow())
        body["workflow_def"] = 800 + (action.id - world.catalog.actions.front().id);
    if (detail) {
        body["pack"] = world.catalog.packId(action.packRef);
        body["param_schema"] = paramSchema(action);
        body["out_schema"] = nullptr;
        body["is_adhoc"] = false;
    }
    if (world.isNewest()) {
        addVisibility(body);
        body["enabled"] = true;
    }
    return body;
}

} // namespace attune::sim
