// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstddef>

namespace attune::session {

/// How long the way to the server and back has taken of late, and so for how long an answer is worth waiting for: a
/// slow link must not be taken for a dead one, a dead one not for a slow one. Outlives the streams, as the next one
/// takes the same way. A value, for one thread.
class LinkPace {
public:
    void note(std::chrono::nanoseconds roundTrip);
    /// `usual`, or Factor times the longest of the last round trips and of `atLeast` if that is more; MostPatience at
    /// most.
    [[nodiscard]] std::chrono::milliseconds patience(std::chrono::milliseconds usual,
                                                     std::chrono::nanoseconds atLeast = {}) const;

    static constexpr std::chrono::seconds MostPatience{15};
    static constexpr int Factor = 4;
    static constexpr std::size_t Remembered = 5; ///< round trips

private:
    std::array<std::chrono::nanoseconds, Remembered> m_last{};
    std::size_t m_next = 0;
};

} // namespace attune::session
