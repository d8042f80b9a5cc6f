// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/catalog.h"

#include <algorithm>

namespace attune::sim {

void Catalog::addTrigger(TriggerInfo trigger, TextTable& texts) {
    trigger.id = static_cast<Id>(triggers.size()) + 11;
    trigger.refText = texts.add(trigger.ref);
    trigger.packRef = packOf(trigger.ref);
    m_triggers.emplace(trigger.ref, static_cast<std::uint32_t>(triggers.size()));
    triggers.push_back(std::move(trigger));
}

void Catalog::addAction(ActionInfo action, TextTable& texts) {
    action.id = static_cast<Id>(actions.size()) + 301;
    action.refText = texts.add(action.ref);
    action.packRef = packOf(action.ref);
    m_actions.emplace(action.ref, static_cast<std::uint32_t>(actions.size()));
    actions.push_back(std::move(action));
}

void Catalog::addRule(RuleInfo rule, TextTable& texts) {
    rule.id = static_cast<Id>(rules.size()) + 1001;
    rule.refText = texts.add(rule.ref);
    rule.packRef = packOf(rule.ref);
    m_rules.emplace(rule.ref, static_cast<std::uint32_t>(rules.size()));
    rules.push_back(std::move(rule));
}

void Catalog::finish() {
    double sum = 0;
    m_weights.clear();
    for (const RuleInfo& rule : rules) {
        sum += rule.deleted ? 0 : rule.weight;
        m_weights.push_back(sum);
    }
}

const TriggerInfo* Catalog::findTrigger(std::string_view ref) const {
    const auto found = m_triggers.find(std::string(ref));
    return found == m_triggers.end() ? nullptr : &triggers[found->second];
}

const ActionInfo* Catalog::findAction(std::string_view ref) const {
    const auto found = m_actions.find(std::string(ref));
    return found == m_actions.end() ? nullptr : &actions[found->second];
}

RuleInfo* Catalog::findRule(std::string_view ref) {
    const auto found = m_rules.find(std::string(ref));
    return found == m_rules.end() ? nullptr : &rules[found->second];
}

std::uint32_t Catalog::ruleFor(double unit) const {
    const auto at = std::upper_bound(m_weights.begin(), m_weights.end(), unit * m_weights.back());
    const auto index = static_cast<std::size_t>(at - m_weights.begin());
    return static_cast<std::uint32_t>(std::min(index, m_weights.size() - 1));
}

Id Catalog::packId(std::string_view packRef) const {
    const auto found = std::find(packs.begin(), packs.end(), packRef);
    return found == packs.end() ? 0 : found - packs.begin() + 1;
}

std::string_view packOf(std::string_view ref) { return ref.substr(0, ref.find('.')); }

} // namespace attune::sim
