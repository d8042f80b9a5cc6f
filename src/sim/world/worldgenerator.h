// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/world.h"

namespace attune::sim {

/// Gives the world a past: `rows` enforcements that end shortly before `now`, their events, and the executions of the
/// newest of them. The same seed gives the same past, shifted to `now`.
class WorldGenerator {
public:
    WorldGenerator(World& world, UtcMicros now) : m_world(world), m_now(now) {}

    void fill(std::size_t rows);

private:
    void addEnforcement(std::uint32_t rule, Id event, UtcMicros created);
    void addExecutions(std::size_t rows);
    void purgeEvents();

    World& m_world;
    UtcMicros m_now;
};

} // namespace attune::sim
