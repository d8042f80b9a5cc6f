// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/activity/activitybuckets.h"

#include <algorithm>
#include <bit>

namespace attune::core {

namespace {

// Values below 2^10 µs share the first cell; every octave above has eight.
constexpr int LowestBits = 10;
constexpr int StepBits = 3;
constexpr std::uint64_t Steps = 1U << StepBits;

std::chrono::microseconds middleOf(std::size_t cell) {
    if (cell == 0)
        return std::chrono::microseconds(1U << (LowestBits - 1));
    const std::uint64_t octave = (cell - 1) / Steps;
    const std::uint64_t step = (cell - 1) % Steps;
    return std::chrono::microseconds(
        static_cast<std::int64_t>((2 * (Steps + step) + 1) << (octave + LowestBits - StepBits - 1)));
}

} // namespace

std::size_t TookHistogram::cellOf(std::chrono::microseconds took) noexcept {
    const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(0, took.count()));
    if (value < (1U << LowestBits))
        return 0;
    const auto bits = static_cast<std::size_t>(std::bit_width(value));
    const std::size_t octave = bits - LowestBits - 1;
    const std::size_t step = (value >> (bits - 1 - StepBits)) & (Steps - 1);
    return std::min(Cells - 1, 1 + octave * Steps + step);
}

void TookHistogram::change(std::chrono::microseconds took, int by) {
    m_cells[cellOf(took)] += static_cast<std::uint32_t>(by);
    m_count += static_cast<std::uint32_t>(by);
}

void TookHistogram::merge(const TookHistogram& other) {
    for (std::size_t cell = 0; cell < Cells; ++cell)
        m_cells[cell] += other.m_cells[cell];
    m_count += other.m_count;
}

std::optional<std::chrono::microseconds> TookHistogram::percentile(int percent) const {
    if (m_count == 0)
        return std::nullopt;
    const std::uint64_t rank = (std::uint64_t{m_count} * static_cast<std::uint64_t>(percent) + 99) / 100;
    std::uint64_t seen = 0;
    std::size_t cell = 0;
    for (; cell < Cells - 1; ++cell) {
        seen += m_cells[cell];
        if (seen >= std::max<std::uint64_t>(rank, 1))
            break;
    }
    return middleOf(cell);
}

} // namespace attune::core
