// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/result.h"

#include <QString>
#include <QStringView>

#include <memory>
#include <string_view>

namespace attune::core {

namespace expression {
struct Node;
} // namespace expression

/// Where a text stops being an expression, and why.
struct ExpressionError {
    qsizetype position = 0; ///< in UTF-16 units, 0 … length of the text
    qsizetype length = 0;   ///< of the part that is wrong; 0 = something is missing there
    QString message;        ///< a sentence that names the place, too

    friend bool operator==(const ExpressionError&, const ExpressionError&) = default;
};

/// What experts type into the filter: `status in (created, disabled) and took > 2s and not rule ~ "ops.*"`. A value.
///
/// Comparisons of fields (id, event, rule, trigger, pack, status, condition, created, resolved, took, tag) are joined
/// with `and`, `or`, `not` and parentheses; `and` binds tighter than `or`. Texts are compared without regard to case:
/// `=` is the whole text, `~` a substring or, with `*` or `?`, a glob over the whole text. `took` is known only of
/// resolved rows; a comparison with what is not known does not hold. Times are ISO 8601 (local, unless it has a zone)
/// or relative to now (`-15min`).
class Expression {
public:
    /// Matches everything.
    Expression() = default;
    /// Text without anything but white space is the empty expression.
    [[nodiscard]] static Result<Expression, ExpressionError> parse(QStringView text);

    [[nodiscard]] bool isEmpty() const noexcept { return m_root == nullptr; }
    /// In canonical spelling; parses to an equal expression.
    [[nodiscard]] const QString& toString() const noexcept { return m_text; }
    /// Another result at another time, for the same row.
    [[nodiscard]] bool dependsOnTime() const noexcept { return m_dependsOnTime; }
    /// The reference meaning, unhurried; CompiledExpression gives the same answers fast. `storedTag`: the trace tag of
    /// a row whose tag is stored.
    [[nodiscard]] bool match(const EnforcementRow& row, const Vocabulary& vocabulary, UtcMicros now,
                             std::string_view storedTag = {}) const;
    /// For what works on its structure; null if it is empty.
    [[nodiscard]] const expression::Node* root() const noexcept { return m_root.get(); }

    friend bool operator==(const Expression& a, const Expression& b) { return a.m_text == b.m_text; }

private:
    std::shared_ptr<const expression::Node> m_root;
    QString m_text;
    bool m_dependsOnTime = false;
};

} // namespace attune::core
