// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/rows.h"
#include "world/texttable.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attune::sim {

/// Shapes of event payloads.
enum class PayloadKind : std::uint8_t { Metric, Host, Deploy, Cluster, LogLines, SignIn, Ticket, Webhook, Nothing };

struct TriggerInfo {
    Id id = 0;
    std::string ref;
    std::string packRef;
    std::string label;
    TextId refText = 0;
    PayloadKind kind = PayloadKind::Nothing;
    bool enabled = true;
    bool webhook = false;
};

/// One entry of an action's flat-map schema (protocol section 5.3).
struct ParamInfo {
    std::string name;
    std::string type;
    std::string description;
    bool required = false;
    bool secret = false;
};

struct ActionInfo {
    Id id = 0;
    std::string ref;
    std::string packRef;
    std::string label;
    std::vector<ParamInfo> params;
    std::vector<std::string> tasks; ///< of a workflow; empty otherwise
    TextId refText = 0;

    [[nodiscard]] bool isWorkflow() const { return !tasks.empty(); }
};

struct RuleInfo {
    Id id = 0;
    std::string ref;
    std::string packRef;
    std::string label;
    UtcMicros updated = 0;
    std::uint32_t trigger = 0; ///< index
    std::uint32_t action = 0;  ///< index
    double weight = 1;         ///< how often it matches, relative to the others
    TextId refText = 0;
    bool enabled = true;
    bool deleted = false; ///< its enforcements remain, with a null rule
};

/// What an Attune installation consists of. Indices are stable; refs are unique per kind.
class Catalog {
public:
    std::vector<std::string> packs;
    std::vector<TriggerInfo> triggers;
    std::vector<ActionInfo> actions;
    std::vector<RuleInfo> rules;

    void addTrigger(TriggerInfo trigger, TextTable& texts);
    void addAction(ActionInfo action, TextTable& texts);
    void addRule(RuleInfo rule, TextTable& texts);
    /// Call once everything is added.
    void finish();

    [[nodiscard]] const TriggerInfo* findTrigger(std::string_view ref) const;
    [[nodiscard]] const ActionInfo* findAction(std::string_view ref) const;
    /// Deleted rules are found too.
    [[nodiscard]] RuleInfo* findRule(std::string_view ref);
    /// The rule for a throw in [0, 1), by weight. Never a deleted one.
    [[nodiscard]] std::uint32_t ruleFor(double unit) const;
    [[nodiscard]] Id packId(std::string_view packRef) const;

private:
    using Index = std::unordered_map<std::string, std::uint32_t>;
    Index m_triggers;
    Index m_actions;
    Index m_rules;
    std::vector<double> m_weights; // running sum
};

/// The part of a ref before its first dot.
[[nodiscard]] std::string_view packOf(std::string_view ref);

} // namespace attune::sim
