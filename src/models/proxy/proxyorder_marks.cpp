// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchange.h"
#include "proxyorder.h"

#include <algorithm>
#include <utility>

// Rows that leave and enter because of another filter.
namespace attune::models {

Positions ProxyOrder::leaving(const Marks& marks) const {
    if (marks.leaving == 0)
        return {};
    // Written without a branch: which row leaves is hard to predict.
    Positions positions(marks.leaving + 1);
    std::size_t count = 0;
    m_rows.forEach([&](std::size_t position, Seq seq) {
        positions[count] = static_cast<std::uint32_t>(position);
        count += marks.of(seq) == Marks::WasShown ? 1U : 0U;
    });
    positions.pop_back();
    return positions;
}

void ProxyOrder::enter(const Marks& marks) {
    if (marks.entering == 0)
        return;
    if (!isOrderKnown())
        enterUnsorted(marks);
    else if (!enterInRuns(marks))
        enterAtOnce(marks);
}

bool ProxyOrder::enterInRuns(const Marks& marks) {
    std::vector<Seq> entering;
    entering.reserve(marks.entering);
    std::vector<SortedRows::Slot> slotsOfRows;
    std::size_t staying = 0;
    const auto visit = [&](Seq seq) {
        const unsigned mark = marks.of(seq);
        if (mark == Marks::Stays)
            ++staying;
        if (mark != Marks::WillBeShown)
            return;
        if (slotsOfRows.empty() || slotsOfRows.back().position != staying)
            slotsOfRows.push_back({staying, entering.size(), 0});
        ++slotsOfRows.back().count;
        entering.push_back(seq);
    };
    // Loops that mostly end early.
    if (m_all) {
        for (std::size_t position = 0; position < m_all->size() && slotsOfRows.size() <= MaxRuns; ++position)
            visit(m_all->seqAt(position));
    } else {
        for (Seq seq = m_store.firstSeq(); seq < m_store.endSeq() && slotsOfRows.size() <= MaxRuns; ++seq)
            visit(seq);
    }
    if (slotsOfRows.size() > MaxRuns)
        return false;
    insertSlots(entering, slotsOfRows);
    return true;
}

std::vector<ProxyOrder::Seq> ProxyOrder::entering(const Marks& marks) const {
    // Written without a branch: which row enters is hard to predict.
    std::vector<Seq> entering(marks.entering + 1);
    std::size_t count = 0;
    for (std::size_t i = 0; i < marks.rows.size(); ++i) {
        entering[count] = marks.first + static_cast<Seq>(i);
        count += marks.rows[i] == Marks::WillBeShown ? 1U : 0U;
    }
    entering.pop_back();
    return entering;
}

void ProxyOrder::enterAtOnce(const Marks& marks) {
    const std::vector<Seq> rows = entering(marks);
    m_rows.setScrambled(true);
    insertSlots(rows, {{m_rows.size(), 0, rows.size()}});
    LayoutChange change(m_model, m_rows);
    const auto isShown = [&marks](Seq seq) { return (marks.of(seq) & Marks::WillBeShown) != 0; };
    if (m_all)
        m_rows.assignFrom(*m_all, m_rows.size(), isShown);
    else
        m_rows.assignIf(m_rows.size(), isShown);
    change.finish();
}

void ProxyOrder::enterUnsorted(const Marks& marks) {
    std::vector<Seq> rows = entering(marks);
    // Looking each place up takes longer than sorting anew unless they are few.
    if (rows.size() <= m_rows.size() / RowsPerLookUp) {
        m_rows.sort(rows);
        insert(rows);
        return;
    }
    m_rows.setScrambled(true);
    insertSlots(rows, {{m_rows.size(), 0, rows.size()}});
    LayoutChange change(m_model, m_rows);
    m_rows.reorder(m_rows.order());
    change.finish();
}

} // namespace attune::models
