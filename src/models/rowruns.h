// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace attune::models {

/// Rows that lie side by side.
struct RowRun {
    int first = 0;
    int count = 0;
    [[nodiscard]] int last() const { return first + count - 1; }
    friend bool operator==(const RowRun&, const RowRun&) = default;
};

/// Coalesces ascending, distinct row numbers.
[[nodiscard]] std::vector<RowRun> runsOf(const std::vector<int>& rows);

/// What to name in dataChanged(): the runs, or one range over them all once one signal is cheaper than many.
[[nodiscard]] std::vector<RowRun> rangesToRepaint(const std::vector<int>& rows);

} // namespace attune::models
