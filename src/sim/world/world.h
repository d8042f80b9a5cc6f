// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/catalog.h"
#include "world/enforcementtable.h"
#include "world/idqueue.h"
#include "world/rows.h"
#include "world/texttable.h"

#include "attune/sim/simoptions.h"

#include <cstdint>
#include <string>

namespace attune::sim {

/// Everything the server knows. Plain data: who changes it also tells the subscribers. One thread.
class World {
public:
    /// An installation without history.
    World(const SimOptions& options, UtcMicros now);

    std::uint64_t seed;
    Generation generation;
    TextTable texts;
    Catalog catalog;
    EnforcementTable enforcements;
    IdQueue<Event> events;
    IdQueue<Execution> executions;

    // The words of the status and condition enumerations.
    TextId created;
    TextId processed;
    TextId disabled;
    TextId all;
    TextId any;

    [[nodiscard]] bool isNewest() const { return generation == Generation::Newest; }
    /// Empty: none.
    [[nodiscard]] std::string traceTag(const Enforcement& row) const;
    [[nodiscard]] std::string traceTag(const Event& event) const;
    /// Nothing once it is purged.
    [[nodiscard]] const Event* findEvent(Id id) const;
    /// The row of a rule that just matched: made of the rule, its trigger and a new event or the given one.
    [[nodiscard]] Enforcement matched(std::uint32_t rule, Id event, UtcMicros now) const;
    /// Another rule with the same trigger, or the rule itself when it has none.
    [[nodiscard]] std::uint32_t siblingOf(std::uint32_t rule, double unit) const;
};

} // namespace attune::sim
