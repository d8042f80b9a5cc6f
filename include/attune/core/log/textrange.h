// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace attune::core {

/// A part of a text, in UTF-16 units.
struct TextRange {
    qsizetype begin = 0;
    qsizetype end = 0; ///< one past the last

    friend bool operator==(const TextRange&, const TextRange&) = default;
};

} // namespace attune::core
