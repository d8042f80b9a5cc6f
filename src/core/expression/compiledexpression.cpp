// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/expression/compiledexpression.h"

#include "expression/node.h"

#include "attune/core/column.h"
#include "attune/core/enforcementstore.h"

#include <utility>

namespace attune::core {

using expression::Name;
using expression::Node;
using expression::Operator;

namespace {

bool isNumeric(const Node& node) {
    const auto type = expression::fieldInfo(node.field).type;
    return type != expression::Type::Text && type != expression::Type::Tag;
}

} // namespace

CompiledExpression::CompiledExpression(Expression expression, const Vocabulary& vocabulary,
                                       const EnforcementStore* tags)
    : m_expression(std::move(expression)), m_vocabulary(&vocabulary), m_tags(tags) {
    if (const Node* root = m_expression.root())
        m_entry = emit(*root, Accept, Reject);
}

/// From the last operand to the first, because each must know where the next one begins.
std::uint16_t CompiledExpression::emit(const Node& node, std::uint16_t ifTrue, std::uint16_t ifFalse) {
    switch (node.kind) {
    case Node::Kind::Not:
        return emit(node.children.front(), ifFalse, ifTrue);
    case Node::Kind::And: {
        std::uint16_t next = ifTrue;
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child)
            next = emit(*child, next, ifFalse);
        return next;
    }
    case Node::Kind::Or: {
        std::uint16_t next = ifFalse;
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child)
            next = emit(*child, ifTrue, next);
        return next;
    }
    case Node::Kind::Comparison: {
        const std::uint16_t step = emitComparison(node);
        // Any number holds of what is known, and nothing of what is not.
        const bool isTurned = node.op == Operator::Missing && isNumeric(node);
        m_steps[step].ifTrue = isTurned ? ifFalse : ifTrue;
        m_steps[step].ifFalse = isTurned ? ifTrue : ifFalse;
        return step;
    }
    }
    Q_UNREACHABLE();
}

CompiledExpression::Source CompiledExpression::sourceOf(const Node& node) {
    switch (node.field) {
    case Name::Rule:
    case Name::Pack:
        return Source::RuleRef;
    case Name::Trigger:
        return Source::TriggerRef;
    case Name::Status:
        return Source::Status;
    case Name::Condition:
        return Source::Condition;
    case Name::Id:
        return Source::Id;
    case Name::Event:
        return Source::Event;
    case Name::Created:
    case Name::Age:
        return Source::Created;
    case Name::Resolved:
        return Source::Resolved;
    case Name::Took:
        return Source::Took;
    case Name::RuleId:
        return Source::RuleId;
    case Name::Received:
        return Source::Received;
    case Name::Tag:
        return Source::Tag;
    }
    Q_UNREACHABLE();
}

std::uint16_t CompiledExpression::emitComparison(const Node& node) {
    Step step;
    step.source = sourceOf(node);
    if (step.source == Source::Tag) {
        step.isNegated = node.op == Operator::NotEqual;
        step.place = static_cast<std::uint16_t>(m_tagMatchers.size());
        m_tagMatchers.emplace_back(node.value.text);
    } else if (isNumeric(node)) {
        setNumber(step, node);
        if (node.field == Name::Age)
            turnIntoTime(step, node);
    } else {
        step.place = static_cast<std::uint16_t>(m_memos.size());
        m_memos.push_back({&node, {}});
    }
    m_steps.push_back(step);
    return static_cast<std::uint16_t>(m_steps.size() - 1);
}

/// Older than a span is created earlier than so long before now.
void CompiledExpression::turnIntoTime(Step& step, const Node& age) {
    const std::int64_t high = step.high;
    step.high = step.low == INT64_MIN ? INT64_MAX : -step.low;
    step.low = high == INT64_MAX ? INT64_MIN : -high;
    step.isRelative = !expression::asksMissing(age.op);
}

