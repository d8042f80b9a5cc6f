// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/expression/expression.h"

#include "expression/lexer.h"
#include "expression/node.h"
#include "expression/parser.h"

#include <utility>

namespace attune::core {

Result<Expression, ExpressionError> Expression::parse(QStringView text) {
    auto tokens = expression::tokens(text);
    if (!tokens)
        return tokens.error();
    Expression result;
    if (tokens->size() == 1)
        return result;
    auto root = expression::Parser(std::move(tokens).value()).parse();
    if (!root)
        return root.error();
    result.m_text = expression::toString(*root);
    result.m_dependsOnTime = expression::dependsOnTime(*root);
    result.m_root = std::make_shared<const expression::Node>(std::move(root).value());
    return result;
}

bool Expression::match(const EnforcementRow& row, const Vocabulary& vocabulary, UtcMicros now,
                       std::string_view storedTag) const {
    return m_root == nullptr || expression::matches(*m_root, row, vocabulary, now, storedTag);
}

} // namespace attune::core
