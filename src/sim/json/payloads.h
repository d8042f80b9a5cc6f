// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/world.h"

#include <nlohmann/json_fwd.hpp>

namespace attune::sim {

// The parts of a detail that no row stores: made from the seed and the id whenever they are asked for, always alike.
// Protected values are replaced by `{"$attune_secret": true, "redacted": true}` unless `reveal` is set.

[[nodiscard]] nlohmann::json eventPayload(std::uint64_t seed, Id event, PayloadKind kind, bool reveal);
/// What an enforcement copied from its event; an object even when the event had none.
[[nodiscard]] nlohmann::json enforcementPayload(const World& world, const Enforcement& row);
[[nodiscard]] nlohmann::json enforcementConfig(World& world, const Enforcement& row, bool reveal);
[[nodiscard]] nlohmann::json ruleConditions(const World& world, const RuleInfo& rule);
[[nodiscard]] nlohmann::json ruleParams(const World& world, const RuleInfo& rule);
[[nodiscard]] nlohmann::json executionResult(const World& world, const Execution& execution);
/// `{"$attune_secret": true, "redacted": true}`
[[nodiscard]] nlohmann::json redactedValue();
/// The flat map that describes payloads of this kind, and parameters of this action.
[[nodiscard]] nlohmann::json payloadSchema(PayloadKind kind);
[[nodiscard]] nlohmann::json paramSchema(const ActionInfo& action);

} // namespace attune::sim
