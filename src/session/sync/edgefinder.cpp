// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/edgefinder.h"

#include <algorithm>
#include <utility>

namespace attune::session {

EdgeFinder::State EdgeFinder::feed(const core::EnforcementPage& page, std::int64_t offset) {
    if (++m_probes > MaxProbes)
        return State::GivenUp;
    const auto& items = page.items;
    const bool beginsAbove = offset == 0 || (!items.empty() && items.front().row.created > m_instant);
    const bool reachesIt = !page.pagination.hasNext || (!items.empty() && items.back().row.created <= m_instant);
    if (beginsAbove && reachesIt)
        return State::Found;
    if (beginsAbove)
        m_above = std::max(m_above, offset + static_cast<std::int64_t>(items.size()) - 1);
    else
        m_below = m_below == Unknown ? offset : std::min(m_below, offset);
    if (m_above != Unknown && m_below != Unknown && m_above >= m_below) {
        (beginsAbove ? m_below : m_above) = Unknown; // the list has moved meanwhile
        m_step = FirstStep;
    }
    m_row = nextRow();
    return State::Looking;
}

std::int64_t EdgeFinder::nextRow() {
    if (m_above != Unknown && m_below != Unknown)
        return m_below - m_above <= FirstStep / 2 ? m_above : m_above + (m_below - m_above) / 2;
    const std::int64_t step = std::exchange(m_step, std::min(m_step * 2, MaxStep));
    return m_above != Unknown ? m_above + step : std::max<std::int64_t>(0, m_below - step);
}

} // namespace attune::session
