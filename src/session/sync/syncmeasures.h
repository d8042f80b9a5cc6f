// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/rounds/pace.h"

#include <chrono>
#include <cstddef>

namespace attune::session {

/// How often the readers of the sync engine read, and how much.
struct SyncMeasures {
    static constexpr std::chrono::seconds HeadPeriod{30};
    static constexpr std::chrono::seconds DegradedPeriod{5};
    static constexpr std::chrono::seconds OpenPeriod{60};
    static constexpr std::chrono::seconds OpenPeriodBusy{15};
    static constexpr std::chrono::seconds OpenPagePeriod{2}; ///< longer pauses when there are many pages of them
    /// From beginning to beginning: what is deleted right behind one reading is gone a quarter of an hour later.
    static constexpr std::chrono::minutes FullPeriod{14};
    static constexpr std::chrono::minutes DoubtPeriod{2}; ///< while more is in doubt than is asked for at once
    static constexpr std::chrono::seconds JoinedDelay{5}; ///< until ground that was joined is checked
    static constexpr std::chrono::seconds SuspicionInterval{5};
    static constexpr std::chrono::minutes UnattendedPeriod{5}; ///< of head and open rows, while nobody looks
    static constexpr std::chrono::minutes UnattendedFullPeriod{60};
    static constexpr std::chrono::seconds ReturnGrace{10}; ///< to read what is overdue when somebody looks again
    /// Rows of a head walk that the operator waits for, or without a stream: enough to fill a table, and soon there.
    static constexpr std::size_t FirstRows = 1'000;
    static constexpr std::size_t HeadRows = 5'000;    ///< of another one; what is new beyond leaves a hole for a while
    static constexpr std::size_t OpenRows = 2'000;    ///< of one walk; if there are more, the next one goes on there
    static constexpr std::size_t FullRows = 5'000;    ///< likewise of one that looks for deletions …
    static constexpr std::size_t UnhurriedRows = 500; ///< … and takes its time: so late it tells what it has found
    /// Of what nobody waits for: with what else an idle client asks less than twelve requests a minute, and two.
    static constexpr Pace AttendedPace{std::chrono::seconds(5), 9, std::chrono::seconds(30)};
    static constexpr Pace UnattendedPace{std::chrono::seconds(40), 2, std::chrono::seconds(120)};
    static constexpr std::size_t MinReach = 100;
    static constexpr std::size_t ManyUnlisted = 20; ///< rows that wait for their turn: a page tells more at once
};

} // namespace attune::session
