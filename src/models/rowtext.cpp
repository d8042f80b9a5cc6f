// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "rowtext.h"

#include "attune/core/displaytext.h"
#include "attune/models/roles.h"

namespace attune::models {

namespace {

using core::Column;

QString rfc3339(core::UtcMicros time) {
    return core::isInstant(time) ? QString::fromStdString(core::formatRfc3339(time)) : QString();
}

QString milliseconds(std::optional<std::chrono::microseconds> span) {
    return span ? QString::number(span->count() / 1000) : QString();
}

/// `told` is what may be told of `row`.
bool isTagWithheld(const core::EnforcementRow& row, const core::EnforcementRow& told, Column column) {
    return column == Column::TraceTag && told.traceTag != row.traceTag;
}

} // namespace

QVariant RowText::value(const core::EnforcementRow& row, Column column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return QString(core::columnTitle(column) + u": " + text(row, column));
    case Qt::TextAlignmentRole:
        return alignment(column);
    case SortRole:
        return sortValue(row, column);
    case ServerTextRole:
        return serverText(row, column);
    case DisclosedTextRole:
        return disclosedText(row, column);
    case PaperTextRole:
        return paperText(row, column);
    default:
        return rowValue(row, role);
    }
}

QVariant RowText::alignment(Column column) {
    const bool isRight = core::columnInfo(column).align == core::Align::Right;
    return QVariant::fromValue(Qt::Alignment(isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant RowText::rowValue(const core::EnforcementRow& row, int role) const {
    switch (role) {
    case IdRole:
        return qint64{row.id};
    case StatusRole:
        return int{row.status};
    case StatusWordRole:
        return m_vocabulary.statuses.text(row.status);
    case ConditionWordRole:
        return m_vocabulary.conditions.text(row.condition);
    case RuleRefRole:
        return m_vocabulary.refs.text(row.ruleRef);
    case TriggerRefRole:
        return m_vocabulary.refs.text(row.triggerRef);
    case EventRole:
        return qint64{row.event};
    case CreatedRole:
        return qint64{row.created};
    case ResolvedRole:
        return qint64{row.resolvedAt};
    case TraceTagRole:
        return core::exactText(m_store.traceTag(row, m_vocabulary));
    case ReceivedRole:
        return qint64{row.received()};
    default:
        return {};
    }
}

QString RowText::text(const core::EnforcementRow& row, Column column) const {
    return core::displayText(core::columnText(row, column, m_vocabulary, m_style, m_now, m_facts));
}

QString RowText::serverText(const core::EnforcementRow& row, Column column) const {
    switch (column) {
    case Column::Event:
        return row.event > 0 ? QString::number(row.event) : QString();
    case Column::Created:
        return rfc3339(row.created);
    case Column::Resolved:
        return rfc3339(row.resolvedAt);
    case Column::Took:
        return milliseconds(core::isInstant(row.resolvedAt) ? core::took(row, m_now) : std::nullopt);
    case Column::Received:
        return rfc3339(row.received());
    case Column::Delta:
        return milliseconds(m_facts.sincePrevious);
    case Column::Age:
        return core::isInstant(row.created) && core::isInstant(m_now)
                   ? milliseconds(std::chrono::microseconds(m_now - row.created))
                   : QString();
    case Column::RuleId:
        return row.rule > 0 ? QString::number(row.rule) : QString();
    case Column::Id:
    case Column::Rule:
    case Column::Trigger:
    case Column::Condition:
    case Column::Status:
    case Column::Pack:
    case Column::TraceTag:
        return core::columnText(row, column, m_vocabulary, m_style, m_now, m_facts);
    }
    Q_UNREACHABLE();
}

QString RowText::disclosedText(const core::EnforcementRow& row, Column column) const {
    const core::EnforcementRow told = core::disclosed(row);
    return isTagWithheld(row, told, column) ? QString() : serverText(told, column);
}

QString RowText::paperText(const core::EnforcementRow& row, Column column) const {
    const core::EnforcementRow told = core::disclosed(row);
    return isTagWithheld(row, told, column) ? QString() : text(told, column);
}

QVariant RowText::sortValue(const core::EnforcementRow& row, Column column) const {
    switch (column) {
    case Column::Id:
        return qint64{row.id};
    case Column::Event:
        return row.event > 0 ? QVariant(qint64{row.event}) : QVariant();
    case Column::Created:
        return core::isInstant(row.created) ? QVariant(qint64{row.created}) : QVariant();
    case Column::Resolved:
        return core::isInstant(row.resolvedAt) ? QVariant(qint64{row.resolvedAt}) : QVariant();
    case Column::Took: {
        const auto span = core::took(row, m_now);
        return span ? QVariant(qint64{span->count()}) : QVariant();
    }
    case Column::RuleId:
        return row.rule > 0 ? QVariant(qint64{row.rule}) : QVariant();
    case Column::Age:
        return core::isInstant(row.created) ? QVariant(qint64{m_now - row.created}) : QVariant();
    case Column::Received:
        return core::isInstant(row.received()) ? QVariant(qint64{row.received()}) : QVariant();
    case Column::Delta:
        return m_facts.sincePrevious ? QVariant(qint64{m_facts.sincePrevious->count()}) : QVariant();
    case Column::Rule:
    case Column::Trigger:
    case Column::Condition:
    case Column::Status:
    case Column::Pack:
    case Column::TraceTag:
        return serverText(row, column);
    }
    Q_UNREACHABLE();
}

QString RowText::toolTip(const core::EnforcementRow& row, Column column) const {
    switch (column) {
    case Column::Created:
    case Column::Age:
    case Column::Delta:
        return core::toolTipText(core::instantToolTip(row.created));
    case Column::Received:
        return core::toolTipText(core::instantToolTip(row.received()));
    case Column::Resolved:
    case Column::Took:
        return core::toolTipText(core::instantToolTip(row.resolvedAt));
    case Column::Event:
        return core::toolTipText(core::exactText(m_store.traceTag(row, m_vocabulary)));
    case Column::Id:
    case Column::Rule:
    case Column::Trigger:
    case Column::Condition:
    case Column::Status:
    case Column::Pack:
    case Column::RuleId:
    case Column::TraceTag:
        return core::toolTipText(serverText(row, column));
    }
    Q_UNREACHABLE();
}

} // namespace attune::models
