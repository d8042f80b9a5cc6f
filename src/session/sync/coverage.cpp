// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/coverage.h"

#include "attune/core/testing/mutants.h"

#include <algorithm>

namespace attune::session {

namespace {

[[nodiscard]] core::UtcMicros micros(std::chrono::nanoseconds span) {
    return std::chrono::duration_cast<std::chrono::microseconds>(span).count();
}

} // namespace

core::UtcMicros Coverage::firmAt(core::UtcMicros serverTime) {
    if (!core::isInstant(serverTime) || isBroken(core::Mutant::StopAtFirstKnown))
        return serverTime;
    return serverTime - micros(Margin);
}

core::UtcMicros Coverage::serverTimeAt(Instant instant) const {
    return m_ahead == core::UnknownTime ? core::UnknownTime : micros(instant) + m_ahead;
}

bool Coverage::noteHead(const VerifiedWalk& walk, Instant began, Instant now) {
    const core::UtcMicros edge = walk.coveredAbove();
    if (edge == VerifiedWalk::NothingCovered)
        return false;
    const core::UtcMicros low = nextLow();
    m_isJoined = m_edge == VerifiedWalk::NothingCovered || edge <= low || edge == core::UnknownTime;
    if (m_edge != VerifiedWalk::NothingCovered)
        addFirm({m_edge, low});
    m_edge = edge;
    m_mark = std::max({m_mark, serverTimeAt(began), walk.newest()});
    if (core::isInstant(walk.newest()))
        m_ahead = std::max(m_ahead, walk.newest() - micros(now));
    noteChange();
    return true;
}

void Coverage::noteOther(const VerifiedWalk& walk, Instant began) {
    const core::UtcMicros firm = firmAt(serverTimeAt(began));
    addFirm({walk.coveredAbove(), walk.high() == core::UnknownTime ? firm : std::min(firm, walk.high())});
    noteChange();
}

void Coverage::noteStored() {
    m_isOnTheWay = false;
    noteChange();
}

void Coverage::noteChange() {
    const core::UtcMicros read = completeSince();
    const bool isMore = m_storedSince == core::UnknownTime || read < m_storedSince;
    if (!m_isOnTheWay || !isMore)
        m_storedSince = read;
}

void Coverage::addFirm(Range range) {
    if (range.above >= range.top)
        return;
    for (auto other = m_firm.begin(); other != m_firm.end();) {
        if (other->above > range.top || range.above > other->top) {
            ++other;
            continue;
        }
        range = {std::min(range.above, other->above), std::max(range.top, other->top)};
        other = m_firm.erase(other);
    }
    const auto place =
        std::find_if(m_firm.begin(), m_firm.end(), [&](const Range& other) { return other.top < range.top; });
    m_firm.insert(place, range);
    if (m_firm.size() <= MaxIslands)
        return;
    // The lowest one may go down to the end of the list: its length is not that of a difference.
    const auto length = [](const Range& one) { return one.top - std::max(one.above, BeginningOfTime); };
    m_firm.erase(std::min_element(m_firm.begin(), m_firm.end(),
                                  [&](const Range& a, const Range& b) { return length(a) < length(b); }));
}

core::UtcMicros Coverage::completeSince() const {
    if (m_edge == VerifiedWalk::NothingCovered)
        return core::UnknownTime;
    core::UtcMicros since = m_edge;
    for (const Range& range : m_firm) {
        if (range.top >= since)
            since = std::min(since, range.above);
    }
    return since == core::UnknownTime ? BeginningOfTime : since;
}

core::UtcMicros Coverage::nextIsland() const {
    const core::UtcMicros since = completeSince();
    const auto below =
        std::find_if(m_firm.begin(), m_firm.end(), [&](const Range& range) { return range.top < since; });
    return since == core::UnknownTime || below == m_firm.end() ? core::UnknownTime : below->top;
}

} // namespace attune::session
