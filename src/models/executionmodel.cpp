// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/models/executionmodel.h"

#include "executiontree.h"

#include <algorithm>
#include <ranges>

namespace attune::models {

ExecutionModel::ExecutionModel(QObject* parent) : QAbstractTableModel(parent) {}

ExecutionModel::~ExecutionModel() = default;

void ExecutionModel::setEnforcement(core::Id enforcement) {
    beginResetModel();
    m_enforcement = enforcement;
    m_lines.clear();
    m_positions.clear();
    endResetModel();
}

void ExecutionModel::merge(const std::vector<core::ExecutionRow>& rows) {
    for (const core::ExecutionRow& row : rows)
        mergeRow(row);
    rearrange();
}

bool ExecutionModel::apply(const std::vector<core::ExecutionUpdate>& updates) {
    bool changed = false;
    for (const core::ExecutionUpdate& update : updates) {
        if (belongs(update.row))
            changed |= mergeRow(update.row);
    }
    if (changed)
        rearrange();
    return changed;
}

bool ExecutionModel::belongs(const core::ExecutionRow& row) const {
    const auto isKnown = [this](core::Id id) {
        return m_positions.contains(id) || std::ranges::find(m_fresh, id, &core::ExecutionRow::id) != m_fresh.end();
    };
    const bool isOurs = m_enforcement > 0 && row.enforcement == m_enforcement;
    return isOurs || isKnown(row.id) || (row.parent > 0 && isKnown(row.parent));
}

bool ExecutionModel::mergeRow(const core::ExecutionRow& row) {
    if (const auto known = m_positions.find(row.id); known != m_positions.end()) {
        const auto line = static_cast<int>(known->second);
        const bool changed = core::mergeExecution(m_lines[known->second].row, row);
        if (changed)
            Q_EMIT dataChanged(index(line, 0), index(line, ColumnCount - 1));
        return changed;
    }
    if (const auto fresh = std::ranges::find(m_fresh, row.id, &core::ExecutionRow::id); fresh != m_fresh.end())
        return core::mergeExecution(*fresh, row);
    if (row.id <= 0 || m_lines.size() + m_fresh.size() >= MaxRows)
        return false;
    m_fresh.push_back(row);
    return true;
}

void ExecutionModel::rearrange() {
    std::vector<core::ExecutionRow> all = std::move(m_fresh);
    m_fresh.clear();
    for (const Line& line : m_lines)
        all.push_back(line.row);
    const std::vector<Line> target = arrangedByParent(std::move(all));
    moveLines(target);
    insertLines(target);
}

// Brings the known lines into the order they have in `target`.
void ExecutionModel::moveLines(const std::vector<Line>& target) {
    std::vector<Line> moved;
    for (const Line& line : target) {
        if (m_positions.contains(line.row.id))
            moved.push_back(line);
    }
    if (moved == m_lines)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<core::Id> ids;
    for (const QModelIndex& held : before)
        ids.push_back(m_lines[static_cast<std::size_t>(held.row())].row.id);
    m_lines = std::move(moved);
    indexLines();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOfId(ids[static_cast<std::size_t>(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

// Precondition: what is known is in order already.
void ExecutionModel::insertLines(const std::vector<Line>& target) {
    for (std::size_t first = 0; first < target.size(); ++first) {
        std::size_t end = first;
        while (end < target.size() && !m_positions.contains(target[end].row.id))
            ++end;
        if (end == first)
            continue;
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(first),
                       target.begin() + static_cast<std::ptrdiff_t>(first),
                       target.begin() + static_cast<std::ptrdiff_t>(end));
        indexLines();
        endInsertRows();
        first = end;
    }
}

void ExecutionModel::indexLines() {
    m_positions.clear();
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        m_positions.emplace(m_lines[line].row.id, line);
}

int ExecutionModel::rowOfId(core::Id id) const {
    const auto known = m_positions.find(id);
    return known == m_positions.end() ? -1 : static_cast<int>(known->second);
}

const core::ExecutionRow& ExecutionModel::rowAt(int row) const { return m_lines[static_cast<std::size_t>(row)].row; }

bool ExecutionModel::hasRunning() const {
    return std::ranges::any_of(m_lines, [](const Line& line) { return !line.row.isFinal(); });
}

} // namespace attune::models
