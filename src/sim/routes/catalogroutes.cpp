// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/paging.h"
#include "json/jsontext.h"
#include "json/rowjson.h"
#include "routes/routes.h"
#include "simcontext.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace attune::sim {

namespace {

// Both kinds are ordered by ref.
template<class Info, class ToJson>
HttpAnswer listed(const std::vector<Info>& all, const Paging& paging, Query& query, ToJson toJson) {
    if (query.error())
        return *query.error();
    std::vector<const Info*> sorted;
    sorted.reserve(all.size());
    for (const Info& info : all)
        sorted.push_back(&info);
    std::sort(sorted.begin(), sorted.end(), [](const Info* a, const Info* b) { return a->ref < b->ref; });
    PageWriter page(paging);
    for (const Info* info : sorted) {
        if (page.offer())
            page.text() += dumped(toJson(*info));
    }
    return page.finish();
}

HttpAnswer triggers(const SimContext& context, Query& query) {
    const World& world = context.world;
    const Paging paging = world.isNewest() ? Paging::capped(query) : Paging::pageSize(query);
    return listed(world.catalog.triggers, paging, query,
                  [&world](const TriggerInfo& trigger) { return triggerJson(world, trigger, false); });
}

HttpAnswer actions(const SimContext& context, Query& query) {
    const World& world = context.world;
    return listed(world.catalog.actions, Paging::pageSize(query), query,
                  [&world](const ActionInfo& action) { return actionJson(world, action, false); });
}

} // namespace

void addCatalogRoutes(SimContext& context) {
    Router& router = context.router;
    router.add("GET", "/api/v1/triggers", Access::Bearer,
               [&](HttpRequest& request) { return triggers(context, request.query); });
    router.add("GET", "/api/v1/triggers/enabled", Access::Bearer,
               [&](HttpRequest& request) { return triggers(context, request.query); });
    router.add("GET", "/api/v1/triggers/{}", Access::Bearer, [&](HttpRequest& request) {
        const TriggerInfo* trigger = context.world.catalog.findTrigger(request.args.front());
        return trigger != nullptr ? HttpAnswer::data(triggerJson(context.world, *trigger, true))
                                  : HttpAnswer::notFound("Trigger '" + request.args.front() + "' not found");
    });
    router.add("GET", "/api/v1/actions", Access::Bearer,
               [&](HttpRequest& request) { return actions(context, request.query); });
    router.add("GET", "/api/v1/actions/{}", Access::Bearer, [&](HttpRequest& request) {
        const ActionInfo* action = context.world.catalog.findAction(request.args.front());
        return action != nullptr ? HttpAnswer::data(actionJson(context.world, *action, true))
                                 : HttpAnswer::notFound("Action '" + request.args.front() + "' not found");
    });
}

} // namespace attune::sim
