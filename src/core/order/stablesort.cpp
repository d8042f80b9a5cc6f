// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "order/stablesort.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace attune::core {

namespace {

/// Numbers use little of their range: spans lie far from instants, and both far from what is unknown. This presses the
/// range together, so that a number and its row fit into 64 bits and few digits are left to sort by.
class Range {
public:
    explicit Range(const std::vector<std::uint64_t>& numbers) {
        std::array<std::uint64_t, Stretches> first{};
        std::array<std::uint64_t, Stretches> last{};
        first.fill(UINT64_MAX);
        for (const std::uint64_t number : numbers) {
            const std::size_t at = stretch(number);
            first[at] = std::min(first[at], number);
            last[at] = std::max(last[at], number);
        }
        std::uint64_t next = 0;
        for (std::size_t at = 0; at < Stretches; ++at) {
            if (first[at] > last[at])
                continue; // nothing is in there
            m_shift[at] = next - first[at];
            m_highest = next + (last[at] - first[at]);
            next = m_highest + 1;
        }
    }
    /// In the same order, and none greater than highest().
    [[nodiscard]] std::uint64_t pressed(std::uint64_t number) const noexcept {
        return number + m_shift[stretch(number)];
    }
    [[nodiscard]] std::uint64_t highest() const noexcept { return m_highest; }

private:
    static constexpr std::size_t Stretches = 16;
    [[nodiscard]] static std::size_t stretch(std::uint64_t number) noexcept {
        return static_cast<std::size_t>(number >> 60U);
    }
    std::array<std::uint64_t, Stretches> m_shift{};
    std::uint64_t m_highest = 0;
};

enum class Standing : std::uint8_t { Sorted, Reversed, Mixed };

Standing standing(const std::vector<std::uint64_t>& numbers, const std::vector<std::int32_t>& rows) {
    bool rises = true;
    bool falls = true; // and never stays, because equals must not be turned over
    std::uint64_t before = numbers[static_cast<std::size_t>(rows.front())];
    for (std::size_t i = 1; i < rows.size() && (rises || falls); ++i) {
        const std::uint64_t number = numbers[static_cast<std::size_t>(rows[i])];
        rises = rises && number >= before;
        falls = falls && number < before;
        before = number;
    }
    return rises ? Standing::Sorted : falls ? Standing::Reversed : Standing::Mixed;
}

constexpr unsigned MaxDigitBits = 11; // a count for each value of a digit stays in the nearest cache

/// One stable counting pass over one digit.
void passOver(std::vector<std::uint64_t>& items, std::vector<std::uint64_t>& scratch, unsigned shift, unsigned bits) {
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    std::array<std::uint32_t, std::size_t{1} << MaxDigitBits> start{};
    for (const std::uint64_t item : items)
        ++start[(item >> shift) & mask];
    std::uint32_t sum = 0;
    for (std::uint32_t& count : start)
        sum += std::exchange(count, sum);
    for (const std::uint64_t item : items)
        scratch[start[(item >> shift) & mask]++] = item;
    items.swap(scratch);
}

} // namespace

void stableSortBy(std::vector<std::uint64_t> numbers, std::vector<std::int32_t>& rows,
                  const std::atomic<bool>* isCancelled) {
    if (rows.empty())
        return;
    const Standing now = standing(numbers, rows);
    if (now == Standing::Reversed)
        std::ranges::reverse(rows);
    if (now != Standing::Mixed)
        return;
    const Range range(numbers);
    const auto rowBits = static_cast<unsigned>(std::bit_width(rows.size() - 1));
    const std::uint64_t rowMask = (std::uint64_t{1} << rowBits) - 1;
    const auto width = static_cast<unsigned>(std::bit_width(range.highest()));
    std::vector<std::uint64_t> items(rows.size());
    std::vector<std::uint64_t> scratch(rows.size());
    // As much of the number as has room beside the row; what is left over, which is rare, in another round.
    for (unsigned done = 0; done < width;) {
        const unsigned part = std::min(width - done, 64 - rowBits);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto row = static_cast<std::uint64_t>(rows[i]);
            items[i] = (range.pressed(numbers[row]) >> done) << rowBits | row;
        }
        const unsigned digits = (part + MaxDigitBits - 1) / MaxDigitBits;
        const unsigned digitBits = (part + digits - 1) / digits;
        for (unsigned bit = 0; bit < part; bit += digitBits) {
            if (isCancelled != nullptr && *isCancelled)
                return;
            passOver(items, scratch, rowBits + bit, std::min(digitBits, part - bit));
        }
        std::ranges::transform(items, rows.begin(),
                               [rowMask](std::uint64_t item) { return static_cast<std::int32_t>(item & rowMask); });
        done += part;
    }
}

} // namespace attune::core
