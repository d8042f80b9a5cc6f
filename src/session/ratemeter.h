// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace attune::session {

/// Events per second over the last seconds, from a running total sampled whenever somebody asks.
class RateMeter {
public:
    /// The rate over the window that ends now; `total` never falls.
    [[nodiscard]] double sample(std::uint64_t total, std::chrono::nanoseconds now);

private:
    struct Sample {
        std::uint64_t total = 0;
        std::chrono::nanoseconds at{0};
    };
    static constexpr std::chrono::milliseconds Spacing{250};
    std::array<Sample, 12> m_samples{}; // a ring of three seconds
    std::size_t m_next = 0;
    std::size_t m_count = 0;
};

} // namespace attune::session
