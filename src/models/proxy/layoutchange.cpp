// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchange.h"

namespace attune::models {

LayoutChange::LayoutChange(EnforcementFilterProxyModel& model, SortedRows& rows) : m_model(model), m_rows(rows) {
    Q_EMIT m_model.layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    // Selections make their persistent indexes only when they hear the signal.
    m_indexes = m_model.persistentIndexList();
    m_positions.reserve(static_cast<std::size_t>(m_indexes.size()));
    m_seqs.reserve(m_positions.capacity());
    for (const QModelIndex& index : m_indexes) {
        m_positions.push_back(m_rows.mirrored(static_cast<std::size_t>(index.row())));
        m_seqs.push_back(m_rows.seqAt(m_positions.back()));
    }
    m_rows.setScrambled(true);
}

void LayoutChange::finish() {
    m_rows.setScrambled(false);
    moveIndexes([this](std::size_t held) { return m_rows.find(m_seqs[held]).value(); });
}

void LayoutChange::finish(const std::function<std::size_t(std::size_t)>& newPosition) {
    moveIndexes([this, &newPosition](std::size_t held) { return newPosition(m_positions[held]); });
}

void LayoutChange::finishBySeq(const std::function<std::size_t(SortedRows::Seq)>& newPosition) {
    moveIndexes([this, &newPosition](std::size_t held) { return newPosition(m_seqs[held]); });
}

void LayoutChange::moveIndexes(const std::function<std::size_t(std::size_t)>& newPositionOfHeld) {
    QModelIndexList moved;
    moved.reserve(m_indexes.size());
    for (std::size_t held = 0; held < m_positions.size(); ++held) {
        const auto row = static_cast<int>(m_rows.mirrored(newPositionOfHeld(held)));
        moved.push_back(m_model.index(row, m_indexes[static_cast<qsizetype>(held)].column()));
    }
    m_model.changePersistentIndexList(m_indexes, moved);
    Q_EMIT m_model.layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace attune::models
