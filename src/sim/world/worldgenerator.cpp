// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/worldgenerator.h"

#include "world/dice.h"
#include "world/executionhistory.h"
#include "world/lifecycle.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace attune::sim {

namespace {

constexpr UtcMicros Second = 1'000'000;
constexpr UtcMicros Day = 86'400 * Second;
constexpr std::size_t RowsWithExecutions = 40'000;

// Instants with irregular gaps, oldest first, the newest a few seconds ago so that nothing is left half done.
std::vector<UtcMicros> someInstants(Dice& dice, std::size_t count, UtcMicros now) {
    const double span = std::min(static_cast<double>(count) * 2.0 * Second, 20.0 * Day);
    const double mean = span / static_cast<double>(std::max<std::size_t>(count, 1));
    std::vector<UtcMicros> instants(count);
    double age = 30.0 * Second;
    for (auto at = instants.rbegin(); at != instants.rend(); ++at) {
        *at = now - static_cast<UtcMicros>(age);
        age += std::min(-std::log(1 - dice.unit()), 20.0) * mean;
    }
    return instants;
}

// Some instants have fewer digits than others, some belong to a transaction that committed late.
UtcMicros roughened(UtcMicros instant, Dice& dice) {
    const double unit = dice.unit();
    if (unit < 0.02)
        return instant - instant % Second;
    if (unit < 0.12)
        return instant - instant % 1000;
    return unit < 0.13 ? instant - dice.between(1000, 2 * Second) : instant;
}

// A rule that is gone by now; any rule when none is.
std::uint32_t someDeletedRule(const Catalog& catalog, Dice& dice) {
    const std::size_t start = dice.below(catalog.rules.size());
    for (std::size_t step = 0; step < catalog.rules.size(); ++step) {
        const std::size_t at = (start + step) % catalog.rules.size();
        if (catalog.rules[at].deleted)
            return static_cast<std::uint32_t>(at);
    }
    return static_cast<std::uint32_t>(start);
}

} // namespace

void WorldGenerator::fill(std::size_t rows) {
    Dice dice = Dice::forItem(m_world.seed, Salt::History, 0);
    const std::vector<UtcMicros> instants = someInstants(dice, rows, m_now);
    std::uint32_t rule = 0;
    Id event = 0;
    UtcMicros created = 0;
    bool again = false;
    for (std::size_t i = 0; i < rows; ++i) {
        if (again) {
            rule = m_world.siblingOf(rule, dice.unit()); // a second rule for the same event, often in the same instant
        } else {
            created = roughened(instants[i], dice);
            rule = dice.chance(0.005) ? someDeletedRule(m_world.catalog, dice) : m_world.catalog.ruleFor(dice.unit());
            const bool forRule = dice.chance(0.1);
            event = m_world.events
                        .add({.id = 0,
                              .rule = forRule ? m_world.catalog.rules[rule].id : 0,
                              .created = created - dice.between(500, 20'000),
                              .trigger = m_world.catalog.rules[rule].trigger})
                        .id;
        }
        addEnforcement(rule, dice.chance(0.003) ? 0 : event, created);
        again = !again && dice.chance(0.1) && m_world.siblingOf(rule, 0) != rule;
    }
    addExecutions(rows);
    purgeEvents();
}

void WorldGenerator::addEnforcement(std::uint32_t rule, Id event, UtcMicros created) {
    Enforcement row = m_world.matched(rule, event, created);
    row.id = m_world.enforcements.reserveId();
    const EnforcementFate fate = fateOfEnforcement(m_world.seed, row.id);
    if (fate.end != EnforcementFate::End::StaysCreated) {
        row.status = fate.end == EnforcementFate::End::Disabled ? m_world.disabled : m_world.processed;
        // Two clocks are at work: now and then a row is resolved a moment before it was created.
        row.resolvedAt = row.id % 997 == 0 ? created - 150 : created + fate.delay.count();
    }
    m_world.enforcements.insert(row);
}

void WorldGenerator::addExecutions(std::size_t rows) {
    ExecutionHistory history(m_world);
    const std::size_t count = std::min(rows, RowsWithExecutions);
    for (std::size_t place = count; place > 0; --place) {
        const Enforcement& row = m_world.enforcements.newest(place - 1, false);
        if (row.status == m_world.processed)
            history.add(row);
    }
    history.commit(m_now - Second);
}

void WorldGenerator::purgeEvents() {
    const Id first = m_world.events.nextId() - static_cast<Id>(m_world.events.size());
    const Id old = first + static_cast<Id>(m_world.events.size() / 5);
    for (Id id = first; id < m_world.events.nextId(); ++id) {
        if (id < old || id % 211 == 0)
            m_world.events.find(id)->purged = true;
    }
}

} // namespace attune::sim
