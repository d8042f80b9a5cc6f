// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace attune::sim {

struct SimContext;

// Each adds the routes of one resource to the routers of the context, which outlives them.
void addAuthRoutes(SimContext& context);
void addEnforcementRoutes(SimContext& context);
void addEventRoutes(SimContext& context);
void addExecutionRoutes(SimContext& context);
void addExecutionCommands(SimContext& context);
void addRuleRoutes(SimContext& context);
void addCatalogRoutes(SimContext& context);
void addAnalyticsRoutes(SimContext& context);
void addHealthRoutes(SimContext& context);
void addControlRoutes(SimContext& context);
void addFaultRoutes(SimContext& context);

} // namespace attune::sim
