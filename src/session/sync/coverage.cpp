// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/coverage.h"

#include <algorithm>

namespace attune::session {

bool Coverage::note(const VerifiedWalk& headWalk) {
    const core::UtcMicros edge = headWalk.coveredAbove();
    if (edge == VerifiedWalk::NothingCovered)
        return false;
    if (edge == core::UnknownTime)
        m_completeSince = BeginningOfTime;
    else if (m_completeSince != core::UnknownTime && edge < m_highWater)
        m_completeSince = std::min(m_completeSince, edge); // it met what was complete before
    else
        m_completeSince = edge; // more is new than was read: a hole lies below the edge
    m_highWater = std::max(m_highWater, headWalk.newest());
    return true;
}

} // namespace attune::session
