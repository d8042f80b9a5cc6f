// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>

namespace attune::core {

/// What could stand at a place of an expression that is being typed.
struct ExpressionCompletion {
    enum class Values : std::uint8_t { None, Rules, Triggers, Packs, Statuses, Conditions };

    qsizetype from = 0;           ///< the word to be replaced begins here …
    qsizetype length = 0;         ///< … and is so long, up to the cursor
    QString prefix;               ///< that word
    QStringList words;            ///< fields, signs and joining words that begin like it
    Values values = Values::None; ///< texts that only the caller knows

    friend bool operator==(const ExpressionCompletion&, const ExpressionCompletion&) = default;
};

/// `cursor`: 0 … length of the text; what lies behind it does not matter.
[[nodiscard]] ExpressionCompletion completeExpression(QStringView text, qsizetype cursor);
/// As it must be written to be read as this text: in quotes where that is needed.
[[nodiscard]] QString expressionText(const QString& value);

} // namespace attune::core
