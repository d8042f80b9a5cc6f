// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "firingindex.h"

#include "attune/models/enforcementtablemodel.h"

// Rows leave a full table, around those that stay.
namespace attune::models {

std::size_t EnforcementTableModel::retireTo(std::size_t rows) {
    if (m_store.size() <= rows)
        return 0;
    const core::Retirement retirement = m_store.retirementTo(rows);
    const auto leaving = static_cast<std::size_t>(retirement.count());
    if (retirement.movesRows()) {
        retireAround(retirement);
        return leaving;
    }
    beginRemoveRows({}, 0, static_cast<int>(leaving) - 1);
    m_store.retire(retirement);
    if (m_firings)
        m_firings->onRetired();
    endRemoveRows();
    return leaving;
}

/// Moving the rows that stay once for each run would take long: they get their numbers all at once, at the end.
void EnforcementTableModel::retireAround(const core::Retirement& retirement) {
    m_isRetiring = true;
    Q_EMIT rowsAboutToRetire(retirement);
    const auto& runs = retirement.runs();
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const int first = rowOf(run->first);
        beginRemoveRows({}, first, first + static_cast<int>(run->count) - 1);
        m_retired.push_back(*run);
        if (std::next(run) == runs.rend()) {
            m_store.retire(retirement);
            if (m_firings)
                m_firings->onRetiredAround(retirement);
            m_retired.clear();
            Q_EMIT rowsRenumbered(retirement);
        }
        endRemoveRows();
    }
    m_isRetiring = false;
}

std::int64_t EnforcementTableModel::seqOf(int row) const {
    std::int64_t seq = m_store.firstSeq() + row;
    for (auto run = m_retired.rbegin(); run != m_retired.rend() && run->first <= seq; ++run)
        seq += run->count;
    return seq;
}

int EnforcementTableModel::rowOf(std::int64_t seq) const {
    std::int64_t row = seq - m_store.firstSeq();
    for (auto run = m_retired.rbegin(); run != m_retired.rend() && run->first <= seq; ++run) {
        if (seq < run->end())
            return -1;
        row -= run->count;
    }
    return static_cast<int>(row);
}

} // namespace attune::models
