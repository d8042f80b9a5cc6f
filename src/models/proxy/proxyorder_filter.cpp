// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchange.h"
#include "proxyorder.h"
#include "storerows.h"

namespace attune::models {

namespace {

constexpr std::uint8_t WasShown = 1;
constexpr std::uint8_t WillBeShown = 2;

} // namespace

void ProxyOrder::setFilter(const core::EnforcementFilter& filter) {
    core::CompiledFilter compiled(filter, m_vocabulary);
    compiled.setNow(m_now);
    refilter(std::move(compiled));
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
    Marks marks(m_store.size());
    std::size_t i = 0;
    forEachRow(m_store, [&](Seq, const core::EnforcementRow& row) {
        const unsigned before = m_filter.test(row) ? WasShown : 0U;
        const unsigned after = filter.test(row) ? WillBeShown : 0U;
        marks[i++] = static_cast<std::uint8_t>(before | after);
    });
    return marks;
}

Positions ProxyOrder::leaving(const Marks& marks) const {
    Positions positions;
    m_rows.forEach([&, first = m_store.firstSeq()](std::size_t position, Seq seq) {
        if ((marks[static_cast<std::size_t>(seq - first)] & WillBeShown) == 0)
            positions.push_back(static_cast<std::uint32_t>(position));
    });
    return positions;
}

void ProxyOrder::enter(const Marks& marks) {
    const auto markOf = [&marks, first = m_store.firstSeq()](Seq seq) {
        return marks[static_cast<std::size_t>(seq - first)];
    };
    std::vector<Seq> entering;
    std::vector<SortedRows::Slot> slotsOfRows;
    std::size_t staying = 0;
    m_all->forEach([&](std::size_t, Seq seq) {
        const std::uint8_t mark = markOf(seq);
        if (mark == (WasShown | WillBeShown))
            ++staying;
        if (mark != WillBeShown)
            return;
        if (slotsOfRows.empty() || slotsOfRows.back().position != staying)
            slotsOfRows.push_back({staying, entering.size(), 0});
        ++slotsOfRows.back().count;
        entering.push_back(seq);
    });
    if (slotsOfRows.size() <= MaxRuns) {
        insertSlots(entering, slotsOfRows);
        return;
    }
    m_rows.setScrambled(true);
    insertSlots(entering, {{m_rows.size(), 0, entering.size()}});
    LayoutChange change(m_model, m_rows);
    m_rows.assignFrom(*m_all, [&markOf](Seq seq) { return (markOf(seq) & WillBeShown) != 0; });
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
