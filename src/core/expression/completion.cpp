// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "expression/lexer.h"
#include "expression/node.h"
#include "expression/parser.h"

#include "attune/core/expression/expressioncompletion.h"

#include <algorithm>

namespace attune::core {

using namespace expression;

namespace {

using Values = ExpressionCompletion::Values;

[[nodiscard]] QStringList candidates(const Expected& expected) {
    QStringList words;
    switch (expected.what) {
    case Expected::What::Operand:
        for (const FieldInfo& info : fields())
            words += QString::fromLatin1(info.name);
        words += {QStringLiteral("not"), QStringLiteral("(")};
        break;
    case Expected::What::Operator:
        for (const OperatorInfo& info : operators()) {
            if (isAllowed(fieldInfo(expected.field).type, info.op))
                words += QString::fromLatin1(info.sign);
        }
        words += {QStringLiteral("in"), QStringLiteral("not in")};
        if (mayBeMissing(fieldInfo(expected.field).type))
            words += {QStringLiteral("is missing"), QStringLiteral("is not missing")};
        break;
    case Expected::What::Missing:
        words += {QStringLiteral("missing"), QStringLiteral("not missing")};
        break;
    case Expected::What::Value:
        break;
    case Expected::What::ListStart:
        words += QStringLiteral("(");
        break;
    case Expected::What::ListNext:
        words += {QStringLiteral(","), QStringLiteral(")")};
        break;
    case Expected::What::Connective:
        words += {QStringLiteral("and"), QStringLiteral("or")};
        if (expected.mayClose)
            words += QStringLiteral(")");
        break;
    }
    return words;
}

[[nodiscard]] Values valuesOf(const Expected& expected) {
    if (expected.what != Expected::What::Value)
        return Values::None;
    switch (expected.field) {
    case Name::Rule:
        return Values::Rules;
    case Name::Trigger:
        return Values::Triggers;
    case Name::Pack:
        return Values::Packs;
    case Name::Status:
        return Values::Statuses;
    case Name::Condition:
        return Values::Conditions;
    case Name::Id:
    case Name::Event:
    case Name::Created:
    case Name::Resolved:
    case Name::Took:
    case Name::Age:
    case Name::RuleId:
    case Name::Received:
    case Name::Tag:
        break;
    }
    return Values::None;
}

} // namespace

ExpressionCompletion completeExpression(QStringView text, qsizetype cursor) {
    const QStringView before = text.left(cursor);
    ExpressionCompletion completion;
    completion.from = cursor;
    while (completion.from > 0 && isWord(before.mid(completion.from - 1, 1)))
        --completion.from;
    if (completion.from > 0 && before[completion.from - 1] == u'"')
        --completion.from; // a quote that is being typed
    completion.length = cursor - completion.from;
    completion.prefix = before.mid(completion.from).toString();
    auto read = tokens(before.left(completion.from));
    if (!read)
        return completion;
    Parser parser(std::move(read).value());
    static_cast<void>(parser.parse());
    const auto& expected = parser.expectedAtEnd();
    if (!expected)
        return completion;
    completion.words = candidates(*expected);
    completion.words.removeIf(
        [&completion](const QString& word) { return !word.startsWith(completion.prefix, Qt::CaseInsensitive); });
    completion.values = valuesOf(*expected);
    return completion;
}

QString expressionText(const QString& value) {
    if (isWord(value))
        return value;
    QString escaped = value;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

} // namespace attune::core
