// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace attune::widgets {

/// A distribution over one second, in milliseconds.
struct Spread {
    double p50 = 0;
    double p99 = 0;
    double max = 0;
};

/// How the program did in the last second.
struct PerformanceReport {
    /// Upper bounds of the event-loop delays that are counted together, in milliseconds; the last count has none.
    static constexpr std::array<double, 6> DelayBounds{1, 2, 4, 8, 16, 50};

    double notificationsPerSecond = 0;
    std::uint64_t batches = 0;      ///< hand-overs to the table
    std::uint64_t updates = 0;      ///< in all of them
    std::uint64_t largestBatch = 0; ///< updates
    Spread loopDelay;
    std::array<std::uint64_t, DelayBounds.size() + 1> loopDelays{};
    Spread receiveToPaint; ///< from the bytes of a notification to its row on the screen
    std::int64_t rows = 0;
    std::int64_t shown = 0;
    double residentMegabytes = 0;
    double cpuPercent = 0; ///< of one core
};

} // namespace attune::widgets
