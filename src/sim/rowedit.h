// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"
#include "attune/sim/simrow.h"

#include <nlohmann/json_fwd.hpp>

namespace attune::sim {

struct SimContext;

/// Inserts or changes the row, tells the subscribers if the spec wants it, and returns its id.
core::Id applyRow(SimContext& context, const RowSpec& spec, bool deferred);

/// The spec in the JSON of the control plane: the field names of REST, `null` for null, and `notify`.
[[nodiscard]] core::Result<RowSpec> readRowSpec(const nlohmann::json& body);

} // namespace attune::sim
