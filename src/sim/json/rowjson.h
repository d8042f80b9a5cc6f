// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/world.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace attune::sim {

// Rows as REST bodies (protocol sections 4 and 5).

/// What the caller may see of an enforcement besides the row itself.
struct Visibility {
    bool trigger = true;
    bool traceTag = true;
};
void appendSummary(std::string& out, const World& world, const Enforcement& row, const Visibility& visibility);
/// One row of the truth, for the control plane: nothing hidden, six fraction digits.
void appendState(std::string& out, const World& world, const Enforcement& row);

[[nodiscard]] nlohmann::json eventJson(const World& world, const Event& event, bool detail, bool reveal);
[[nodiscard]] nlohmann::json executionSummary(const World& world, const Execution& execution, bool traceTag);
[[nodiscard]] nlohmann::json executionDetail(World& world, const Execution& execution, bool traceTag, bool reveal);
[[nodiscard]] nlohmann::json ruleJson(const World& world, const RuleInfo& rule, bool detail);
[[nodiscard]] nlohmann::json triggerJson(const World& world, const TriggerInfo& trigger, bool detail);
[[nodiscard]] nlohmann::json actionJson(const World& world, const ActionInfo& action, bool detail);

/// The rule an event was made for; nothing if it was made for all.
[[nodiscard]] const RuleInfo* ruleOf(const World& world, const Event& event);
/// Null unless the execution is a child of a workflow.
[[nodiscard]] nlohmann::json workflowTask(const World& world, const Execution& execution);
[[nodiscard]] Id workflowDefinition(const Execution& execution);

} // namespace attune::sim
