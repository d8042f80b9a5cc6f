// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "rowruns.h"

namespace attune::models {

namespace {

// Measured: one signal over everything costs about as much as this many small ones.
constexpr std::size_t MaxSignals = 60;

} // namespace

std::vector<RowRun> runsOf(const std::vector<int>& rows) {
    std::vector<RowRun> runs;
    for (const int row : rows) {
        if (!runs.empty() && runs.back().last() + 1 == row)
            ++runs.back().count;
        else
            runs.push_back({row, 1});
    }
    return runs;
}

std::vector<RowRun> rangesToRepaint(const std::vector<int>& rows) {
    std::vector<RowRun> runs = runsOf(rows);
    if (runs.size() > MaxSignals)
        runs = {{rows.front(), rows.back() - rows.front() + 1}};
    return runs;
}

} // namespace attune::models
