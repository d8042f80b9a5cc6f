// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/paging.h"
#include "json/jsontext.h"
#include "json/payloads.h"
#include "json/rowjson.h"
#include "routes/glob.h"
#include "routes/pathid.h"
#include "routes/routes.h"
#include "simcontext.h"

#include <nlohmann/json.hpp>

#include <array>

namespace attune::sim {

namespace {

using nlohmann::json;

std::optional<std::string> statusWord(Query& query) {
    return query.oneOf("status", {"requested", "scheduling", "scheduled", "running", "completed", "failed", "canceling",
                                  "cancelled", "timeout", "abandoned"});
}

/// The parameters of the list.
struct Filter {
    std::optional<std::string> status;
    std::optional<std::string> actionRef;
    std::optional<std::string> ruleRef;
    std::optional<std::string> triggerRef;
    std::optional<std::string> packName;
    std::optional<std::string> traceTag;
    std::optional<std::string> resultContains;
    std::optional<std::int64_t> enforcement;
    std::optional<std::int64_t> parent;
    bool topLevelOnly = false;

    static Filter read(Query& query, bool newest) {
        Filter filter;
        filter.status = statusWord(query);
        filter.actionRef = query.text("action_ref");
        filter.ruleRef = query.text("rule_ref");
        filter.triggerRef = query.text("trigger_ref");
        filter.packName = query.text("pack_name");
        filter.traceTag = newest ? query.text("trace_tag") : std::nullopt;
        filter.resultContains = query.text("result_contains");
        filter.enforcement = query.number("enforcement");
        filter.parent = query.number("parent");
        filter.topLevelOnly = query.flag("top_level_only");
        return filter;
    }

    [[nodiscard]] bool accepts(const World& world, const Execution& one) const {
        if ((status && *status != word(one.status)) || (enforcement && *enforcement != one.enforcement) ||
            (parent && *parent != one.parent) || (topLevelOnly && one.parent != 0))
            return false;
        const ActionInfo& action = world.catalog.actions[one.action];
        if ((actionRef && !globMatches(*actionRef, action.ref)) || (packName && *packName != action.packRef))
            return false;
        if (resultContains && !containsIgnoringCase(dumped(executionResult(world, one)), *resultContains))
            return false;
        return acceptsOrigin(world, world.enforcements.find(one.enforcement));
    }

private:
    [[nodiscard]] bool acceptsOrigin(const World& world, const Enforcement* row) const {
        if (row == nullptr)
            return !ruleRef && !triggerRef && !traceTag;
        return (!ruleRef || globMatches(*ruleRef, world.texts.text(row->ruleRef))) &&
               (!triggerRef || globMatches(*triggerRef, world.texts.text(row->triggerRef))) &&
               (!traceTag || *traceTag == world.traceTag(*row));
    }
};

HttpAnswer listed(const SimContext& context, const Filter& filter, const Paging& paging) {
    PageWriter page(paging);
    const World& world = context.world;
    for (auto one = world.executions.rbegin(); one != world.executions.rend() && !page.isSatisfied(); ++one) {
        if (filter.accepts(world, *one) && context.permissions.seesExecution(*one) && page.offer())
            page.text() += dumped(executionSummary(world, *one, context.permissions.seesTraceTags()));
    }
    return page.finish();
}

HttpAnswer list(SimContext& context, Query& query) {
    const Filter filter = Filter::read(query, context.world.isNewest());
    const Paging paging = Paging::executions(query);
    return query.error() ? *query.error() : listed(context, filter, paging);
}

HttpAnswer listOfEnforcement(SimContext& context, HttpRequest& request) {
    const auto id = pathId(request);
    if (!id)
        return badPathId(request);
    const Paging paging = Paging::pageSize(request.query);
    if (request.query.error())
        return *request.query.error();
    Filter filter;
    filter.enforcement = *id;
    return listed(context, filter, paging);
}

HttpAnswer listByStatus(SimContext& context, HttpRequest& request) {
    Query status("status=" + QByteArray::fromStdString(request.args.front()).toPercentEncoding());
    Filter filter;
    filter.status = statusWord(status);
    const Paging paging = Paging::pageSize(request.query);
    if (request.query.error())
        return *request.query.error();
    if (status.error())
        return HttpAnswer::error(400, "BAD_REQUEST", "Invalid execution status: " + request.args.front());
    return listed(context, filter, paging);
}

HttpAnswer detail(SimContext& context, HttpRequest& request) {
    const auto id = pathId(request);
    if (!id)
        return badPathId(request);
    const bool reveal = request.query.flag("include_secret_values");
    if (request.query.error())
        return *request.query.error();
    const Execution* one = context.world.executions.find(*id);
    if (one == nullptr)
        return HttpAnswer::notFound("Execution with ID " + std::to_string(*id) + " not found");
    if (!context.permissions.seesExecution(*one))
        return HttpAnswer::forbidden("Insufficient permissions: executions:read");
    if (reveal && !context.permissions.decrypts())
        return HttpAnswer::forbidden("Insufficient permissions: executions:decrypt");
    return HttpAnswer::data(executionDetail(context.world, *one, context.permissions.seesTraceTags(), reveal));
}

HttpAnswer stats(const SimContext& context) {
    std::array<std::int64_t, ExecutionStatusCount> counts{};
    for (const Execution& one : context.world.executions)
        ++counts[static_cast<std::size_t>(one.status)];
    const auto of = [&counts](ExecutionStatus status) { return counts[static_cast<std::size_t>(status)]; };
    using S = ExecutionStatus;
    return HttpAnswer::data({{"total", context.world.executions.size()},
                             {"completed", of(S::Completed)},
                             {"failed", of(S::Failed)},
                             {"running", of(S::Running)},
                             {"pending", of(S::Requested) + of(S::Scheduling) + of(S::Scheduled)},
                             {"cancelled", of(S::Cancelled) + of(S::Canceling)},
                             {"timeout", of(S::Timeout)},
                             {"abandoned", of(S::Abandoned)}});
}

} // namespace

void addExecutionRoutes(SimContext& context) {
    Router& router = context.router;
    router.add("GET", "/api/v1/executions", Access::Bearer,
               [&](HttpRequest& request) { return list(context, request.query); });
    router.add("GET", "/api/v1/executions/stats", Access::Bearer, [&](HttpRequest&) { return stats(context); });
    router.add("GET", "/api/v1/executions/status/{}", Access::Bearer,
               [&](HttpRequest& request) { return listByStatus(context, request); });
    router.add("GET", "/api/v1/executions/{}", Access::Bearer,
               [&](HttpRequest& request) { return detail(context, request); });
    router.add("GET", "/api/v1/enforcements/{}/executions", Access::Bearer,
               [&](HttpRequest& request) { return listOfEnforcement(context, request); });
}

} // namespace attune::sim
