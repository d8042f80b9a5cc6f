// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::core {

/// Which of the oldest rows of a store let go of their place, and what number each of the others has afterwards. Rows
/// that stay although younger ones go move up to those, so that nothing behind them has to move. A value.
class Retirement {
public:
    using Seq = std::int64_t;
    struct Run {
        Seq first = 0; ///< numbers are those before any row is gone
        Seq count = 0;
        Seq leavingBehind = 0; ///< rows that go in later runs
        [[nodiscard]] Seq end() const noexcept { return first + count; }
    };

    /// `first` is the oldest row; rows from `end` on are not concerned. Runs ascend, do not touch, and lie between.
    Retirement(Seq first, Seq end, std::vector<Run> runs);

    [[nodiscard]] const std::vector<Run>& runs() const noexcept { return m_runs; }
    [[nodiscard]] Seq first() const noexcept { return m_first; }
    [[nodiscard]] Seq end() const noexcept { return m_end; }
    /// How many rows go.
    [[nodiscard]] Seq count() const noexcept { return m_count; }
    /// The oldest row there is afterwards.
    [[nodiscard]] Seq firstAfterwards() const noexcept { return m_first + m_count; }
    /// False when all that go are the oldest: then every other row keeps its number.
    [[nodiscard]] bool movesRows() const noexcept;

    [[nodiscard]] bool isLeaving(Seq seq) const;
    /// The number that the row, or the first one behind it that stays, has afterwards. O(log runs).
    [[nodiscard]] Seq renumbered(Seq seq) const;

private:
    [[nodiscard]] std::vector<Run>::const_iterator firstRunBehind(Seq seq) const;

    std::vector<Run> m_runs;
    Seq m_first;
    Seq m_end;
    Seq m_count = 0;
};

} // namespace attune::core
