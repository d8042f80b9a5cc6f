// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxyorder.h"
#include "storerows.h"

#include <cstring>
#include <span>
#include <utility>

namespace attune::models {

namespace {

/// How many are 1 where all others are 0: eight at a time.
std::size_t countOnes(const std::vector<std::uint8_t>& marks) {
    constexpr std::uint64_t EachByte = 0x0101'0101'0101'0101;
    std::size_t count = 0;
    std::size_t i = 0;
    for (; i + sizeof(std::uint64_t) <= marks.size(); i += sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, &marks[i], sizeof(eight));
        count += eight * EachByte >> 56U; // the sum of the bytes
    }
    for (; i < marks.size(); ++i)
        count += marks[i];
    return count;
}

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
    core::CompiledFilter next = compiled(filter);
    const Marks marks = mark(next);
    if (needsSort(marks)) {
        m_waitingFilter = filter;
        if (!m_sorting.isRunning())
            m_sorting.start(m_rows.order());
        return;
    }
    cancelNeedlessSort();
    refilter(std::move(next), marks);
    m_model.announceFilter();
}

bool ProxyOrder::needsSort(const Marks& marks) const {
    if (marks.entering == 0 || isOrderKnown() || m_filter.passesAll())
        return false;
    return m_rows.size() - marks.leaving + marks.entering > m_workerThreshold;
}

void ProxyOrder::refilter(core::CompiledFilter filter, const Marks& marks) {
    m_counter.filterChanged();
    m_lastPass = m_now;
    keepAll(marks);
    leave(marks);
    m_filter = std::move(filter);
    enter(marks);
    if (m_filter.passesAll())
        m_all.reset();
}

void ProxyOrder::keepAll(const Marks& marks) {
    if (m_rows.isInOrderOfArrival())
        m_all.reset();
    else if (!m_all && m_filter.passesAll() && marks.leaving > 0)
        m_all.emplace(m_rows);
}

ProxyOrder::Marks ProxyOrder::mark(core::CompiledFilter& filter) {
    Marks marks{std::vector<std::uint8_t>(m_store.size()), m_store.firstSeq()};
    forEachRun(m_store, [&](Seq seq, std::span<const core::EnforcementRow> rows) {
        filter.test(rows, &marks.rows[static_cast<std::size_t>(seq - marks.first)]);
    });
    const std::size_t passing = countOnes(marks.rows);
    std::size_t staying = passing;
    if (m_rows.size() == m_store.size()) {
        for (std::uint8_t& mark : marks.rows)
            mark = static_cast<std::uint8_t>(mark | Marks::WasShown);
    } else {
        staying = 0;
        m_rows.forEach([&](std::size_t, Seq seq) {
            std::uint8_t& mark = marks.rows[static_cast<std::size_t>(seq - marks.first)];
            staying += mark;
            mark = static_cast<std::uint8_t>(mark | Marks::WasShown);
        });
    }
    marks.leaving = m_rows.size() - staying;
    marks.entering = passing - staying;
    return marks;
}

} // namespace attune::models
