// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/rounds/pace.h"
#include "sync/verifiedwalk.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace attune::session {

/// When the next page of an unhurried walk is due: it begins with shorter pauses, as most lists are short, and keeps up
/// with a list that moves, which would otherwise run away from it. A value.
class Stride {
public:
    Stride(Pace pace, bool goesOn) : m_pace(pace), m_pause(goesOn ? pace.pause : std::min(pace.pause, Least)) {}

    void setPace(Pace pace) { m_pace = pace; }
    [[nodiscard]] bool isUnhurried() const { return m_pace.isUnhurried(); }
    void noteAsked(std::chrono::nanoseconds now) {
        m_interval = std::chrono::duration_cast<std::chrono::milliseconds>(now - std::exchange(m_askedAt, now));
    }
    /// Between this page and the next.
    [[nodiscard]] std::chrono::milliseconds pause(const VerifiedWalk& walk) {
        if (!isUnhurried() || walk.isLocating() || walk.isBehind())
            return std::chrono::milliseconds(0);
        m_allowed = walk.drift() > MaxDrift ? m_interval * MaxDrift / walk.drift() : m_pace.pause;
        m_pause = std::clamp(std::min(m_pause * 2, m_allowed), std::min(Least, m_pace.pause), m_pace.pause);
        return m_pause;
    }
    [[nodiscard]] std::chrono::milliseconds firstPause() const { return m_pause; }
    /// The client asks for enough as it is: not now, unless it has waited for long or the list runs away.
    [[nodiscard]] bool waitsOn(int lastMinute, std::chrono::nanoseconds now) const {
        return isUnhurried() && lastMinute >= m_pace.perMinute && m_allowed >= m_pace.pause &&
               now - m_askedAt < m_pace.longest;
    }

    static constexpr std::int64_t MaxDrift = 100; ///< rows that the list may move from one page to the next
    static constexpr std::chrono::milliseconds Least{1'000};
    static constexpr std::chrono::milliseconds LookAgain{5'000}; ///< whether enough is asked for still

private:
    Pace m_pace;
    std::chrono::milliseconds m_pause;
    std::chrono::milliseconds m_allowed = m_pace.pause; // by the list, which moves
    std::chrono::milliseconds m_interval{0};            // between the last two pages
    std::chrono::nanoseconds m_askedAt{0};
};

} // namespace attune::session
