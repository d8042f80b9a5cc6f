// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/paging.h"
#include "json/jsontext.h"
#include "json/rowjson.h"
#include "routes/pathid.h"
#include "routes/routes.h"
#include "simcontext.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

HttpAnswer list(SimContext& context, Query& query) {
    const World& world = context.world;
    const auto trigger = query.number("trigger");
    const auto triggerRef = query.text("trigger_ref");
    const auto ruleRef = query.text("rule_ref");
    const auto source = query.number("source");
    const auto traceTag = world.isNewest() ? query.text("trace_tag") : std::nullopt;
    PageWriter page(Paging::uncapped(query));
    if (query.error())
        return *query.error();
    for (auto event = world.events.rbegin(); event != world.events.rend() && !page.isSatisfied(); ++event) {
        const TriggerInfo& info = world.catalog.triggers[event->trigger];
        const RuleInfo* rule = ruleOf(world, *event);
        const bool accepted = !event->purged && !source && (!trigger || *trigger == info.id) &&
                              (!triggerRef || *triggerRef == info.ref) &&
                              (!ruleRef || (rule != nullptr && *ruleRef == rule->ref)) &&
                              (!traceTag || *traceTag == world.traceTag(*event));
        if (accepted && context.permissions.seesEvent(*event) && page.offer())
            page.text() += dumped(eventJson(world, *event, false, false));
    }
    return page.finish();
}

HttpAnswer detail(SimContext& context, HttpRequest& request) {
    const auto id = pathId(request);
    if (!id)
        return badPathId(request);
    const bool reveal = context.world.isNewest() && request.query.flag("include_secret_values");
    if (request.query.error())
        return *request.query.error();
    const Event* event = context.world.findEvent(*id);
    if (event == nullptr)
        return HttpAnswer::notFound("Event with ID " + std::to_string(*id) + " not found");
    if (!context.permissions.seesEvent(*event))
        return HttpAnswer::forbidden("Insufficient permissions: events visibility");
    if (reveal && !context.permissions.decrypts())
        return HttpAnswer::forbidden("Insufficient permissions: events:decrypt");
    return HttpAnswer::data(eventJson(context.world, *event, true, reveal));
}

} // namespace

void addEventRoutes(SimContext& context) {
    context.router.add("GET", "/api/v1/events", Access::Bearer,
                       [&](HttpRequest& request) { return list(context, request.query); });
    context.router.add("GET", "/api/v1/events/{}", Access::Bearer,
                       [&](HttpRequest& request) { return detail(context, request); });
}

} // namespace attune::sim
