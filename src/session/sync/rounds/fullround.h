// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/rounds/round.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace attune::session {

/// The round over everything that is complete, and what is known of the next one.
struct FullRound {
    Round place;
    std::chrono::nanoseconds beganAt{0};
    std::chrono::nanoseconds portionBeganAt{0};
    core::UtcMicros low = core::UnknownTime;    ///< how far down it must go; unknown = over what is complete …
    core::UtcMicros wanted = core::UnknownTime; ///< … and the next one, because somebody asked for it
    bool isUrgent = false;                      ///< somebody waits for it, or something is known to be wrong
    bool hasDoubts = false;                     ///< the next one is urgent

    void begin(std::chrono::nanoseconds now) {
        beganAt = now;
        low = std::exchange(wanted, core::UnknownTime);
        hasDoubts = false;
    }
    /// Where everything ends that is complete and kept, or more than that if somebody wants it; unknown = nobody knows.
    [[nodiscard]] core::UtcMicros bottom(core::UtcMicros completeSince, core::UtcMicros newestRetired) const {
        const core::UtcMicros kept =
            completeSince != core::UnknownTime ? std::max(completeSince, newestRetired) : core::UnknownTime;
        return low != core::UnknownTime ? std::min(kept, low) : kept;
    }
};

} // namespace attune::session
