// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/expression/expression.h"

#include <cstdint>
#include <vector>

namespace attune::core::expression {

struct Token {
    enum class Kind : std::uint8_t { Word, Quoted, Sign, Open, Close, Comma, End };

    Kind kind = Kind::End;
    qsizetype position = 0;
    qsizetype length = 0;
    QString text; ///< of Quoted: without the quotes, escapes resolved
};

/// A text has at most so many; more is nothing that somebody typed.
inline constexpr std::size_t MaxTokens = 2'000;

/// Ends with a token of kind End.
[[nodiscard]] Result<std::vector<Token>, ExpressionError> tokens(QStringView text);

/// Whether a text can stand without quotes.
[[nodiscard]] bool isWord(QStringView text);

} // namespace attune::core::expression
