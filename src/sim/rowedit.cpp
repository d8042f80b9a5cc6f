// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "rowedit.h"

#include "simcontext.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

using nlohmann::json;

void assignText(SimContext& context, TextId& field, const std::optional<QString>& text) {
    if (text)
        field = context.world.texts.add(text->toStdString());
}

void assignId(Id& field, const std::optional<core::Id>& id) {
    if (id)
        field = *id > 0 ? *id : 0;
}

void assign(SimContext& context, Enforcement& row, const RowSpec& spec) {
    assignId(row.rule, spec.rule);
    assignId(row.event, spec.event);
    assignText(context, row.ruleRef, spec.ruleRef);
    assignText(context, row.triggerRef, spec.triggerRef);
    assignText(context, row.status, spec.status);
    assignText(context, row.condition, spec.condition);
    assignText(context, row.traceTag, spec.traceTag);
    if (spec.resolvedAt)
        row.resolvedAt = *spec.resolvedAt;
    else if (spec.status && row.status == context.world.created)
        row.resolvedAt = core::NullTime;
    else if (spec.status && !core::isInstant(row.resolvedAt))
        row.resolvedAt = context.clock.now();
}

Id insertRow(SimContext& context, const RowSpec& spec, bool deferred) {
    World& world = context.world;
    const Id id = spec.id ? *spec.id : world.enforcements.reserveId();
    const auto rule = static_cast<std::uint32_t>(static_cast<std::uint64_t>(id) % world.catalog.rules.size());
    Enforcement row = world.matched(rule, 0, spec.created.value_or(context.clock.now()));
    row.id = id;
    assign(context, row, spec);
    const Enforcement& inserted = world.enforcements.insert(row);
    if (spec.notify)
        context.notifier.enforcementCreated(inserted, deferred);
    return id;
}

std::optional<core::Id> readId(const json& body, const char* key, bool& bad) {
    const auto field = body.find(key);
    if (field == body.end())
        return std::nullopt;
    bad = bad || !(field->is_null() || (field->is_number_integer() && *field > 0));
    return field->is_number_integer() ? field->get<core::Id>() : core::NullId;
}

std::optional<QString> readText(const json& body, const char* key, bool& bad) {
    const auto field = body.find(key);
    if (field == body.end() || field->is_null())
        return std::nullopt;
    bad = bad || !field->is_string();
    return field->is_string() ? QString::fromStdString(field->get<std::string>()) : QString();
}

std::optional<UtcMicros> readTime(const json& body, const char* key, bool& bad) {
    const auto field = body.find(key);
    if (field == body.end())
        return std::nullopt;
    if (field->is_null())
        return core::NullTime;
    const auto time = field->is_string() ? core::parseTimestamp(field->get<std::string>()) : std::nullopt;
    bad = bad || !time;
    return time;
}

} // namespace

core::Id applyRow(SimContext& context, const RowSpec& spec, bool deferred) {
    Enforcement* known = spec.id ? context.world.enforcements.find(*spec.id) : nullptr;
    if (known == nullptr)
        return insertRow(context, spec, deferred);
    const TextId oldStatus = known->status;
    assign(context, *known, spec);
    if (spec.created && *spec.created != known->created) {
        // The order of the table follows `created`, so the row has to be taken out and put back.
        Enforcement moved = *known;
        moved.created = *spec.created;
        context.world.enforcements.remove({moved.id});
        known = &context.world.enforcements.insert(moved);
    }
    if (spec.notify)
        context.notifier.enforcementChanged(*known, context.world.texts.text(oldStatus), deferred);
    return known->id;
}

core::Result<RowSpec> readRowSpec(const json& body) {
    if (!body.is_object())
        return core::Error{QStringLiteral("a row must be an object")};
    bool bad = false;
    RowSpec spec;
    spec.id = readId(body, "id", bad);
    spec.rule = readId(body, "rule", bad);
    spec.event = readId(body, "event", bad);
    spec.ruleRef = readText(body, "rule_ref", bad);
    spec.triggerRef = readText(body, "trigger_ref", bad);
    spec.status = readText(body, "status", bad);
    spec.condition = readText(body, "condition", bad);
    spec.traceTag = readText(body, "trace_tag", bad);
    spec.created = readTime(body, "created", bad);
    spec.resolvedAt = readTime(body, "resolved_at", bad);
    spec.notify = body.value("notify", true);
    if (bad || (spec.id && *spec.id < 1) || (spec.created && !core::isInstant(*spec.created)))
        return core::Error{QStringLiteral("a row has a field of the wrong type")};
    return spec;
}

} // namespace attune::sim
