// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/log/textrange.h"

#include <QStringView>

#include <cstdint>

namespace attune::core {

/// What a name says about the value that follows it.
enum class SecretName : std::uint8_t {
    None,
    Value,  ///< one value is a secret: password, access_token, …
    Header, ///< the rest of the line is: Authorization, Cookie, …
};

[[nodiscard]] bool isAsciiWordUnit(QChar c);
[[nodiscard]] qsizetype skipSpaces(QStringView text, qsizetype at);
/// One past the `:`, `=` or `%3D` at `at`; `at` when there is none.
[[nodiscard]] qsizetype separatorEnd(QStringView text, qsizetype at);
/// The name that ends before `at`, quoted or not.
[[nodiscard]] SecretName secretNameBefore(QStringView text, qsizetype at);
/// A quoted value without its quotes, also one quoted within a quoted text; else up to what cannot belong to it.
[[nodiscard]] TextRange valueAt(QStringView text, qsizetype at);
/// To the end of the line, be it a line end or one written as \r or \n.
[[nodiscard]] TextRange lineFrom(QStringView text, qsizetype at);

} // namespace attune::core
