// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/world.h"

#include "world/cataloggenerator.h"

namespace attune::sim {

namespace {

// Old events and executions go earlier than enforcements do, as on a server with independent retentions.
constexpr std::size_t MaxEvents = 400'000;
constexpr std::size_t MaxExecutions = 200'000;
constexpr Id FirstEvent = 9'000'001;
constexpr Id FirstExecution = 30'000'001;
constexpr UtcMicros Day = 86'400'000'000;

} // namespace

World::World(const SimOptions& options, UtcMicros now)
    : seed(options.seed)
    , generation(options.generation)
    , catalog(generateCatalog(seed, now - 90 * Day, texts))
    , events(FirstEvent, MaxEvents)
    , executions(FirstExecution, MaxExecutions)
    , created(texts.add("created"))
    , processed(texts.add("processed"))
    , disabled(texts.add("disabled"))
    , all(texts.add("all"))
    , any(texts.add("any")) {}

std::string World::traceTag(const Enforcement& row) const {
    if (!isNewest())
        return {};
    if (row.traceTag != Enforcement::DerivedTag)
        return texts.text(row.traceTag);
    return row.event > 0 ? texts.text(row.triggerRef) + '.' + std::to_string(row.event) : std::string();
}

std::string World::traceTag(const Event& event) const {
    return isNewest() ? catalog.triggers[event.trigger].ref + '.' + std::to_string(event.id) : std::string();
}

const Event* World::findEvent(Id id) const {
    const Event* event = events.find(id);
    return event != nullptr && !event->purged ? event : nullptr;
}

Enforcement World::matched(std::uint32_t rule, Id event, UtcMicros now) const {
    const RuleInfo& info = catalog.rules[rule];
    Enforcement row;
    row.rule = info.deleted ? 0 : info.id;
    row.ruleRef = info.refText;
    row.triggerRef = catalog.triggers[info.trigger].refText;
    row.event = event;
    row.created = now;
    row.status = created;
    row.condition = isNewest() && info.id % 7 == 0 ? any : all;
    return row;
}

std::uint32_t World::siblingOf(std::uint32_t rule, double unit) const {
    const auto count = static_cast<std::uint32_t>(catalog.rules.size());
    const auto start = static_cast<std::uint32_t>(unit * count);
    for (std::uint32_t step = 0; step < count; ++step) {
        const std::uint32_t other = (start + step) % count;
        if (other != rule && !catalog.rules[other].deleted &&
            catalog.rules[other].trigger == catalog.rules[rule].trigger)
            return other;
    }
    return rule;
}

} // namespace attune::sim
