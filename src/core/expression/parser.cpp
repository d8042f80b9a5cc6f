// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "expression/parser.h"

#include "expression/literals.h"
#include "expression/words.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace attune::core::expression {

namespace {

[[nodiscard]] QString fieldNames() {
    QStringList names;
    for (const FieldInfo& info : fields())
        names += QString::fromLatin1(info.name);
    return names.join(QStringLiteral(", "));
}

[[nodiscard]] QString signsFor(Type type) {
    QStringList signs;
    for (const OperatorInfo& info : operators()) {
        if (isAllowed(type, info.op))
            signs += QString::fromLatin1(info.sign);
    }
    signs += QStringLiteral("in");
    if (mayBeMissing(type))
        signs += QStringLiteral("is");
    return signs.join(u' ');
}

[[nodiscard]] Node negation(Node node) {
    Node result;
    result.kind = Node::Kind::Not;
    result.children.push_back(std::move(node));
    return result;
}

} // namespace

Result<Node, ExpressionError> Parser::parse() {
    Parsed root = any();
    if (root && next().kind != Token::Kind::End) {
        fail(next().kind == Token::Kind::Close
                 ? Words::tr("%1: this parenthesis closes nothing.").arg(placeWords())
                 : Words::tr("%1: %2 must be joined by “and” or “or”.").arg(placeWords(), quote(next().text)));
    }
    if (m_error)
        return *m_error;
    return std::move(*root);
}

Parser::Parsed Parser::joined(Node::Kind kind, const char* word, Parsed (Parser::*operand)()) {
    Parsed first = (this->*operand)();
    if (!first || !isWord(word))
        return first;
    Node node;
    node.kind = kind;
    node.children.push_back(std::move(*first));
    while (isWord(word)) {
        advance();
        Parsed further = (this->*operand)();
        if (!further)
            return std::nullopt;
        node.children.push_back(std::move(*further));
    }
    return node;
}

Parser::Parsed Parser::any() { return joined(Node::Kind::Or, "or", &Parser::all); }
Parser::Parsed Parser::all() { return joined(Node::Kind::And, "and", &Parser::one); }

Parser::Parsed Parser::one() {
    expect({Expected::What::Operand, {}, false});
    if (++m_depth > MaxDepth) {
        fail(Words::tr("%1: too many parentheses inside each other.").arg(placeWords()));
        return std::nullopt;
    }
    Parsed result;
    if (isWord("not")) {
        advance();
        if (Parsed operand = one())
            result = negation(std::move(*operand));
    } else {
        result = next().kind == Token::Kind::Open ? group() : comparison();
    }
    --m_depth;
    return result;
}

Parser::Parsed Parser::group() {
    const qsizetype opened = next().position;
    advance();
    ++m_open;
    Parsed inner = any();
    if (!inner)
        return std::nullopt;
    if (next().kind != Token::Kind::Close) {
        fail(next().kind == Token::Kind::End
                 ? Words::tr("The parenthesis at character %1 is not closed.").arg(opened + 1)
                 : Words::tr("%1: %2 must be joined by “and” or “or”.").arg(placeWords(), quote(next().text)));
        return std::nullopt;
    }
    --m_open;
    advance();
    expect({Expected::What::Connective, {}, m_open > 0});
    return inner;
}

Parser::Parsed Parser::comparison() {
    const Token field = next();
    const auto known = std::find_if(fields().begin(), fields().end(), [&field](const FieldInfo& info) {
        return field.kind == Token::Kind::Word &&
               field.text.compare(QLatin1String(info.name), Qt::CaseInsensitive) == 0;
    });
    if (known == fields().end()) {
        fail(field.kind == Token::Kind::End
                 ? Words::tr("Something is missing at the end: a comparison such as took > 2s.")
                 : Words::tr("%1: %2 is no field. Fields are %3.").arg(placeWords(), quote(field.text), fieldNames()));
        return std::nullopt;
    }
    advance();
    const FieldInfo& info = *known;
    expect({Expected::What::Operator, info.field, false});
    if (isWord("is") && mayBeMissing(info.type))
        return missing(info.field);
    const bool negated = isWord("not");
    if (negated)
        advance();
    if (isWord("in")) {
        advance();
        return list(info.field, negated);
    }
    const auto op = negated ? std::nullopt : readOperator(info);
    if (!op) {
        if (negated)
            fail(Words::tr("%1: “in” is missing after “not”.").arg(placeWords()));
        return std::nullopt;
    }
    auto value = readValueOf(info);
    if (!value)
        return std::nullopt;
    expect({Expected::What::Connective, {}, m_open > 0});
    Node node;
    node.field = info.field;
    node.op = *op;
    node.value = std::move(*value);
    return node;
}

