// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "routes/routes.h"
#include "simcontext.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

using nlohmann::json;

constexpr char UpgradeNeeded[] = "Connection header did not include 'upgrade'";

HttpAnswer info() {
    HttpAnswer answer = HttpAnswer::data({{"version", "0.8.0"}, {"git_sha", "simulated"}});
    answer.headers.emplace_back("cache-control", "no-store");
    return answer;
}

} // namespace

void addHealthRoutes(SimContext& context) {
    const auto ok = [](HttpRequest&) { return HttpAnswer::json(json{{"status", "ok"}}); };
    Router& router = context.router;
    router.add("GET", "/health", Access::Open, ok);
    router.add("GET", "/health/ready", Access::Open, [](HttpRequest&) { return HttpAnswer::empty(200); });
    router.add("GET", "/health/live", Access::Open, [](HttpRequest&) { return HttpAnswer::empty(200); });
    const std::string version = context.world.isNewest() ? "0.8.0" : "0.1.0";
    router.add("GET", "/health/detailed", Access::Open, [version](HttpRequest&) {
        return HttpAnswer::json(json{{"status", "ok"}, {"version", version}, {"database", "connected"}});
    });
    if (context.world.isNewest())
        router.add("GET", "/api/v1/info", Access::Open, [](HttpRequest&) { return info(); });

    context.notifierRouter.add("GET", "/health", Access::Open, ok);
    context.notifierRouter.add("GET", "/stats", Access::Open, [&](HttpRequest&) {
        return HttpAnswer::json(json{{"connected_clients", context.hub.clientCount()},
                                     {"total_subscriptions", context.hub.subscriptionCount()}});
    });
    context.notifierRouter.add("GET", "/ws", Access::Open,
                               [](HttpRequest&) { return HttpAnswer::text(400, UpgradeNeeded); });
}

} // namespace attune::sim
