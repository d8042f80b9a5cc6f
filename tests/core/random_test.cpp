// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/random.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace attune::core {
namespace {

TEST(SeededRandom, sequence_isThatOfTheStandardEngine) {
    SeededRandom random(std::mt19937_64::default_seed);
    double last = 0;
    for (int i = 0; i < 10'000; ++i)
        last = random.uniform();
    // The standard fixes the 10,000th number of this engine.
    EXPECT_EQ(last, static_cast<double>(9'981'545'732'273'789'042ULL >> 11U) * 0x1.0p-53);
}

TEST(SeededRandom, sameSeed_givesTheSameSequence) {
    SeededRandom one(7);
    SeededRandom two(7);
    SeededRandom other(8);
    bool differs = false;
    for (int i = 0; i < 100; ++i) {
        const double value = one.uniform();
        ASSERT_EQ(value, two.uniform());
        differs = differs || value != other.uniform();
    }
    EXPECT_TRUE(differs);
}

TEST(SeededRandom, numbers_fillTheUnitIntervalEvenly) {
    SeededRandom random(42);
    constexpr int Count = 100'000;
    constexpr int Bins = 10;
    std::array<int, Bins> bins{};
    for (int i = 0; i < Count; ++i) {
        const double value = random.uniform();
        ASSERT_GE(value, 0.0);
        ASSERT_LT(value, 1.0);
        ++bins.at(static_cast<std::size_t>(value * Bins));
    }
    for (const int bin : bins)
        EXPECT_NEAR(bin, Count / Bins, 500); // five standard deviations
}

TEST(SeededRandom, seedsOfTheSystem_differ) {
    std::set<std::uint64_t> seeds;
    for (int i = 0; i < 16; ++i)
        seeds.insert(SeededRandom::systemSeed());
    EXPECT_EQ(seeds.size(), 16U);
}

} // namespace
} // namespace attune::core
