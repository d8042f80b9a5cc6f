// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/cataloggenerator.h"

#include "world/catalogwords.h"
#include "world/dice.h"

#include <algorithm>
#include <unordered_set>

namespace attune::sim {

namespace {

constexpr std::size_t RuleCount = 200;

std::string titled(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string_view nameOf(std::string_view ref) { return ref.substr(ref.find('.') + 1); }

void addPacks(Catalog& catalog) {
    for (const std::string_view pack : Words::Packs)
        catalog.packs.emplace_back(pack);
}

void addTriggers(Catalog& catalog, TextTable& texts) {
    for (const auto& [ref, kind] : Words::Triggers) {
        TriggerInfo trigger;
        trigger.ref = ref;
        trigger.label = titled(nameOf(ref));
        trigger.kind = kind;
        trigger.webhook = kind == PayloadKind::Webhook;
        catalog.addTrigger(std::move(trigger), texts);
    }
}

std::vector<ParamInfo> someParams(Dice& dice) {
    std::vector<ParamInfo> params;
    for (const Words::Param& word : Words::Params) {
        if (word.always || dice.chance(0.3))
            params.push_back({std::string(word.name), std::string(word.type), std::string(word.description),
                              word.always || dice.chance(0.3), word.secret});
    }
    return params;
}

void addActions(Catalog& catalog, TextTable& texts, Dice& dice) {
    for (const auto& [ref, workflow] : Words::Actions) {
        ActionInfo action;
        action.ref = ref;
        action.label = titled(nameOf(ref));
        action.params = someParams(dice);
        if (workflow) {
            const auto count = static_cast<std::size_t>(dice.between(2, 5));
            for (std::size_t task = 0; task < count; ++task)
                action.tasks.emplace_back(Words::Tasks[task]);
        }
        catalog.addAction(std::move(action), texts);
    }
}

RuleInfo someRule(const Catalog& catalog, Dice& dice) {
    RuleInfo rule;
    rule.trigger = static_cast<std::uint32_t>(dice.below(catalog.triggers.size()));
    rule.action = static_cast<std::uint32_t>(dice.below(catalog.actions.size()));
    const TriggerInfo& trigger = catalog.triggers[rule.trigger];
    const ActionInfo& action = catalog.actions[rule.action];
    const std::string& pack = dice.chance(0.7) ? trigger.packRef : action.packRef;
    rule.ref = pack + '.' + std::string(nameOf(action.ref)) + "_on_" + std::string(nameOf(trigger.ref));
    rule.label = action.label + " on " + trigger.label;
    return rule;
}

void addRules(Catalog& catalog, TextTable& texts, Dice& dice, UtcMicros installed) {
    std::unordered_set<std::string> taken;
    const auto add = [&](RuleInfo rule) {
        const auto rank = static_cast<double>(catalog.rules.size() + 1);
        rule.weight = 1 / rank + 0.005; // few rules do most of the work
        rule.enabled = !dice.chance(0.05);
        rule.deleted = catalog.rules.size() > 20 && dice.chance(0.03);
        rule.updated = installed + dice.between(0, 86'400'000'000);
        taken.insert(rule.ref);
        catalog.addRule(std::move(rule), texts);
    };
    while (catalog.rules.size() + Words::UnusualRules.size() < RuleCount) {
        RuleInfo rule = someRule(catalog, dice);
        if (!taken.contains(rule.ref))
            add(std::move(rule));
    }
    for (const std::string_view ref : Words::UnusualRules) {
        RuleInfo rule = someRule(catalog, dice);
        rule.ref = ref;
        rule.label = titled(nameOf(ref));
        add(std::move(rule));
    }
}

} // namespace

Catalog generateCatalog(std::uint64_t seed, UtcMicros installed, TextTable& texts) {
    Dice dice = Dice::forItem(seed, Salt::Catalog, 0);
    Catalog catalog;
    addPacks(catalog);
    addTriggers(catalog, texts);
    addActions(catalog, texts, dice);
    addRules(catalog, texts, dice, installed);
    catalog.finish();
    return catalog;
}

} // namespace attune::sim
