// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/models/executionmodel.h"

#include <vector>

namespace attune::models {

/// Roots by age, every row followed by its children by age. A row whose parent is not among them is a root; a circle of
/// parents, which no server makes, is broken at its oldest row.
[[nodiscard]] std::vector<ExecutionModel::Line> arrangedByParent(std::vector<core::ExecutionRow> rows);

} // namespace attune::models
