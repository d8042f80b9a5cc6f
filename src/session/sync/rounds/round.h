// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/verifiedwalk.h"

#include <algorithm>
#include <cstdint>

namespace attune::session {

/// Where a reader has come to that goes over its rows in portions: each begins where the one before has ended, so that
/// the oldest rows have their turn however many there are. A value.
struct Round {
    core::UtcMicros from = core::UnknownTime; ///< where the next portion begins; unknown = at the newest row …
    std::int64_t rank = 0;                    ///< … and at which place in the list that is

    /// Some portion is through, and there is more below it.
    [[nodiscard]] bool isUnderWay() const { return from != core::UnknownTime; }
    void applyTo(VerifiedWalk::Goal& goal) const {
        goal.high = from;
        goal.firstRow = std::max<std::int64_t>(0, rank - 1);
    }
    /// A portion is through; `bottom`: rows created then or before are not wanted. At the end, back at the top.
    void advance(const VerifiedWalk& walk, core::UtcMicros bottom = core::UnknownTime) {
        const bool isThrough = walk.oldest() <= bottom; // also at the end of the list, whose time is unknown
        *this = isThrough ? Round{} : Round{walk.oldest(), walk.rank()};
    }
};

} // namespace attune::session
