// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/retirement/retirement.h"

#include <algorithm>
#include <utility>

namespace attune::core {

Retirement::Retirement(Seq first, Seq end, std::vector<Run> runs)
    : m_runs(std::move(runs)), m_first(first), m_end(end) {
    for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run) {
        run->leavingBehind = m_count;
        m_count += run->count;
    }
}

bool Retirement::movesRows() const noexcept {
    return m_runs.size() > 1 || (!m_runs.empty() && m_runs.front().first != m_first);
}

std::vector<Retirement::Run>::const_iterator Retirement::firstRunBehind(Seq seq) const {
    return std::upper_bound(m_runs.begin(), m_runs.end(), seq,
                            [](Seq wanted, const Run& run) { return wanted < run.first; });
}

bool Retirement::isLeaving(Seq seq) const {
    const auto behind = firstRunBehind(seq);
    return behind != m_runs.begin() && seq < std::prev(behind)->end();
}

Retirement::Seq Retirement::renumbered(Seq seq) const {
    const auto behind = firstRunBehind(seq);
    if (behind == m_runs.begin())
        return seq < m_end ? seq + m_count : seq;
    const Run& before = *std::prev(behind);
    return seq + before.leavingBehind + std::max<Seq>(0, before.end() - seq);
}

} // namespace attune::core
