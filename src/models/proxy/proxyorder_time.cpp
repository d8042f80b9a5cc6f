// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxyorder.h"

#include <algorithm>
#include <utility>

// Rows that leave or enter because time goes by.
namespace attune::models {

using core::UtcMicros;

namespace {

constexpr UtcMicros PassInterval = 1'000'000;

} // namespace

bool ProxyOrder::setNow(UtcMicros now) {
    m_now = now;
    const bool isRelative = m_filter.filter().expression.dependsOnTime();
    if (!m_filter.filter().window && !isRelative)
        return false;
    const UtcMicros oldest = m_filter.filter().oldestMatching(now);
    if (oldest == m_filter.oldest() && !isRelative)
        return false;
    const bool isForward = !isRelative && (m_filter.oldest() == core::UnknownTime || oldest > m_filter.oldest());
    if (isForward && (m_rows.order().isByAge() || m_store.arrivalOrder().isByAge())) {
        if (m_rows.order().isByAge())
            dropOlderThan(oldest);
        else
            dropArrivedBefore(oldest);
        m_filter.setNow(now);
        m_counter.rowsChanged();
        return true;
    }
    if (core::isInstant(m_lastPass) && now >= m_lastPass && now - m_lastPass < PassInterval)
        return false;
    core::CompiledFilter filter = m_filter;
    filter.setNow(now);
    const Marks marks = mark(filter);
    if (needsSort(marks)) {
        if (!m_sorting.isRunning())
            m_sorting.start(m_rows.order()); // the next tick finds the rows in order
        m_lastPass = now;
        return false;
    }
    refilter(std::move(filter), marks);
    return true;
}

void ProxyOrder::dropOlderThan(UtcMicros oldest) {
    // Sorted by age, the old end is one run: at the start of the list, whatever the direction.
    std::size_t count = 0;
    while (count < m_rows.size() && m_rows.rowAt(count).created < oldest)
        ++count;
    if (count > 0)
        removeRun(0, count);
}

void ProxyOrder::dropArrivedBefore(UtcMicros oldest) {
    const Seq begin = m_filter.oldest() == core::UnknownTime ? m_store.firstSeq() : firstCreatedFrom(m_filter.oldest());
    const Seq end = firstCreatedFrom(oldest);
    if (begin < end)
        remove(m_rows.findRange(begin, end, countShown(begin, end)));
}

ProxyOrder::Seq ProxyOrder::firstCreatedFrom(UtcMicros time) const {
    Seq low = m_store.firstSeq();
    Seq high = m_store.endSeq();
    while (low < high) {
        const Seq middle = low + (high - low) / 2;
        if (m_store.row(middle).created < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace attune::models