Parser::Parsed Parser::missing(Name field) {
    advance();
    expect({Expected::What::Missing, field, false});
    const bool negated = isWord("not");
    if (negated)
        advance();
    if (!isWord("missing")) {
        fail(Words::tr("%1: “missing” or “not missing” is needed after “is”.").arg(placeWords()));
        return std::nullopt;
    }
    advance();
    expect({Expected::What::Connective, {}, m_open > 0});
    Node node;
    node.field = field;
    node.op = negated ? Operator::NotMissing : Operator::Missing;
    return node;
}

Parser::Parsed Parser::list(Name field, bool negated) {
    expect({Expected::What::ListStart, field, false});
    if (next().kind != Token::Kind::Open) {
        fail(Words::tr("%1: a list in parentheses is missing after “in”.").arg(placeWords()));
        return std::nullopt;
    }
    Node any;
    any.kind = Node::Kind::Or;
    do {
        advance();
        auto value = readValueOf(fieldInfo(field));
        if (!value)
            return std::nullopt;
        Node& one = any.children.emplace_back();
        one.field = field;
        one.value = std::move(*value);
        expect({Expected::What::ListNext, field, false});
    } while (next().kind == Token::Kind::Comma);
    if (next().kind != Token::Kind::Close) {
        fail(Words::tr("%1: the list is not closed; values are separated by commas.").arg(placeWords()));
        return std::nullopt;
    }
    advance();
    expect({Expected::What::Connective, {}, m_open > 0});
    Node node = any.children.size() == 1 ? Node(any.children.front()) : std::move(any);
    return negated ? negation(std::move(node)) : std::move(node);
}

std::optional<Operator> Parser::readOperator(const FieldInfo& info) {
    const Token sign = next();
    for (const OperatorInfo& candidate : operators()) {
        if (sign.kind != Token::Kind::Sign || sign.text != QLatin1String(candidate.sign))
            continue;
        if (isAllowed(info.type, candidate.op)) {
            advance();
            return candidate.op;
        }
        fail(Words::tr("%1: %2 cannot be used with “%3”; use one of %4.")
                 .arg(placeWords(), quote(sign.text), QString::fromLatin1(info.name), signsFor(info.type)));
        return std::nullopt;
    }
    fail(Words::tr("%1: after “%2” one of %3 is needed.")
             .arg(placeWords(), QString::fromLatin1(info.name), signsFor(info.type)));
    return std::nullopt;
}

std::optional<Value> Parser::readValueOf(const FieldInfo& info) {
    expect({Expected::What::Value, info.field, false});
    const Token token = next();
    if (token.kind != Token::Kind::Word && token.kind != Token::Kind::Quoted) {
        fail(Words::tr("%1: a value is missing: %2.").arg(placeWords(), exampleOf(info.type)));
        return std::nullopt;
    }
    auto value = readValue(info.type, token.text);
    if (!value) {
        fail(Words::tr("%1: %2 is not %3.").arg(placeWords(), quote(token.text), exampleOf(info.type)));
        return std::nullopt;
    }
    advance();
    return value;
}

bool Parser::isWord(const char* word) const {
    return next().kind == Token::Kind::Word && next().text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
}

void Parser::expect(Expected expected) {
    if (next().kind == Token::Kind::End && !m_error)
        m_expected = expected;
}

void Parser::fail(const QString& message) {
    if (!m_error)
        m_error = ExpressionError{next().position, next().length, message};
}

QString Parser::placeWords() const {
    return next().kind == Token::Kind::End ? Words::tr("At the end")
                                           : Words::tr("At character %1").arg(next().position + 1);
}

} // namespace attune::core::expression
