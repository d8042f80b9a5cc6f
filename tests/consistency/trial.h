// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace attune::test {

/// What became of one schedule.
struct Verdict {
    std::uint64_t seed = 0;
    std::vector<std::string> violations; ///< empty: every guarantee held
    std::size_t compared = 0;            ///< rows compared field by field at the end
    std::size_t searched = 0;            ///< of them, rows that only a search had found
    std::size_t rowsOnServer = 0;        ///< visible ones at the end
    std::uint64_t requests = 0;
    std::uint64_t attempts = 0;
    int pauses = 0;     ///< of the view
    int lostPauses = 0; ///< of them, those in which more came than is held back
    std::string states; ///< the indicator went through; the same seed gives the same
    std::string log;    ///< what happened when, if asked for
};

/// Runs the schedule of a seed against a whole session: rows and faults in random order, then quiet, then judgement.
[[nodiscard]] Verdict runSchedule(std::uint64_t seed, bool withLog = false);

/// How to run one seed again, in words.
[[nodiscard]] std::string describe(const Verdict& verdict);

} // namespace attune::test
