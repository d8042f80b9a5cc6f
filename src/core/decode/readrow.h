// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fieldset.h"

#include "attune/core/execution.h"

#include <QString>

#include <optional>

namespace attune::core {

/// Reads the enforcement fields (protocol sections 4 and 7.5). Nothing, or the first field that is wrong.
[[nodiscard]] std::optional<QString> readEnforcement(const FieldSet& fields, Vocabulary& vocabulary,
                                                     EnforcementUpdate& update);
/// Reads the execution fields (protocol sections 5.4 and 7.5).
[[nodiscard]] std::optional<QString> readExecution(const FieldSet& fields, ExecutionRow& row);

} // namespace attune::core
