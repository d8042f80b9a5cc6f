// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expression/node.h"

#include <optional>

namespace attune::core::expression {

/// Reads a value of that type; nothing if it is none.
[[nodiscard]] std::optional<Value> readValue(Type type, const QString& text);
/// How such values are written, in words: "a duration such as 500ms, 2s, 5min or 1h".
[[nodiscard]] QString exampleOf(Type type);

} // namespace attune::core::expression
