// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "expression/node.h"

#include "expression/glob.h"
#include "expression/lexer.h"

#include "attune/core/column.h"
#include "attune/core/enforcementfilter.h"

#include <algorithm>
#include <array>

namespace attune::core::expression {

namespace {

constexpr std::array Fields{FieldInfo{Name::Id, "id", Type::Number},
                            FieldInfo{Name::Event, "event", Type::Number},
                            FieldInfo{Name::Rule, "rule", Type::Text},
                            FieldInfo{Name::Trigger, "trigger", Type::Text},
                            FieldInfo{Name::Pack, "pack", Type::Text},
                            FieldInfo{Name::Status, "status", Type::Text},
                            FieldInfo{Name::Condition, "condition", Type::Text},
                            FieldInfo{Name::Created, "created", Type::Instant},
                            FieldInfo{Name::Resolved, "resolved", Type::Instant},
                            FieldInfo{Name::Took, "took", Type::Duration},
                            FieldInfo{Name::Age, "age", Type::Duration},
                            FieldInfo{Name::Tag, "tag", Type::Tag},
                            FieldInfo{Name::RuleId, "rule_id", Type::Number},
                            FieldInfo{Name::Received, "received", Type::Instant}};

constexpr std::array Operators{OperatorInfo{Operator::Equal, "="},   OperatorInfo{Operator::NotEqual, "!="},
                               OperatorInfo{Operator::Less, "<"},    OperatorInfo{Operator::LessEqual, "<="},
                               OperatorInfo{Operator::Greater, ">"}, OperatorInfo{Operator::GreaterEqual, ">="},
                               OperatorInfo{Operator::Like, "~"},    OperatorInfo{Operator::NotLike, "!~"}};

/// What can stand without quotes and is not taken for anything else.
[[nodiscard]] QString spelled(const Value& value, Type type) {
    static const std::array<QString, 4> Reserved{QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("not"),
                                                 QStringLiteral("in")};
    const bool isReserved = std::find(Reserved.begin(), Reserved.end(), value.text.toLower()) != Reserved.end();
    if ((type != Type::Text && type != Type::Tag) || (isWord(value.text) && !isReserved))
        return value.text;
    QString escaped = value.text;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

[[nodiscard]] int precedence(Node::Kind kind) {
    switch (kind) {
    case Node::Kind::Or:
        return 0;
    case Node::Kind::And:
        return 1;
    case Node::Kind::Not:
        return 2;
    case Node::Kind::Comparison:
        return 3;
    }
    Q_UNREACHABLE();
}

[[nodiscard]] QString textOf(Name field, const EnforcementRow& row, const Vocabulary& vocabulary) {
    switch (field) {
    case Name::Rule:
        return vocabulary.filterText(row.ruleRef);
    case Name::Trigger:
        return vocabulary.filterText(row.triggerRef);
    case Name::Pack:
        return packOf(vocabulary.filterText(row.ruleRef)).toString();
    case Name::Status:
        return vocabulary.statuses.text(row.status);
    case Name::Condition:
        return vocabulary.conditions.text(row.condition);
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
    return {};
}

/// Nothing if it is not known.
[[nodiscard]] std::optional<std::int64_t> numberOf(Name field, const EnforcementRow& row, UtcMicros now) {
    const auto known = [](std::int64_t value, bool isKnown) { return isKnown ? std::optional(value) : std::nullopt; };
    switch (field) {
    case Name::Id:
        return row.id;
    case Name::Event:
        return known(row.event, row.event > 0);
    case Name::Created:
        return known(row.created, isInstant(row.created));
    case Name::Resolved:
        return known(row.resolvedAt, isInstant(row.resolvedAt));
    case Name::RuleId:
        return known(row.rule, row.rule > 0);
    case Name::Received:
        return known(row.received(), isInstant(row.received()));
    case Name::Age:
        return known(now - row.created, isInstant(row.created));
    case Name::Took:
        if (!isInstant(row.resolvedAt) || !isInstant(row.created))
            return std::nullopt;
        return row.resolvedAt - row.created;
    case Name::Rule:
    case Name::Trigger:
    case Name::Pack:
    case Name::Status:
    case Name::Condition:
    case Name::Tag:
        break;
    }
    return std::nullopt;
}

[[nodiscard]] bool numberHolds(Operator op, std::int64_t wanted, std::int64_t value) {
    switch (op) {
    case Operator::Equal:
        return value == wanted;
    case Operator::NotEqual:
        return value != wanted;
    case Operator::Less:
        return value < wanted;
    case Operator::LessEqual:
        return value <= wanted;
    case Operator::Greater:
        return value > wanted;
    case Operator::GreaterEqual:
        return value >= wanted;
    case Operator::Like:
    case Operator::NotLike:
    case Operator::Missing:
    case Operator::NotMissing:
        break;
    }
    return false;
}

[[nodiscard]] bool comparisonHolds(const Node& node, const EnforcementRow& row, const Vocabulary& vocabulary,
                                   UtcMicros now, std::string_view storedTag) {
    const Type type = fieldInfo(node.field).type;
    if (type == Type::Tag)
        return TagMatcher(node.value.text).match(row, vocabulary, storedTag) == (node.op == Operator::Equal);
    if (type == Type::Text)
        return textHolds(node.op, node.value.text, textOf(node.field, row, vocabulary));
    const auto number = numberOf(node.field, row, now);
    if (asksMissing(node.op))
        return number.has_value() == (node.op == Operator::NotMissing);
    const bool needsNow = node.value.isRelative || node.field == Name::Age;
    if (!number || (needsNow && !isInstant(now)))
        return false;
    return numberHolds(node.op, node.value.number + (node.value.isRelative ? now : 0), *number);
}

} // namespace

std::span<const FieldInfo> fields() { return Fields; }
const FieldInfo& fieldInfo(Name field) { return Fields[static_cast<std::size_t>(field)]; }
std::span<const OperatorInfo> operators() { return Operators; }
const char* signOf(Operator op) { return Operators[static_cast<std::size_t>(op)].sign; }

bool asksMissing(Operator op) { return op == Operator::Missing || op == Operator::NotMissing; }

bool mayBeMissing(Type type) { return type != Type::Tag; }

bool isAllowed(Type type, Operator op) {
    const bool isEquality = op == Operator::Equal || op == Operator::NotEqual;
    const bool isLike = op == Operator::Like || op == Operator::NotLike;
    switch (type) {
    case Type::Text:
        return isEquality || isLike;
    case Type::Tag:
        return isEquality;
    case Type::Number:
    case Type::Instant:
    case Type::Duration:
        return !isLike;
    }
    Q_UNREACHABLE();
}

bool textHolds(Operator op, const QString& wanted, const QString& text) {
    if (asksMissing(op))
        return text.isEmpty() == (op == Operator::Missing);
    const QString pattern = wanted.toCaseFolded();
    const QString folded = text.toCaseFolded();
    if (op == Operator::Equal || op == Operator::NotEqual)
        return (pattern == folded) == (op == Operator::Equal);
    const bool found = isGlob(pattern) ? globMatches(pattern, folded) : folded.contains(pattern);
    return found == (op == Operator::Like);
}

QString toString(const Node& node) {
    if (node.kind == Node::Kind::Comparison) {
        const FieldInfo& info = fieldInfo(node.field);
        if (asksMissing(node.op))
            return QString::fromLatin1(info.name) +
                   (node.op == Operator::Missing ? QStringLiteral(" is missing") : QStringLiteral(" is not missing"));
        return QString::fromLatin1(info.name) + u' ' + QString::fromLatin1(signOf(node.op)) + u' ' +
               spelled(node.value, info.type);
    }
    QString text;
    for (const Node& child : node.children) {
        const QString part = toString(child);
        const bool needsParentheses =
            precedence(child.kind) < precedence(node.kind) || (child.kind == node.kind && node.kind != Node::Kind::Not);
        if (node.kind == Node::Kind::Not)
            text += QStringLiteral("not ");
        else if (!text.isEmpty())
            text += node.kind == Node::Kind::And ? QStringLiteral(" and ") : QStringLiteral(" or ");
        text += needsParentheses ? u'(' + part + u')' : part;
    }
    return text;
}

bool dependsOnTime(const Node& node) {
    return node.value.isRelative || (node.field == Name::Age && !asksMissing(node.op)) ||
           std::any_of(node.children.begin(), node.children.end(), dependsOnTime);
}

bool matches(const Node& node, const EnforcementRow& row, const Vocabulary& vocabulary, UtcMicros now,
             std::string_view storedTag) {
    const auto holds = [&](const Node& child) { return matches(child, row, vocabulary, now, storedTag); };
    switch (node.kind) {
    case Node::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), holds);
    case Node::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), holds);
    case Node::Kind::Not:
        return !holds(node.children.front());
    case Node::Kind::Comparison:
        return comparisonHolds(node, row, vocabulary, now, storedTag);
    }
    Q_UNREACHABLE();
}

} // namespace attune::core::expression
