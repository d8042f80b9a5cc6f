// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/log/textrange.h"

#include <QStringView>

#include <vector>

namespace attune::core {

/// What stands in the place of a secret; the patterns leave it alone.
inline constexpr QStringView RedactionMark = u"[redacted]";

/// Whatever looks like a secret by its shape or by what stands before it: JSON Web Tokens and other long random runs,
/// what follows `Bearer` and `Basic`, values named password, secret, token and the like in JSON, URLs and assignments,
/// header lines that carry secrets, and the user part of URLs. Takes too much rather than too little. Linear time.
/// Unsorted; ranges may overlap.
[[nodiscard]] std::vector<TextRange> secretPatterns(QStringView text);

} // namespace attune::core
