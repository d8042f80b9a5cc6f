// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expression/lexer.h"
#include "expression/node.h"

#include <optional>

namespace attune::core::expression {

/// What could stand where the text ends.
struct Expected {
    enum class What : std::uint8_t { Operand, Operator, Missing, Value, ListStart, ListNext, Connective };

    What what = What::Operand;
    Name field = Name::Id; ///< of Operator, Missing, Value, ListStart and ListNext
    bool mayClose = false; ///< of Connective: a parenthesis is open
};

/// Recursive descent over the grammar
///   any := all { "or" all } ; all := one { "and" one } ; one := "not" one | "(" any ")" | comparison
///   comparison := field [ "not" ] "in" "(" value { "," value } ")" | field "is" [ "not" ] "missing"
///               | field sign value
class Parser {
public:
    explicit Parser(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    [[nodiscard]] Result<Node, ExpressionError> parse();
    /// After parse(): what was, or could have been, expected at the end of the text; nothing if an error lies before.
    [[nodiscard]] const std::optional<Expected>& expectedAtEnd() const { return m_expected; }

    static constexpr int MaxDepth = 100;

private:
    using Parsed = std::optional<Node>; // nothing: see m_error

    [[nodiscard]] Parsed any();
    [[nodiscard]] Parsed all();
    [[nodiscard]] Parsed one();
    [[nodiscard]] Parsed group();
    [[nodiscard]] Parsed comparison();
    [[nodiscard]] Parsed list(Name field, bool negated);
    [[nodiscard]] Parsed missing(Name field);
    [[nodiscard]] std::optional<Operator> readOperator(const FieldInfo& info);
    [[nodiscard]] std::optional<Value> readValueOf(const FieldInfo& info);
    [[nodiscard]] Parsed joined(Node::Kind kind, const char* word, Parsed (Parser::*operand)());

    [[nodiscard]] const Token& next() const { return m_tokens[m_at]; }
    [[nodiscard]] bool isWord(const char* word) const;
    void advance() { ++m_at; }
    /// Says what is expected here, in case the text ends here.
    void expect(Expected expected);
    void fail(const QString& message);
    [[nodiscard]] QString placeWords() const;

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    int m_open = 0;
    std::optional<Expected> m_expected;
    std::optional<ExpressionError> m_error;
};

} // namespace attune::core::expression
