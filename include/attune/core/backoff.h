// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/random.h"

#include <chrono>

namespace attune::core {

/// Delays between attempts to reconnect: full jitter, uniform in [0, min(cap, 2 s · 2^n)), n = the attempts so far. One
/// exception: the second attempt, as long as less than a second was waited, comes 1.5 to 2.3 s after the first. A blip
/// is over by then, no client is away for 2.5 s after it, and not all of them come back in the same second. It never
/// gives up; n falls back to 0 only when the caller has seen the link stable or the operator asks: reset(). Pure but
/// for the Random.
class Backoff {
public:
    explicit Backoff(Random& random, std::chrono::milliseconds cap = std::chrono::seconds(15));

    /// The delay before the next attempt, and one step further.
    [[nodiscard]] std::chrono::milliseconds next();
    void reset() noexcept;
    /// From the next delay on.
    void setCap(std::chrono::milliseconds cap) noexcept { m_cap = cap; }
    [[nodiscard]] int attempt() const noexcept { return m_attempt; }

    static constexpr std::chrono::milliseconds Base{2000};
    static constexpr std::chrono::milliseconds Blip{1000};
    static constexpr std::chrono::milliseconds LeastBlipPause{1500};
    static constexpr std::chrono::milliseconds MostBlipPause{2300};

private:
    Random& m_random;
    std::chrono::milliseconds m_cap;
    int m_attempt = 0;
    int m_doublings = 0;
    std::chrono::milliseconds m_waited{0};
};

} // namespace attune::core
