// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/cellterm.h"

#include "attune/core/expression/expressioncompletion.h"
#include "attune/core/timestamp.h"

namespace attune::widgets {

namespace {

using core::Column;

constexpr qint64 Second = 1'000; // milliseconds
constexpr qint64 Minute = 60 * Second;

/// The name of the column in expressions; null where it has none.
const char* fieldOf(Column column) {
    switch (column) {
    case Column::Id:
        return "id";
    case Column::Rule:
        return "rule";
    case Column::Trigger:
        return "trigger";
    case Column::Event:
        return "event";
    case Column::Condition:
        return "condition";
    case Column::Status:
        return "status";
    case Column::Created:
        return "created";
    case Column::Resolved:
        return "resolved";
    case Column::Took:
        return "took";
    case Column::Pack:
        return "pack";
    case Column::RuleId:
        return "rule_id";
    case Column::Received:
        return "received";
    case Column::TraceTag:
        return "tag";
    case Column::Age:   // another one by the time the filter is in force
    case Column::Delta: // knows of other rows
        return nullptr;
    }
    Q_UNREACHABLE();
}

/// No filter finds what the server hides.
bool isHidden(Column column, const QString& value) {
    const bool isRef = column == Column::Rule || column == Column::Trigger;
    return isRef && value == core::Vocabulary().refs.text(core::RedactedRef);
}

QString range(const QString& field, const QString& from, const QString& to) {
    return QStringLiteral("%1 >= %2 and %1 < %3").arg(field, from, to);
}

/// The second that the time lies in.
QString instantRange(const QString& field, const QString& value) {
    const auto time = core::parseTimestamp(value.toStdString());
    if (!time)
        return {};
    constexpr core::UtcMicros Micros = 1'000'000;
    const core::UtcMicros begin = *time - ((*time % Micros) + Micros) % Micros;
    const auto text = [](core::UtcMicros at) { return QString::fromStdString(core::formatRfc3339(at, 3)); };
    return range(field, text(begin), text(begin + Micros));
}

/// As exact as it is written: to the millisecond, the tenth of a second or the second.
QString spanRange(const QString& field, const QString& value) {
    bool isNumber = false;
    const qint64 span = value.toLongLong(&isNumber);
    if (!isNumber)
        return {};
    if (span < 0) // two clocks
        return field + QStringLiteral(" < 0s");
    const qint64 step = span < Second ? 1 : span < Minute ? Second / 10 : Second;
    const qint64 begin = span / step * step;
    return range(field, QStringLiteral("%1ms").arg(begin), QStringLiteral("%1ms").arg(begin + step));
}

bool isNumber(Column column) { return column == Column::Id || column == Column::Event || column == Column::RuleId; }
bool isInstant(Column column) {
    return column == Column::Created || column == Column::Resolved || column == Column::Received;
}

QString equality(Column column, const QString& sign, const QString& value) {
    return QLatin1String(fieldOf(column)) + sign + (isNumber(column) ? value : core::expressionText(value));
}

} // namespace

QString cellTerm(Column column, const QString& value) {
    const QString field = QLatin1String(fieldOf(column));
    if (field.isEmpty() || isHidden(column, value))
        return {};
    if (value.isEmpty())
        return column == Column::TraceTag ? QString() : QString(field + QStringLiteral(" is missing"));
    if (isInstant(column))
        return instantRange(field, value);
    return column == Column::Took ? spanRange(field, value) : equality(column, QStringLiteral(" = "), value);
}

QString otherCellsTerm(Column column, const QString& value) {
    const QString term = cellTerm(column, value);
    if (term.isEmpty())
        return {};
    if (value.isEmpty())
        return QLatin1String(fieldOf(column)) + QStringLiteral(" is not missing");
    if (isInstant(column) || column == Column::Took)
        return QStringLiteral("not (%1)").arg(term);
    return equality(column, QStringLiteral(" != "), value);
}

} // namespace attune::widgets