/// Bounds never overflow: values are far from the ends of the range.
void CompiledExpression::setNumber(Step& step, const Node& node) const {
    const std::int64_t wanted = node.value.number;
    step.isRelative = node.value.isRelative;
    step.isNegated = node.op == Operator::NotEqual;
    switch (node.op) {
    case Operator::Equal:
    case Operator::NotEqual:
        step.low = step.high = wanted;
        break;
    case Operator::Less:
        step.high = wanted - 1;
        break;
    case Operator::LessEqual:
        step.high = wanted;
        break;
    case Operator::Greater:
        step.low = wanted + 1;
        break;
    case Operator::GreaterEqual:
        step.low = wanted;
        break;
    case Operator::Like:
    case Operator::NotLike:
    case Operator::Missing:
    case Operator::NotMissing:
        break;
    }
}

bool CompiledExpression::holds(const Step& step, const EnforcementRow& row) {
    switch (step.source) {
    case Source::Id:
        return numberHolds(step, row.id, true);
    case Source::Event:
        return numberHolds(step, row.event, row.event > 0);
    case Source::Created:
        return numberHolds(step, row.created, isInstant(row.created));
    case Source::Resolved:
        return numberHolds(step, row.resolvedAt, isInstant(row.resolvedAt));
    case Source::Took: {
        const bool isKnown = isInstant(row.resolvedAt) && isInstant(row.created);
        return numberHolds(step, isKnown ? row.resolvedAt - row.created : 0, isKnown);
    }
    case Source::RuleId:
        return numberHolds(step, row.rule, row.rule > 0);
    case Source::Received:
        return numberHolds(step, row.received(), isInstant(row.received()));
    case Source::RuleRef:
        return symbolHolds(step, row.ruleRef);
    case Source::TriggerRef:
        return symbolHolds(step, row.triggerRef);
    case Source::Status:
        return symbolHolds(step, row.status);
    case Source::Condition:
        return symbolHolds(step, row.condition);
    case Source::Tag:
        return tagHolds(step, row);
    }
    Q_UNREACHABLE();
}

bool CompiledExpression::numberHolds(const Step& step, std::int64_t value, bool isKnown) const {
    if (!isKnown || (step.isRelative && !isInstant(m_now)))
        return false;
    if (step.isRelative)
        value -= m_now;
    return (value >= step.low && value <= step.high) != step.isNegated;
}

bool CompiledExpression::symbolHolds(const Step& step, Symbol symbol) {
    const auto& matches = m_memos[step.place].matches;
    if (symbol >= matches.size())
        extend(step);
    return matches[symbol] != 0;
}

bool CompiledExpression::tagHolds(const Step& step, const EnforcementRow& row) const {
    const bool isStored = row.traceTag == TraceTag::Stored && m_tags != nullptr;
    const auto stored = isStored ? m_tags->storedTraceTag(row.id) : std::string_view();
    return m_tagMatchers[step.place].match(row, *m_vocabulary, stored) != step.isNegated;
}

void CompiledExpression::extend(const Step& step) {
    Memo& memo = m_memos[step.place];
    const Node& node = *memo.comparison;
    const SymbolTable& table = step.source == Source::Status      ? m_vocabulary->statuses
                               : step.source == Source::Condition ? m_vocabulary->conditions
                                                                  : m_vocabulary->refs;
    const Symbol size = table.size();
    memo.matches.reserve(size);
    for (auto symbol = static_cast<Symbol>(memo.matches.size()); symbol < size; ++symbol) {
        const QString& text = &table == &m_vocabulary->refs ? m_vocabulary->filterText(symbol) : table.text(symbol);
        const bool matches = node.field == Name::Pack
                                 ? expression::textHolds(node.op, node.value.text, packOf(text).toString())
                                 : expression::textHolds(node.op, node.value.text, text);
        memo.matches.push_back(matches ? 1 : 0);
    }
}

} // namespace attune::core
