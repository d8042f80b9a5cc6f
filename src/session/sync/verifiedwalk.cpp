// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/verifiedwalk.h"

#include "attune/core/testing/mutants.h"

#include <algorithm>
#include <utility>

namespace attune::session {

using core::isBroken;
using core::Mutant;

namespace {

[[nodiscard]] bool isDescending(const core::EnforcementPage& page) {
    return std::is_sorted(page.items.begin(), page.items.end(),
                          [](const core::EnforcementUpdate& a, const core::EnforcementUpdate& b) {
                              return a.row.created > b.row.created;
                          });
}

/// The place of every row is known.
[[nodiscard]] bool isOrdered(const core::EnforcementPage& page) {
    return page.rejected == 0 && isDescending(page) &&
           (page.items.empty() || core::isInstant(page.items.back().row.created));
}

} // namespace

VerifiedWalk::VerifiedWalk(Goal goal) : m_goal(goal) {
    if (m_goal.high == core::UnknownTime)
        return;
    m_finder.emplace(m_goal.high, m_goal.firstRow);
    m_next = window(m_finder->row());
}

VerifiedWalk::Request VerifiedWalk::request() const { return m_next; }

VerifiedWalk::State VerifiedWalk::locate(const core::EnforcementPage& page) {
    switch (m_finder->feed(page, offset())) {
    case EdgeFinder::State::Looking:
        m_next = window(m_finder->row());
        break;
    case EdgeFinder::State::GivenUp:
        m_state = State::Abandoned;
        break;
    case EdgeFinder::State::Found:
        m_finder.reset();
        break;
    }
    return m_state;
}

VerifiedWalk::State VerifiedWalk::feed(const core::EnforcementPage& page) {
    if (m_finder && (locate(page) == State::Abandoned || m_finder))
        return m_state;
    const bool ordered = isOrdered(page);
    // Without a proof to keep there is nothing to go back for; inside a large tie group it would never end.
    if (m_proven && !isBroken(Mutant::NoOverlap) && m_last != core::UnknownTime && offset() > 0 && ordered &&
        (page.items.empty() || page.items.front().row.created <= m_last))
        return stepBack();
    m_isBehind = m_last != core::UnknownTime && edgeGroup(page) == page.items.end();
    learnDrift(page);
    const bool newRows = note(page);
    const bool isShort = page.items.size() + page.rejected < m_next.perPage;
    if (!ordered)
        breakChain();
    if (isShort && !page.pagination.hasNext)
        return complete(core::UnknownTime);
    if (isShort || !ordered) {
        breakChain(); // a short page that is not the last one: the server says less than it was asked for
        plainNextPage();
    } else {
        chain(page);
    }
    if (reachedGoal())
        return complete(m_last);
    if (!newRows && ++m_idlePages > MaxIdlePages)
        return m_state = State::Abandoned;
    return m_state;
}

/// Whether there was a row among them that had not been seen.
bool VerifiedWalk::note(const core::EnforcementPage& page) {
    const std::size_t before = m_seen.size();
    if (before == 0 && !page.items.empty())
        m_newest = page.items.front().row.created;
    m_rank = offset() + static_cast<std::int64_t>(page.items.size() + page.rejected);
    for (const core::EnforcementUpdate& update : page.items)
        m_seen.insert(update.row.id);
    if (m_seen.size() > before && m_stepsBack > 0)
        --m_stepsBack;
    return m_seen.size() > before;
}

/// By how many rows the list moved down while this page was asked for. Without regard to that, a list that moves by a
/// page meanwhile would be read in one place for ever.
void VerifiedWalk::learnDrift(const core::EnforcementPage& page) {
    if (m_edgeRow < 0 || m_last == core::UnknownTime)
        return;
    const std::int64_t found = offset() + (edgeGroup(page) - page.items.begin());
    m_driftBefore =
        std::exchange(m_drift, std::clamp<std::int64_t>((found - m_edgeRow) / std::max(m_asked, 1), 0, MaxDrift));
}

/// The first row that is as old as the edge, or older.
auto VerifiedWalk::edgeGroup(const core::EnforcementPage& page) const
    -> std::vector<core::EnforcementUpdate>::const_iterator {
    return std::find_if(page.items.begin(), page.items.end(),
                        [this](const core::EnforcementUpdate& update) { return update.row.created <= m_last; });
}

bool VerifiedWalk::reachedGoal() const {
    // One that began in the middle has to come further than where it began, or the next one would do the same.
    const bool hasMoved = m_goal.high == core::UnknownTime || m_last < m_goal.high;
    return (m_seen.size() >= m_goal.maxRows && hasMoved) ||
           (m_goal.low != core::UnknownTime && m_last != core::UnknownTime && m_last < m_goal.low);
}

/// The list moved down less than the last time, or even up, because rows above us were deleted: read again, higher.
VerifiedWalk::State VerifiedWalk::stepBack() {
    if (++m_stepsBack > MaxStepsBack)
        return m_state = State::Abandoned;
    m_isBehind = true;
    m_drift /= 2;
    ++m_asked;
    if (std::exchange(m_ahead, 0) > 0 && m_edgeRow > 0) {
        m_next = window(m_edgeRow - 1);
        return m_state;
    }
    m_overlap = MaxOverlap;
    m_edgeRow = -1;
    m_next = window(std::max<std::int64_t>(0, offset() - m_next.perPage));
    return m_state;
}

VerifiedWalk::State VerifiedWalk::complete(core::UtcMicros edge) {
    m_reached = edge;
    if (m_proven)
        m_coveredAbove = edge;
    return m_state = State::Complete;
}

bool VerifiedWalk::goOn(std::size_t maxRows, core::UtcMicros low) {
    if (m_state != State::Complete || m_reached == core::UnknownTime)
        return false;
    m_goal.maxRows = maxRows;
    m_goal.low = low;
    if (reachedGoal())
        return false;
    m_state = State::Reading;
    return true;
}

void VerifiedWalk::chain(const core::EnforcementPage& page) {
    const core::UtcMicros edge = page.items.back().row.created;
    m_last = m_last == core::UnknownTime ? edge : std::min(m_last, edge);
    if (isBroken(Mutant::NoOverlap))
        return plainNextPage();
    m_edgeRow = offset() + (edgeGroup(page) - page.items.begin());
    const std::int64_t above = m_edgeRow - std::min(m_overlap, std::max<std::int64_t>(1, m_edgeRow - offset() - 1));
    const std::int64_t end = offset() + m_next.perPage;
    // Rather less than it moved the last times: a page too far down has to be read again.
    m_ahead = m_proven ? std::min(m_drift, m_driftBefore) * 3 / 4 : 0;
    m_asked = 1;
    const Request next = window(std::max<std::int64_t>(0, above + m_ahead));
    if (above >= 0 && static_cast<std::int64_t>(next.page) * next.perPage > end) {
        m_next = next;
    } else {
        breakChain(); // more rows of one instant than a page can straddle
        plainNextPage();
    }
}

/// From here on nothing is concluded from absence; what lies above the edge stays covered.
void VerifiedWalk::breakChain() {
    if (std::exchange(m_proven, false))
        m_coveredAbove = m_last == core::UnknownTime ? NothingCovered : m_last;
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
