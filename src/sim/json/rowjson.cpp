// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "json/rowjson.h"

#include "json/jsontext.h"
#include "json/payloads.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

using nlohmann::json;

constexpr std::string_view Redacted = "\"[redacted]\"";

void appendText(std::string& out, std::string_view key, std::string_view jsonText) {
    out += ",\"";
    out += key;
    out += "\":";
    out += jsonText;
}

void appendTag(std::string& out, const std::string& tag) {
    out += R"(,"trace_tag":)";
    if (tag.empty())
        out += "null";
    else
        appendQuoted(out, tag);
}

} // namespace

void appendSummary(std::string& out, const World& world, const Enforcement& row, const Visibility& visibility) {
    out += R"({"id":)";
    appendNumber(out, row.id);
    out += R"(,"rule":)";
    appendId(out, row.rule);
    appendText(out, "rule_ref", world.texts.json(row.ruleRef));
    appendText(out, "trigger_ref", visibility.trigger ? std::string_view(world.texts.json(row.triggerRef)) : Redacted);
    out += R"(,"event":)";
    appendId(out, row.event);
    appendText(out, "status", world.texts.json(row.status));
    appendText(out, "condition", world.texts.json(row.condition));
    // REST knows the tag from the execution only, so a row without one has none.
    if (const std::string tag = world.traceTag(row);
        visibility.traceTag && row.status == world.processed && !tag.empty())
        appendTag(out, tag);
    out += R"(,"created":)";
    appendRestTime(out, row.created);
    out += '}';
}

void appendState(std::string& out, const World& world, const Enforcement& row) {
    out += R"({"id":)";
    appendNumber(out, row.id);
    out += R"(,"rule":)";
    appendId(out, row.rule);
    appendText(out, "rule_ref", world.texts.json(row.ruleRef));
    appendText(out, "trigger_ref", world.texts.json(row.triggerRef));
    out += R"(,"event":)";
    appendId(out, row.event);
    appendText(out, "status", world.texts.json(row.status));
    appendText(out, "condition", world.texts.json(row.condition));
    appendTag(out, world.traceTag(row));
    out += R"(,"created":)";
    appendStateTime(out, row.created);
    out += R"(,"resolved_at":)";
    appendStateTime(out, row.resolvedAt);
    out += '}';
}

const RuleInfo* ruleOf(const World& world, const Event& event) {
    if (event.rule <= 0)
        return nullptr;
    const auto index = static_cast<std::size_t>(event.rule - world.catalog.rules.front().id);
    return index < world.catalog.rules.size() ? &world.catalog.rules[index] : nullptr;
}

json eventJson(const World& world, const Event& event, bool detail, bool reveal) {
    const TriggerInfo& trigger = world.catalog.triggers[event.trigger];
    const RuleInfo* rule = ruleOf(world, event);
    json row = {{"id", event.id},
                {"trigger", trigger.id},
                {"trigger_ref", trigger.ref},
                {"source", nullptr},
                {"source_ref", nullptr},
                {"rule", rule != nullptr && !rule->deleted ? json(rule->id) : json()},
                {"rule_ref", rule != nullptr ? json(rule->ref) : json()},
                {"created", restTime(event.created)}};
    if (!detail)
        row["has_payload"] = trigger.kind != PayloadKind::Nothing;
    if (detail || world.isNewest())
        row["payload"] = eventPayload(world.seed, event.id, trigger.kind, reveal);
    if (detail)
        row["config"] = nullptr;
    if (const std::string tag = world.traceTag(event); !tag.empty())
        row["trace_tag"] = tag;
    return row;
}

} // namespace attune::sim
