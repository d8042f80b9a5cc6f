// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/column.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace attune::core {

namespace {

using enum Align;

constexpr std::array<ColumnInfo, ColumnCount> Columns{{
    {Column::Id, "id", QT_TRANSLATE_NOOP("Column", "ID"), Right, true, false, 10, false, true},
    {Column::Rule, "rule", QT_TRANSLATE_NOOP("Column", "Rule"), Left, false, true, 30, false, true},
    {Column::Trigger, "trigger", QT_TRANSLATE_NOOP("Column", "Trigger"), Left, false, true, 26, false, true},
    {Column::Event, "event", QT_TRANSLATE_NOOP("Column", "Event"), Right, true, false, 11, false, true},
    {Column::Condition, "condition", QT_TRANSLATE_NOOP("Column", "Condition"), Left, false, false, 9, false, true},
    {Column::Status, "status", QT_TRANSLATE_NOOP("Column", "Status"), Left, false, false, 13, false, true},
    {Column::Created, "created", QT_TRANSLATE_NOOP("Column", "Created"), Right, false, false, 15, false, true},
    {Column::Resolved, "resolved", QT_TRANSLATE_NOOP("Column", "Resolved"), Right, false, false, 15, false, true},
    {Column::Took, "took", QT_TRANSLATE_NOOP("Column", "Took"), Right, false, false, 10, false, true},
    {Column::Pack, "pack", QT_TRANSLATE_NOOP("Column", "Pack"), Left, false, true, 12, true, true},
    {Column::RuleId, "rule_id", QT_TRANSLATE_NOOP("Column", "Rule ID"), Right, true, false, 9, true, true},
    {Column::TraceTag, "trace_tag", QT_TRANSLATE_NOOP("Column", "Trace tag"), Left, false, true, 22, true, false},
    {Column::Age, "age", QT_TRANSLATE_NOOP("Column", "Age"), Right, false, false, 10, true, true},
    {Column::Delta, "delta", QT_TRANSLATE_NOOP("Column", "Since previous"), Right, false, false, 12, true, false},
    {Column::Received, "received", QT_TRANSLATE_NOOP("Column", "Received"), Right, false, false, 15, true, true},
}};

QString eventText(Id event) {
    if (event == UnknownId)
        return {};
    return event == NullId ? QStringLiteral("—") : u'#' + QString::number(event);
}

// A row that has stopped has a span; one that still waits has an age, which ticks in whole seconds.
QString tookText(const EnforcementRow& row, UtcMicros now) {
    const auto span = took(row, now);
    if (!span)
        return row.status == Status::Unknown ? QString() : QStringLiteral("—");
    return isInstant(row.resolvedAt) ? durationText(*span) : ageText(*span);
}

// A row of a server whose clock is ahead is never younger than nothing.
QString createdAgeText(const EnforcementRow& row, UtcMicros now) {
    if (!isInstant(row.created) || !isInstant(now))
        return {};
    return ageText(std::chrono::microseconds(std::max<UtcMicros>(0, now - row.created)));
}

QString ruleIdText(Id rule) {
    if (rule == UnknownId)
        return {};
    return rule == NullId ? QStringLiteral("—") : QString::number(rule);
}

} // namespace

QStringView packOf(QStringView ref) {
    const qsizetype dot = ref.indexOf(u'.');
    return dot < 0 ? QStringView() : ref.left(dot);
}

std::span<const ColumnInfo, ColumnCount> columns() { return Columns; }

const ColumnInfo& columnInfo(Column column) { return Columns[static_cast<std::size_t>(column)]; }

QString columnTitle(Column column) { return QCoreApplication::translate("Column", columnInfo(column).title); }

QString columnText(const EnforcementRow& row, Column column, const Vocabulary& vocabulary, TimeStyle style,
                   UtcMicros now, const RowFacts& facts) {
    switch (column) {
    case Column::Id:
        return QString::number(row.id);
    case Column::Rule:
        return vocabulary.refs.text(row.ruleRef);
    case Column::Trigger:
        return vocabulary.refs.text(row.triggerRef);
    case Column::Event:
        return eventText(row.event);
    case Column::Condition:
        return vocabulary.conditions.text(row.condition);
    case Column::Status:
        return vocabulary.statuses.text(row.status);
    case Column::Created:
        return instantText(row.created, style, now);
    case Column::Resolved:
        return instantText(row.resolvedAt, style, now);
    case Column::Took:
        return tookText(row, now);
    case Column::Pack:
        return packOf(vocabulary.refs.text(row.ruleRef)).toString();
    case Column::RuleId:
        return ruleIdText(row.rule);
    case Column::TraceTag:
        return facts.traceTag;
    case Column::Age:
        return createdAgeText(row, now);
    case Column::Delta:
        return facts.sincePrevious ? durationText(*facts.sincePrevious) : QString();
    case Column::Received:
        return instantText(row.received(), style, now);
    }
    Q_UNREACHABLE();
}

std::optional<std::chrono::microseconds> took(const EnforcementRow& row, UtcMicros now) {
    if (!isInstant(row.created))
        return std::nullopt;
    if (isInstant(row.resolvedAt))
        return std::chrono::microseconds(row.resolvedAt - row.created);
    if (Status::isFinal(row.status) || !isInstant(now))
        return std::nullopt;
    // The clocks of this machine and of the server differ: a row is never younger than nothing.
    return std::chrono::microseconds(std::max<UtcMicros>(0, now - row.created));
}

} // namespace attune::core
