// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "json/payloads.h"

#include "world/catalogwords.h"
#include "world/dice.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

using nlohmann::json;

json secret(Dice& dice, bool reveal) {
    const std::uint64_t value = dice.next();
    return reveal ? json("s3cret-" + std::to_string(value)) : redactedValue();
}

std::string words(Dice& dice, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += i == 0 ? "" : " ";
        text += dice.pick(Words::Hosts);
        text += i % 3 == 2 ? "," : "";
    }
    return text;
}

json metric(Dice& dice) {
    return {{"host", dice.pick(Words::Hosts)},
            {"value", static_cast<double>(dice.between(0, 10000)) / 100},
            {"threshold", dice.between(50, 95)},
            {"samples", {dice.between(0, 99), dice.between(0, 99), dice.between(0, 99)}},
            {"unit", "percent"}};
}

json host(Dice& dice) {
    return {{"host", dice.pick(Words::Hosts)},
            {"address", "10." + std::to_string(dice.below(256)) + "." + std::to_string(dice.below(256)) + ".7"},
            {"severity", dice.pick(Words::Severities)},
            {"location", {{"region", dice.pick(Words::Regions)}, {"rack", dice.between(1, 40)}, {"note", nullptr}}},
            {"since", "2026-05-30T08:00:00Z"},
            {"acknowledged", dice.chance(0.2)}};
}

json deploy(Dice& dice) {
    return {{"service", dice.pick(Words::Hosts)},
            {"author", dice.pick(Words::People)},
            {"commit", std::to_string(dice.next())},
            {"message", "Überarbeitung der Größenprüfung 🚀\n\n- " + words(dice, 6) + "\n- 日本語の説明"},
            {"changed_files", dice.between(1, 250)},
            {"environment", {{"name", dice.pick(Words::Regions)}, {"deploy_key", redactedValue()}}}};
}

json cluster(Dice& dice) {
    json inner = {{"restarts", dice.between(1, 400)}, {"reason", "CrashLoopBackOff"}, {"exit_code", 137}};
    const std::int64_t depth = dice.chance(0.1) ? 40 : dice.between(3, 9);
    for (std::int64_t level = 0; level < depth; ++level)
        inner = json{{"level", depth - level}, {"owner", dice.pick(Words::Hosts)}, {"status", std::move(inner)}};
    return {
        {"cluster", dice.pick(Words::Regions)}, {"object", std::move(inner)}, {"uid", dice.between(1, INT64_MAX - 1)}};
}

json logLines(Dice& dice) {
    json lines = json::array();
    const std::int64_t count = dice.chance(0.05) ? 2000 : dice.between(2, 30);
    for (std::int64_t line = 0; line < count; ++line)
        lines.push_back("2026-06-01T20:16:21Z ERROR [" + std::to_string(line) + "] " + words(dice, 8));
    return {{"source", dice.pick(Words::Hosts)}, {"lines", std::move(lines)}, {"truncated", count == 2000}};
}

json signIn(Dice& dice, bool reveal) {
    return {{"user", dice.pick(Words::People)},
            {"attempts", dice.between(1, 50)},
            {"password", secret(dice, reveal)},
            {"session", {{"id", std::to_string(dice.next())}, {"token", secret(dice, reveal)}}},
            {"geo", {{"lat", 52.5}, {"lon", 13.4}}}};
}

json ticket(Dice& dice) {
    return {{"key", "OPS-" + std::to_string(dice.between(1, 99999))},
            {"title", words(dice, 5)},
            {"reporter", dice.pick(Words::People)},
            {"labels", {"infra", "größe", "緊急"}},
            {"comments", json::array({{{"by", dice.pick(Words::People)}, {"text", words(dice, 12)}}})}};
}

json webhook(Dice& dice) {
    return {
        {"method", "POST"},
        {"url", "https://example.com/hook?id=" + std::to_string(dice.below(1000)) + "&x=<b>&quot;"},
        {"headers", {{"content-type", "application/json"}, {"x-signature", redactedValue()}}},
        {"body", {{"ok", true}, {"count", dice.between(0, 9)}, {"items", json::array()}, {"big", 9007199254740993}}}};
}

} // namespace

json redactedValue() { return {{"$attune_secret", true}, {"redacted", true}}; }

json eventPayload(std::uint64_t seed, Id event, PayloadKind kind, bool reveal) {
    Dice dice = Dice::forItem(seed, Salt::Payload, event);
    switch (kind) {
    case PayloadKind::Metric:
        return metric(dice);
    case PayloadKind::Host:
        return host(dice);
    case PayloadKind::Deploy:
        return deploy(dice);
    case PayloadKind::Cluster:
        return cluster(dice);
    case PayloadKind::LogLines:
        return logLines(dice);
    case PayloadKind::SignIn:
        return signIn(dice, reveal);
    case PayloadKind::Ticket:
        return ticket(dice);
    case PayloadKind::Webhook:
        return webhook(dice);
    case PayloadKind::Nothing:
        return nullptr;
    }
    return nullptr;
}

json enforcementPayload(const World& world, const Enforcement& row) {
    const TriggerInfo* trigger = world.catalog.findTrigger(world.texts.text(row.triggerRef));
    const PayloadKind kind = trigger != nullptr ? trigger->kind : PayloadKind::Ticket;
    json payload = eventPayload(world.seed, row.event > 0 ? row.event : row.id, kind, false);
    return payload.is_object() ? payload : json::object();
}

} // namespace attune::sim
