// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/verifiedwalk.h"

#include <algorithm>

namespace attune::session {

namespace {

[[nodiscard]] bool isDescending(const core::EnforcementPage& page) {
    return std::is_sorted(page.items.begin(), page.items.end(),
                          [](const core::EnforcementUpdate& a, const core::EnforcementUpdate& b) {
                              return a.row.created > b.row.created;
                          });
}

} // namespace

VerifiedWalk::Request VerifiedWalk::request() const { return m_next; }

VerifiedWalk::State VerifiedWalk::feed(const core::EnforcementPage& page) {
    const bool firstPage = m_last == core::UnknownTime;
    if (!firstPage && offset() > 0 && page.rejected == 0 &&
        (page.items.empty() || page.items.front().row.created <= m_last))
        return stepBack();
    for (const core::EnforcementUpdate& update : page.items) {
        m_seen.insert(update.row.id);
        m_newest = std::max(m_newest, update.row.created);
    }
    if (page.items.size() + page.rejected < m_next.perPage) {
        m_proven = m_proven && page.rejected == 0 && isDescending(page);
        return m_state = State::Complete;
    }
    if (page.rejected > 0 || !isDescending(page)) {
        // The edge is not known: go on, but conclude nothing from absence.
        m_proven = false;
        plainNextPage();
    } else {
        chain(page);
    }
    if (m_seen.size() >= m_goal.maxRows ||
        (m_goal.low != core::UnknownTime && m_last != core::UnknownTime && m_last < m_goal.low)) {
        m_coveredAbove = m_last;
        m_state = State::Complete;
    }
    return m_state;
}

/// Rows above us were deleted and the list moved up: read again, higher.
VerifiedWalk::State VerifiedWalk::stepBack() {
    if (++m_stepsBack > MaxStepsBack)
        return m_state = State::Abandoned;
    m_next = window(std::max<std::int64_t>(0, offset() - m_next.perPage));
    return m_state;
}

void VerifiedWalk::chain(const core::EnforcementPage& page) {
    const core::UtcMicros edge = page.items.back().row.created;
    m_last = m_last == core::UnknownTime ? edge : std::min(m_last, edge);
    const auto tieGroup =
        std::find_if(page.items.begin(), page.items.end(),
                     [this](const core::EnforcementUpdate& update) { return update.row.created <= m_last; });
    const std::int64_t above = offset() + (tieGroup - page.items.begin()) - 1;
    const std::int64_t end = offset() + m_next.perPage;
    const Request next = window(std::max<std::int64_t>(0, above));
    if (above >= 0 && static_cast<std::int64_t>(next.page) * next.perPage > end) {
        m_next = next;
    } else {
        m_proven = false; // more rows of one instant than a page can straddle
        plainNextPage();
    }
}

void VerifiedWalk::plainNextPage() { m_next = window(offset() + m_next.perPage); }

/// The page that contains row `firstRow` and reaches furthest below it.
VerifiedWalk::Request VerifiedWalk::window(std::int64_t firstRow) {
    Request best;
    std::int64_t bestEnd = -1;
    for (std::uint32_t perPage = MaxPage; perPage >= MinPage; --perPage) {
        const std::int64_t page = firstRow / perPage + 1;
        if (page * perPage > bestEnd) {
            bestEnd = page * perPage;
            best = {static_cast<std::uint32_t>(page), perPage};
        }
    }
    return best;
}

double VerifiedWalk::progress() const {
    if (m_state == State::Complete)
        return 1;
    const double byRows =
        static_cast<double>(m_seen.size()) / static_cast<double>(std::max<std::size_t>(1, m_goal.maxRows));
    if (m_goal.low == core::UnknownTime || m_last == core::UnknownTime || m_newest <= m_goal.low)
        return std::min(1.0, byRows);
    const double byTime = static_cast<double>(m_newest - m_last) / static_cast<double>(m_newest - m_goal.low);
    return std::clamp(std::max(byRows, byTime), 0.0, 1.0);
}

} // namespace attune::session
