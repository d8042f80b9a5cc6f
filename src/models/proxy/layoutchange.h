// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sortedrows.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace attune::models {

/// A change of nothing but the order of rows: announces it, remembers the persistent indexes, and takes them along when
/// it finishes. While it lasts, the rows count as scrambled.
class LayoutChange {
public:
    LayoutChange(EnforcementFilterProxyModel& model, SortedRows& rows);

    /// Positions, in the old order, of rows that somebody holds a persistent index to. May repeat.
    [[nodiscard]] const std::vector<std::size_t>& heldPositions() const { return m_positions; }

    /// The rows are in their new order, in which every row can be found.
    void finish();
    /// The rows stay scrambled for now: `newPosition` tells where an old position went.
    void finish(const std::function<std::size_t(std::size_t)>& newPosition);
    /// The same for a change in which what matters is which row it is.
    void finishBySeq(const std::function<std::size_t(SortedRows::Seq)>& newPosition);

private:
    void moveIndexes(const std::function<std::size_t(std::size_t)>& newPositionOfHeld);

    EnforcementFilterProxyModel& m_model;
    SortedRows& m_rows;
    QModelIndexList m_indexes;
    std::vector<std::size_t> m_positions;
    std::vector<SortedRows::Seq> m_seqs;
};

} // namespace attune::models
