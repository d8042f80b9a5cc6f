// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "simcontext.h"

#include "routes/routes.h"
#include "world/worldgenerator.h"

#include <utility>

namespace attune::sim {

SimContext::SimContext(SimOptions wanted)
    : options(std::move(wanted))
    , world(options, clock.now())
    , permissions(options.permissions, world)
    , tokens(options, clock)
    , hub(options, tokens, permissions)
    , notifier(world, permissions, clock, hub)
    , activity(world, notifier, clock, options.delayScale)
    , ticker(activity, clock)
    , router(tokens)
    , notifierRouter(tokens)
    , controlRouter(tokens)
    , door(*this) {
    WorldGenerator(world, clock.now()).fill(options.rows);
    addAuthRoutes(*this);
    addEnforcementRoutes(*this);
    addEventRoutes(*this);
    addExecutionCommands(*this);
    addExecutionRoutes(*this);
    addRuleRoutes(*this);
    addCatalogRoutes(*this);
    addAnalyticsRoutes(*this);
    addHealthRoutes(*this);
    addControlRoutes(*this);
    addFaultRoutes(*this);
    ticker.setRate(options.rate);
}

} // namespace attune::sim
