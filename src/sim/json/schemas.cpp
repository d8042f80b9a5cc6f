// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "json/payloads.h"
#include "world/catalogwords.h"
#include "world/dice.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

using nlohmann::json;

json field(std::string_view type, std::string_view description, bool secret = false) {
    json entry = {{"type", type}, {"description", description}};
    if (secret)
        entry["secret"] = true;
    return entry;
}

json someValue(const ParamInfo& param, Dice& dice) {
    if (param.type == "integer")
        return dice.between(1, 600);
    if (param.type == "boolean")
        return dice.chance(0.5);
    if (param.type == "object")
        return {{"team", "größe"}, {"tier", dice.between(1, 3)}};
    if (param.type == "array")
        return json::array({dice.pick(Words::People), dice.pick(Words::People)});
    if (param.name == "severity")
        return dice.pick(Words::Severities);
    if (param.name == "message")
        return "Line one\nLine two: 100 % <b>not markup</b> & more";
    return dice.pick(Words::Hosts);
}

} // namespace

json payloadSchema(PayloadKind kind) {
    switch (kind) {
    case PayloadKind::Metric:
        return {{"host", field("string", "Where it was measured")}, {"value", field("number", "Measured value")}};
    case PayloadKind::Host: {
        json location = field("object", "Where it stands");
        location["properties"] = {{"region", field("string", "Region")}, {"rack", field("integer", "Rack")}};
        return {{"host", field("string", "Name of the host")}, {"location", std::move(location)}};
    }
    case PayloadKind::Deploy:
        return {{"service", field("string", "What was deployed")}, {"author", field("string", "By whom")}};
    case PayloadKind::Cluster:
        return {{"cluster", field("string", "Cluster")}, {"object", field("object", "The object concerned")}};
    case PayloadKind::LogLines:
        return {{"source", field("string", "Who wrote it")}, {"lines", field("array", "Lines of the log")}};
    case PayloadKind::SignIn:
        return {{"user", field("string", "Who signed in")}, {"password", field("string", "As typed", true)}};
    case PayloadKind::Ticket:
        return {{"key", field("string", "Key of the ticket")}, {"title", field("string", "Title")}};
    case PayloadKind::Webhook:
        return {{"method", field("string", "HTTP method")}, {"body", field("object", "Decoded body")}};
    case PayloadKind::Nothing:
        return nullptr;
    }
    return nullptr;
}

json paramSchema(const ActionInfo& action) {
    json schema = json::object();
    for (const ParamInfo& param : action.params) {
        json entry = field(param.type, param.description, param.secret);
        entry["required"] = param.required;
        if (param.name == "timeout")
            entry["default"] = 60;
        schema[param.name] = std::move(entry);
    }
    return schema;
}

json enforcementConfig(World& world, const Enforcement& row, bool reveal) {
    const RuleInfo* rule = world.catalog.findRule(world.texts.text(row.ruleRef));
    if (rule == nullptr)
        return nullptr;
    Dice dice = Dice::forItem(world.seed, Salt::Config, row.id);
    json config = json::object();
    for (const ParamInfo& param : world.catalog.actions[rule->action].params) {
        if (param.secret)
            config[param.name] = reveal ? json("key-" + std::to_string(dice.next())) : redactedValue();
        else if (param.required || dice.chance(0.6))
            config[param.name] = someValue(param, dice);
    }
    return config;
}

json ruleConditions(const World& world, const RuleInfo& rule) {
    Dice dice = Dice::forItem(world.seed, Salt::Config, -rule.id);
    switch (dice.below(4)) {
    case 0:
        return json::object();
    case 1:
        return json::array();
    case 2:
        return {{"expression", "event.payload.value > 90 && event.payload.host != 'lab'"}};
    default:
        return json::array({{{"field", "event.payload.severity"}, {"operator", "equals"}, {"value", "critical"}},
                            {{"field", "event.payload.value"}, {"operator", "greater_than"}, {"value", 90}}});
    }
}

json ruleParams(const World& world, const RuleInfo& rule) {
    json params = json::object();
    for (const ParamInfo& param : world.catalog.actions[rule.action].params)
        params[param.name] = param.secret ? redactedValue() : json("{{ event.payload." + param.name + " }}");
    return params;
}

json executionResult(const World& world, const Execution& execution) {
    if (!isTerminal(execution.status))
        return nullptr;
    Dice dice = Dice::forItem(world.seed, Salt::Result, execution.id);
    if (execution.status == ExecutionStatus::Completed)
        return {{"stdout", "done\n"}, {"exit_code", 0}, {"changed", dice.chance(0.5)}, {"count", dice.between(0, 999)}};
    return {{"error", execution.status == ExecutionStatus::Timeout ? "Action timed out after 60 s" : "Exit code 2"},
            {"stderr", "Traceback (most recent call last):\n  <module>\nRuntimeError: größe"},
            {"exit_code", dice.between(1, 255)}};
}

} // namespace attune::sim
