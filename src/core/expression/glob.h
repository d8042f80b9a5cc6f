// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace attune::core::expression {

/// Has a `*` (any text) or a `?` (any one character) in it.
[[nodiscard]] bool isGlob(QStringView text);
/// Whether the whole of `text` is what `pattern` describes. Never exponential.
[[nodiscard]] bool globMatches(QStringView pattern, QStringView text);

} // namespace attune::core::expression
