// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/models/enforcementtablemodel.h"

#include "firingindex.h"
#include "rowtext.h"

#include "attune/core/displaytext.h"
#include "attune/models/roles.h"

#include <algorithm>

namespace attune::models {

EnforcementTableModel::EnforcementTableModel(const core::Vocabulary& vocabulary, QObject* parent)
    : QAbstractTableModel(parent), m_vocabulary(vocabulary) {}

EnforcementTableModel::~EnforcementTableModel() = default;

ApplyResult EnforcementTableModel::apply(const core::EnforcementBatch& batch) {
    core::BatchPlan plan = m_store.plan(batch);
    ApplyResult result;
    result.prepended = prepend(plan);
    result.appended = append(plan);
    result.patched = patch(plan);
    result.removed = removeRanges(plan);
    if (m_cap > 0 && m_store.size() > m_cap + m_cap / RowsPerSlack)
        result.retired = retireTo(m_cap);
    result.conflicts = plan.conflicts;
    result.incomplete = std::move(plan.incomplete);
    result.conflicting = std::move(plan.conflicting);
    if (result.changedRows())
        Q_EMIT batchApplied(result);
    return result;
}

void EnforcementTableModel::setCap(std::size_t rows) {
    m_cap = rows;
    ApplyResult result;
    if (rows > 0)
        result.retired = retireTo(rows);
    if (result.changedRows())
        Q_EMIT batchApplied(result);
}

void EnforcementTableModel::clear() {
    beginResetModel();
    m_store.clear();
    if (m_firings)
        m_firings->rebuild();
    endResetModel();
}

void EnforcementTableModel::setTimeStyle(core::TimeStyle style) {
    if (m_timeStyle == style)
        return;
    m_timeStyle = style;
    const auto [first, last] = columnsOf(core::Field::Created | core::Field::ResolvedAt);
    Q_EMIT textsChanged(first, last);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, first), index(rowCount() - 1, last), {Qt::DisplayRole, Qt::AccessibleTextRole});
}

void EnforcementTableModel::setDeltasWanted(bool wanted) {
    if (wanted == (m_firings != nullptr))
        return;
    m_firings = wanted ? std::make_unique<FiringIndex>(m_store) : nullptr;
    const int column = static_cast<int>(core::Column::Delta);
    Q_EMIT textsChanged(column, column);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

core::RowFacts EnforcementTableModel::factsOf(const core::EnforcementRow& row, core::Column column) const {
    core::RowFacts facts;
    if (column == core::Column::TraceTag)
        facts.traceTag = core::exactText(m_store.traceTag(row, m_vocabulary));
    else if (column == core::Column::Delta && m_firings)
        facts.sincePrevious = m_firings->sincePrevious(row.id);
    return facts;
}

int EnforcementTableModel::rowOfId(core::Id id) const {
    const auto seq = m_store.find(id);
    return seq ? rowOf(*seq) : -1;
}

core::Id EnforcementTableModel::idAt(int row) const {
    return row >= 0 && row < rowCount() ? rowAt(row).id : core::UnknownId;
}

const core::EnforcementRow& EnforcementTableModel::rowAt(int row) const { return m_store.row(seqOf(row)); }

int EnforcementTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rowOf(m_store.endSeq());
}

int EnforcementTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : core::ColumnCount;
}

QVariant EnforcementTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const core::EnforcementRow& row = rowAt(index.row());
    const auto column = static_cast<core::Column>(index.column());
    const core::RowFacts facts = factsOf(row, column);
    return RowText(m_store, m_vocabulary, m_timeStyle, m_now, facts).value(row, column, role);
}

QVariant EnforcementTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        const bool exists = section >= 0 && section < rowCount();
        return exists && role == Qt::DisplayRole ? QVariant(QString::number(idAt(section))) : QVariant();
    }
    if (section < 0 || section >= core::ColumnCount)
        return {};
    const auto column = static_cast<core::Column>(section);
    if (role == Qt::DisplayRole)
        return core::columnTitle(column);
    if (role == Qt::ToolTipRole && !core::columnInfo(column).isSortable)
        return tr("Rows cannot be sorted by this column.");
    return role == Qt::TextAlignmentRole ? RowText::alignment(column) : QVariant();
}

QHash<int, QByteArray> EnforcementTableModel::roleNames() const {
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{IdRole, "id"},
                  {SortRole, "sort"},
                  {ServerTextRole, "serverText"},
                  {DisclosedTextRole, "disclosedText"},
                  {PaperTextRole, "paperText"},
                  {StatusRole, "status"},
                  {StatusWordRole, "statusWord"},
                  {ConditionWordRole, "conditionWord"},
                  {RuleRefRole, "ruleRef"},
                  {TriggerRefRole, "triggerRef"},
                  {EventRole, "event"},
                  {CreatedRole, "created"},
                  {ResolvedRole, "resolved"},
                  {TraceTagRole, "traceTag"},
                  {ReceivedRole, "received"}});
    return names;
}

std::size_t EnforcementTableModel::prepend(core::BatchPlan& plan) {
    if (m_cap > 0) {
        const std::size_t taken = m_store.size() + plan.append.size();
        const auto kept = static_cast<std::size_t>(m_store.keptEnd() - m_store.firstSeq());
        m_store.limitPrepend(plan, m_cap > taken ? m_cap - taken : 0, m_cap / 2 - std::min(m_cap / 2, kept));
    }
    if (!plan.prepend.empty()) {
        beginInsertRows({}, 0, static_cast<int>(plan.prepend.size()) - 1);
        m_store.prepend(plan);
        if (m_firings)
            m_firings->onInserted(m_store.firstSeq(), static_cast<std::int64_t>(plan.prepend.size()));
        endInsertRows();
    }
    return plan.prepend.size();
}

std::size_t EnforcementTableModel::append(const core::BatchPlan& plan) {
    if (plan.append.empty()) {
        m_store.append(plan); // keeps the trace tags
        return 0;
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(plan.append.size()) - 1);
    m_store.append(plan);
    if (m_firings) {
        const auto count = static_cast<std::int64_t>(plan.append.size());
        m_firings->onInserted(m_store.endSeq() - count, count);
    }
    endInsertRows();
    return plan.append.size();
}

std::size_t EnforcementTableModel::removeRanges(const core::BatchPlan& plan) {
    std::size_t removed = 0;
    for (const core::SeqRange range : plan.removals) {
        const auto first = static_cast<int>(range.first - m_store.firstSeq());
        beginRemoveRows({}, first, first + static_cast<int>(range.count) - 1);
        m_store.remove(range);
        if (m_firings)
            m_firings->onRemoved(range);
        endRemoveRows();
        removed += static_cast<std::size_t>(range.count);
    }
    return removed;
}

} // namespace attune::models
