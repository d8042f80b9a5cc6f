// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/permissions.h"
#include "auth/tokens.h"
#include "http/faults.h"
#include "http/frontdoor.h"
#include "http/router.h"
#include "live/activity.h"
#include "live/notifier.h"
#include "live/subscriberhub.h"
#include "live/ticker.h"
#include "world/world.h"

#include "attune/core/clock.h"
#include "attune/sim/simoptions.h"

#include <cstdint>

namespace attune::sim {

/// Everything of one running server, in the order in which it is made.
struct SimContext {
    explicit SimContext(SimOptions wanted);

    SimOptions options;
    core::SystemClock clock;
    World world;
    Permissions permissions;
    Tokens tokens;
    SubscriberHub hub;
    Notifier notifier;
    Activity activity;
    Ticker ticker;
    Faults faults;
    Router router;
    Router notifierRouter;
    Router controlRouter;
    std::uint64_t requests = 0;
    std::uint32_t listings = 0; ///< list requests so far: rows of one instant change places between them
    FrontDoor door;
};

} // namespace attune::sim
