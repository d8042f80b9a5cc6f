// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "order/stablesort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <random>

namespace attune::core {
namespace {

std::vector<std::int32_t> shuffled(std::size_t size, std::mt19937_64& random) {
    std::vector<std::int32_t> rows(size);
    std::iota(rows.begin(), rows.end(), 0);
    std::ranges::shuffle(rows, random);
    return rows;
}

TEST(StableSort, anyNumbers_areSortedAndEqualsStay) {
    std::mt19937_64 random(5);
    for (int round = 0; round < 400; ++round) {
        const std::size_t size = random() % 300;
        const unsigned width = static_cast<unsigned>(random() % 65);
        std::vector<std::uint64_t> numbers(size);
        for (std::uint64_t& number : numbers) {
            number = width == 0 ? 7 : random() >> (64 - width);
            if (random() % 4 == 0)
                number = UINT64_MAX - (random() % 3); // unknown values, and what lies next to them
            if (random() % 8 == 0)
                number = (std::uint64_t{1} << 63U) + random() % 5 - 2;
        }
        std::vector<std::int32_t> rows = shuffled(size, random);
        std::vector<std::int32_t> expected = rows;
        std::ranges::stable_sort(expected, {},
                                 [&numbers](std::int32_t row) { return numbers[static_cast<std::size_t>(row)]; });
        stableSortBy(numbers, rows);
        ASSERT_EQ(rows, expected) << "round " << round;
    }
}

TEST(StableSort, whatStandsInOrderOrInItsReverse_isSeenAtOnce) {
    std::vector<std::int32_t> rows{2, 0, 1};
    stableSortBy({5, 5, 4}, rows);
    EXPECT_EQ(rows, (std::vector<std::int32_t>{2, 0, 1}));
    stableSortBy({5, 4, 6}, rows);
    EXPECT_EQ(rows, (std::vector<std::int32_t>{1, 0, 2}));
}

TEST(StableSort, onceCancelled_givesUp) {
    std::mt19937_64 random(6);
    std::vector<std::uint64_t> numbers(1000);
    std::ranges::generate(numbers, [&random] { return random(); });
    std::vector<std::int32_t> rows = shuffled(numbers.size(), random);
    const std::vector<std::int32_t> before = rows;
    const std::atomic<bool> isCancelled = true;
    stableSortBy(numbers, rows, &isCancelled);
    EXPECT_EQ(rows, before);
}

} // namespace
} // namespace attune::core
