// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/paging.h"
#include "json/jsontext.h"
#include "json/payloads.h"
#include "json/rowjson.h"
#include "routes/pathid.h"
#include "routes/routes.h"
#include "simcontext.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

using nlohmann::json;

/// The parameters of the list, all of them ANDed.
struct Filter {
    std::optional<std::int64_t> rule;
    std::optional<std::int64_t> event;
    std::optional<std::string> status;
    std::optional<std::string> triggerRef;
    std::optional<std::string> ruleRef;
    std::optional<std::string> traceTag;

    Filter(Query& query, bool newest)
        : rule(query.number("rule"))
        , event(query.number("event"))
        , status(query.oneOf("status", {"created", "processed", "disabled"}))
        , triggerRef(query.text("trigger_ref"))
        , ruleRef(query.text("rule_ref")) {
        if (newest)
            traceTag = query.text("trace_tag");
    }

    [[nodiscard]] bool isEmpty() const { return !rule && !event && !status && !triggerRef && !ruleRef && !traceTag; }
    [[nodiscard]] bool accepts(const World& world, const Enforcement& row) const {
        const auto same = [&world](const std::optional<std::string>& wanted, TextId text) {
            return !wanted || *wanted == world.texts.text(text);
        };
        return (!rule || (row.rule > 0 && *rule == row.rule)) && (!event || (row.event > 0 && *event == row.event)) &&
               same(status, row.status) && same(triggerRef, row.triggerRef) && same(ruleRef, row.ruleRef) &&
               (!traceTag || *traceTag == world.traceTag(row));
    }
};

Visibility visibilityOf(const SimContext& context, const Enforcement& row) {
    return {context.permissions.seesTrigger(context.world.texts.text(row.triggerRef)),
            context.permissions.seesTraceTags()};
}

HttpAnswer list(SimContext& context, Query& query) {
    const World& world = context.world;
    const Filter filter(query, world.isNewest());
    const Paging paging = Paging::uncapped(query);
    if (query.error())
        return *query.error();
    PageWriter page(paging);
    const bool flip = ++context.listings % 2 == 0;
    const bool all = filter.isEmpty() && context.permissions.seesTraceTags();
    const std::size_t count = world.enforcements.size();
    std::size_t place = 0;
    if (all) {
        place = std::min<std::size_t>(paging.offset, count);
        page.skip(place);
    }
    for (; place < count && !page.isSatisfied(); ++place) {
        if (all && page.isFull()) {
            page.skip(count - place);
            break;
        }
        const Enforcement& row = world.enforcements.newest(place, flip);
        if (context.permissions.sees(row) && filter.accepts(world, row) && page.offer())
            appendSummary(page.text(), world, row, visibilityOf(context, row));
    }
    return page.finish();
}

HttpAnswer detail(SimContext& context, HttpRequest& request) {
    const auto id = pathId(request);
    if (!id)
        return badPathId(request);
    const bool reveal = request.query.flag("include_secret_values");
    if (request.query.error())
        return *request.query.error();
    World& world = context.world;
    const Enforcement* row = world.enforcements.find(*id);
    if (row == nullptr)
        return HttpAnswer::notFound("Enforcement with ID " + std::to_string(*id) + " not found");
    if (!context.permissions.opensEnforcements())
        return HttpAnswer::forbidden("Insufficient permissions: enforcements:read");
    if (!context.permissions.sees(*row))
        return HttpAnswer::forbidden("Insufficient permissions: enforcements visibility");
    if (reveal && !context.permissions.decrypts())
        return HttpAnswer::forbidden("Insufficient permissions: enforcements:decrypt");
    std::string text = R"({"data":)";
    appendSummary(text, world, *row, visibilityOf(context, *row));
    text.pop_back();
    text += R"(,"resolved_at":)";
    appendRestTime(text, row->resolvedAt);
    const RuleInfo* rule = world.catalog.findRule(world.texts.text(row->ruleRef));
    text += R"(,"config":)" + dumped(enforcementConfig(world, *row, reveal));
    text += R"(,"payload":)" + dumped(enforcementPayload(world, *row));
    text += R"(,"conditions":)" + dumped(rule != nullptr ? ruleConditions(world, *rule) : json::object());
    text += "}}";
    return HttpAnswer::json(text);
}

} // namespace

void addEnforcementRoutes(SimContext& context) {
    context.router.add("GET", "/api/v1/enforcements", Access::Bearer,
                       [&](HttpRequest& request) { return list(context, request.query); });
    context.router.add("GET", "/api/v1/enforcements/{}", Access::Bearer,
                       [&](HttpRequest& request) { return detail(context, request); });
}

} // namespace attune::sim
