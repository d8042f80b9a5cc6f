// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/displaytext.h"
#include "attune/models/executionmodel.h"
#include "attune/models/roles.h"

#include <algorithm>
#include <optional>

namespace attune::models {

namespace {

constexpr int MaxIndent = 16; // deeper rows are still told apart by DepthRole

QString dash() { return QStringLiteral("—"); }

std::optional<std::chrono::microseconds> tookOf(const core::ExecutionRow& row, core::UtcMicros now) {
    const core::UtcMicros end = row.isFinal() ? row.updated : now;
    if (!core::isInstant(row.startedAt) || !core::isInstant(end))
        return std::nullopt;
    return std::chrono::microseconds(std::max<core::UtcMicros>(0, end - row.startedAt));
}

} // namespace

void ExecutionModel::setTimeStyle(core::TimeStyle style) {
    m_timeStyle = style;
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, StartedColumn), index(rowCount() - 1, StartedColumn));
}

void ExecutionModel::setNow(core::UtcMicros now) {
    m_now = now;
    for (int row = 0; row < rowCount(); ++row) {
        if (!rowAt(row).isFinal())
            Q_EMIT dataChanged(index(row, StartedColumn), index(row, TookColumn));
    }
}

int ExecutionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ExecutionModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ExecutionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::ToolTipRole:
        return toolTip(line.row, column);
    case Qt::AccessibleTextRole:
        return QString(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u": " +
                       text(line, column).trimmed());
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case IdRole:
        return qint64{line.row.id};
    case StatusWordRole:
        return line.row.status;
    case CreatedRole:
        return qint64{line.row.created};
    case DepthRole:
        return line.depth;
    case IsFinalRole:
        return line.row.isFinal();
    default:
        return {};
    }
}

QVariant ExecutionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        const bool isText = section == ActionColumn || section == StatusColumn;
        return QVariant::fromValue(Qt::Alignment(isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn:
        return tr("ID");
    case ActionColumn:
        return tr("Action");
    case StatusColumn:
        return tr("Status");
    case StartedColumn:
        return tr("Started");
    case TookColumn:
        return tr("Took");
    default:
        return {};
    }
}

QString ExecutionModel::text(const Line& line, Column column) const {
    switch (column) {
    case IdColumn:
        return QString::number(line.row.id);
    case ActionColumn: {
        const QString indent =
            line.depth > 0 ? QString(QString(4 * std::min(line.depth - 1, MaxIndent), u' ') % u"└ ") : QString();
        const QString task = line.row.taskName.isEmpty() ? QString() : QString(line.row.taskName % u": ");
        return indent + core::displayText(QString(task % line.row.actionRef));
    }
    case StatusColumn:
        return core::displayText(line.row.status);
    case StartedColumn:
        return core::isInstant(line.row.startedAt) ? core::instantText(line.row.startedAt, m_timeStyle, m_now) : dash();
    case TookColumn: {
        const auto span = tookOf(line.row, m_now);
        if (!span)
            return dash();
        return line.row.isFinal() ? core::durationText(*span) : core::ageText(*span);
    }
    case ColumnCount:
        break;
    }
    return {};
}

QString ExecutionModel::toolTip(const core::ExecutionRow& row, Column column) const {
    switch (column) {
    case ActionColumn:
        return core::toolTipText(row.actionRef);
    case StartedColumn:
        return core::toolTipText(core::instantToolTip(row.startedAt));
    case TookColumn:
        return core::toolTipText(core::instantToolTip(row.isFinal() ? row.updated : core::UnknownTime));
    case IdColumn:
        return row.originalExecution > 0 ? core::toolTipText(tr("Retry of %1").arg(row.originalExecution)) : QString();
    case StatusColumn:
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace attune::models
