// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/paging.h"
#include "json/jsontext.h"
#include "json/rowjson.h"
#include "routes/glob.h"
#include "routes/routes.h"
#include "simcontext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace attune::sim {

namespace {

/// The parameters of the list; those of the newest generation are not read by June.
struct Filter {
    std::optional<std::string> words;
    std::optional<std::string> packRef;
    std::optional<std::string> actionRef;
    std::optional<std::string> triggerRef;
    std::optional<bool> enabled;

    static Filter read(Query& query, bool newest) {
        Filter filter;
        if (!newest)
            return filter;
        filter.words = query.text("q");
        filter.packRef = query.text("pack_ref");
        filter.actionRef = query.text("action_ref");
        filter.triggerRef = query.text("trigger_ref");
        if (const auto enabled = query.oneOf("enabled", {"true", "false"}))
            filter.enabled = *enabled == "true";
        return filter;
    }

    [[nodiscard]] bool accepts(const Catalog& catalog, const RuleInfo& rule) const {
        return (!packRef || *packRef == rule.packRef) && (!enabled || *enabled == rule.enabled) &&
               (!actionRef || *actionRef == catalog.actions[rule.action].ref) &&
               (!triggerRef || *triggerRef == catalog.triggers[rule.trigger].ref) && acceptsWords(rule);
    }

private:
    [[nodiscard]] bool acceptsWords(const RuleInfo& rule) const {
        std::istringstream stream(words.value_or(""));
        for (std::string word; stream >> word;) {
            if (!containsIgnoringCase(rule.ref + ' ' + rule.label, word))
                return false;
        }
        return true;
    }
};

bool isVisible(const SimContext& context, const RuleInfo& rule) {
    return !rule.deleted && (!context.world.isNewest() || context.permissions.seesRule(rule.ref));
}

HttpAnswer listed(const SimContext& context, const Filter& filter, Query& query) {
    PageWriter page(Paging::pageSize(query));
    if (query.error())
        return *query.error();
    std::vector<const RuleInfo*> rules;
    for (const RuleInfo& rule : context.world.catalog.rules) {
        if (isVisible(context, rule) && filter.accepts(context.world.catalog, rule))
            rules.push_back(&rule);
    }
    std::sort(rules.begin(), rules.end(), [](const RuleInfo* a, const RuleInfo* b) { return a->ref < b->ref; });
    for (const RuleInfo* rule : rules) {
        if (page.offer())
            page.text() += dumped(ruleJson(context.world, *rule, false));
    }
    return page.finish();
}

HttpAnswer notFound(const std::string& ref) { return HttpAnswer::notFound("Rule '" + ref + "' not found"); }

HttpAnswer detail(SimContext& context, const HttpRequest& request) {
    const RuleInfo* rule = context.world.catalog.findRule(request.args.front());
    if (rule == nullptr || !isVisible(context, *rule))
        return notFound(request.args.front());
    return HttpAnswer::data(ruleJson(context.world, *rule, true));
}

HttpAnswer setEnabled(SimContext& context, const HttpRequest& request, bool enabled) {
    RuleInfo* rule = context.world.catalog.findRule(request.args.front());
    if (rule == nullptr || !isVisible(context, *rule))
        return notFound(request.args.front());
    if (rule->enabled != enabled) {
        rule->enabled = enabled;
        rule->updated = context.clock.now();
        context.notifier.ruleChanged(*rule, enabled ? "rule.enabled" : "rule.disabled");
    }
    return HttpAnswer::data(ruleJson(context.world, *rule, true),
                            enabled ? "Rule enabled successfully" : "Rule disabled successfully");
}

} // namespace

void addRuleRoutes(SimContext& context) {
    Router& router = context.router;
    router.add("GET", "/api/v1/rules", Access::Bearer, [&](HttpRequest& request) {
        return listed(context, Filter::read(request.query, context.world.isNewest()), request.query);
    });
    router.add("GET", "/api/v1/rules/enabled", Access::Bearer, [&](HttpRequest& request) {
        Filter filter;
        filter.enabled = true;
        return listed(context, filter, request.query);
    });
    const auto listBy = [&](std::optional<std::string> Filter::*field) {
        return [&context, field](HttpRequest& request) {
            Filter filter;
            filter.*field = request.args.front();
            return listed(context, filter, request.query);
        };
    };
    router.add("GET", "/api/v1/triggers/{}/rules", Access::Bearer, listBy(&Filter::triggerRef));
    router.add("GET", "/api/v1/actions/{}/rules", Access::Bearer, listBy(&Filter::actionRef));
    router.add("GET", "/api/v1/packs/{}/rules", Access::Bearer, listBy(&Filter::packRef));
    router.add("GET", "/api/v1/rules/{}", Access::Bearer,
               [&](HttpRequest& request) { return detail(context, request); });
    router.add("POST", "/api/v1/rules/{}/enable", Access::Bearer,
               [&](HttpRequest& request) { return setEnabled(context, request, true); });
    router.add("POST", "/api/v1/rules/{}/disable", Access::Bearer,
               [&](HttpRequest& request) { return setEnabled(context, request, false); });
}

} // namespace attune::sim
