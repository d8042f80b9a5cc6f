// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/rounds/round.h"

#include <chrono>
#include <utility>

namespace attune::session {

/// The round over everything that is complete, and what is known of the next one.
struct FullRound {
    Round place;
    std::chrono::nanoseconds portionBeganAt{0};
    core::UtcMicros low = core::UnknownTime;    ///< how far down it must go; unknown = over what is complete …
    core::UtcMicros wanted = core::UnknownTime; ///< … and the next one, because somebody asked for it
    bool hasDoubts = false;                     ///< the next one is urgent

    void begin() {
        low = std::exchange(wanted, core::UnknownTime);
        hasDoubts = false;
    }
};

} // namespace attune::session
