// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/permissions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace attune::sim {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 5> RulePacks{"core", "db", "deploy", "mon", "ops"};
constexpr std::array<std::string_view, 3> TriggerPacks{"core", "mon", "ops"};

template<class Packs>
bool covers(const Packs& packs, std::string_view ref) {
    return std::find(packs.begin(), packs.end(), packOf(ref)) != packs.end();
}

json grant(std::string_view resource, const json& actions) { return {{"resource", resource}, {"actions", actions}}; }

json scopedGrant(std::string_view resource, const json& packs) {
    json entry = grant(resource, json::array({"read"}));
    entry["constraints"] = {{"pack_refs", packs}};
    return entry;
}

} // namespace

bool Permissions::sees(const Enforcement& row) const {
    return !isScoped() || (row.rule > 0 && seesRule(m_world.texts.text(row.ruleRef)));
}

bool Permissions::seesRule(std::string_view ref) const { return !isScoped() || covers(RulePacks, ref); }

bool Permissions::seesTrigger(std::string_view ref) const { return !isScoped() || covers(TriggerPacks, ref); }

bool Permissions::seesEvent(const Event& event) const {
    const Catalog& catalog = m_world.catalog;
    if (event.rule > 0)
        return seesRule(catalog.rules[static_cast<std::size_t>(event.rule - catalog.rules.front().id)].ref);
    return seesTrigger(catalog.triggers[event.trigger].ref);
}

bool Permissions::seesExecution(const Execution& execution) const {
    if (!isScoped())
        return true;
    const Enforcement* row = m_world.enforcements.find(execution.enforcement);
    return row != nullptr && sees(*row);
}

json Permissions::effective() const {
    switch (m_mode) {
    case PermissionMode::Full:
        return json::array(
            {grant("actions", json::array({"execute", "read"})), grant("analytics", json::array({"read"})),
             grant("enforcements", json::array({"decrypt", "read"})), grant("events", json::array({"decrypt", "read"})),
             grant("executions", json::array({"cancel", "decrypt", "read"})),
             grant("rules", json::array({"read", "update"})), grant("triggers", json::array({"read"})),
             grant("workers", json::array({"read"}))});
    case PermissionMode::RulesScoped:
        return json::array({scopedGrant("rules", RulePacks), scopedGrant("triggers", TriggerPacks)});
    case PermissionMode::JuneViewer:
        return json::array({grant("actions", json::array({"read"})), grant("executions", json::array({"read"})),
                            grant("rules", json::array({"read"})), grant("triggers", json::array({"read"}))});
    }
    return json::array();
}

json Permissions::permissionSets() const {
    switch (m_mode) {
    case PermissionMode::Full:
        return json::array({"core.admin"});
    case PermissionMode::RulesScoped:
        return json::array({"demo.rules_scoped"});
    case PermissionMode::JuneViewer:
        return json::array({"core.viewer"});
    }
    return json::array();
}

} // namespace attune::sim
