// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchange.h"
#include "proxyorder.h"
#include "storerows.h"

#include <algorithm>
#include <span>
#include <utility>

namespace attune::models {

namespace {

constexpr unsigned WillBeShown = 1; // as the filter says it
constexpr unsigned WasShown = 2;

} // namespace

const core::EnforcementFilter& ProxyOrder::wantedFilter() const {
    return m_waitingFilter ? *m_waitingFilter : m_filter.filter();
}

core::CompiledFilter ProxyOrder::compiled(const core::EnforcementFilter& filter) const {
    core::CompiledFilter result(filter, m_vocabulary, &m_store);
    result.setNow(m_now);
    return result;
}

void ProxyOrder::setFilter(const core::EnforcementFilter& filter) {
    m_waitingFilter.reset();
    // Rows that enter have to be brought into the order, unless all rows are known in it.
    const bool isSorted = m_all.has_value() || m_filter.passesAll();
    if (!isSorted && m_store.size() > m_workerThreshold) {
        m_waitingFilter = filter;
        if (!m_sorting.isRunning())
            m_sorting.start(m_rows.order());
        return;
    }
    refilter(compiled(filter));
    m_model.announceFilter();
}

void ProxyOrder::refilter(core::CompiledFilter filter) {
    m_countsKnown = false;
    m_lastPass = m_now;
    const Marks marks = mark(filter);
    makeAll();
    remove(leaving(marks));
    m_filter = std::move(filter);
    enter(marks);
    if (m_filter.passesAll())
        m_all.reset();
}

ProxyOrder::Marks ProxyOrder::mark(core::CompiledFilter& filter) {
    Marks marks{std::vector<std::uint8_t>(m_store.size()), m_store.firstSeq()};
    forEachRun(m_store, [&](Seq seq, std::span<const core::EnforcementRow> rows) {
        filter.test(rows, &marks.rows[static_cast<std::size_t>(seq - marks.first)]);
    });
    if (m_rows.size() == m_store.size()) {
        for (std::uint8_t& mark : marks.rows)
            mark = static_cast<std::uint8_t>(mark | WasShown);
    } else {
        m_rows.forEach(
            [&](std::size_t, Seq seq) { marks.rows[static_cast<std::size_t>(seq - marks.first)] |= WasShown; });
    }
    std::size_t passing = 0;
    std::size_t staying = 0;
    for (const std::uint8_t mark : marks.rows) {
        passing += mark & WillBeShown;
        staying += mark == (WasShown | WillBeShown) ? 1U : 0U;
    }
    marks.leaving = m_rows.size() - staying;
    marks.entering = passing - staying;
    return marks;
}

Positions ProxyOrder::leaving(const Marks& marks) const {
    if (marks.leaving == 0)
        return {};
    // Written without a branch: which row leaves is hard to predict.
    Positions positions(marks.leaving + 1);
    std::size_t count = 0;
    m_rows.forEach([&](std::size_t position, Seq seq) {
        positions[count] = static_cast<std::uint32_t>(position);
        count += marks.of(seq) == WasShown ? 1U : 0U;
    });
    positions.pop_back();
    return positions;
}

void ProxyOrder::enter(const Marks& marks) {
    if (marks.entering > 0 && !enterInRuns(marks))
        enterAtOnce(marks);
}

bool ProxyOrder::enterInRuns(const Marks& marks) {
    std::vector<Seq> entering;
    entering.reserve(marks.entering);
    std::vector<SortedRows::Slot> slotsOfRows;
    std::size_t staying = 0;
    // A loop of its own, because it mostly ends early.
    for (std::size_t position = 0; position < m_all->size() && slotsOfRows.size() <= MaxRuns; ++position) {
        const Seq seq = m_all->seqAt(position);
        const unsigned mark = marks.of(seq);
        if (mark == (WasShown | WillBeShown))
            ++staying;
        if (mark != WillBeShown)
            continue;
        if (slotsOfRows.empty() || slotsOfRows.back().position != staying)
            slotsOfRows.push_back({staying, entering.size(), 0});
        ++slotsOfRows.back().count;
        entering.push_back(seq);
    }
    if (slotsOfRows.size() > MaxRuns)
        return false;
    insertSlots(entering, slotsOfRows);
    return true;
}

void ProxyOrder::enterAtOnce(const Marks& marks) {
    std::vector<Seq> entering(marks.entering + 1);
    std::size_t count = 0;
    for (std::size_t i = 0; i < marks.rows.size(); ++i) {
        entering[count] = marks.first + static_cast<Seq>(i);
        count += marks.rows[i] == WillBeShown ? 1U : 0U;
    }
    entering.pop_back();
    m_rows.setScrambled(true);
    insertSlots(entering, {{m_rows.size(), 0, entering.size()}});
    LayoutChange change(m_model, m_rows);
    m_rows.assignFrom(*m_all, m_rows.size(), [&marks](Seq seq) { return (marks.of(seq) & WillBeShown) != 0; });
    change.finish();
}

void ProxyOrder::makeAll() {
    if (m_all)
        return;
    if (m_filter.passesAll()) {
        m_all.emplace(m_rows);
        return;
    }
    m_all.emplace(m_store, m_rows.order());
    m_all->fill();
}

} // namespace attune::models
