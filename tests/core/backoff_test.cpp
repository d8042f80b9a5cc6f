// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/backoff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace attune::core {
namespace {

using namespace std::chrono_literals;

class FixedRandom final : public Random {
public:
    explicit FixedRandom(double value) : m_value(value) {}
    double uniform() override { return m_value; }

private:
    double m_value;
};

TEST(Backoff, ceiling_doublesUpToTheCap) {
    FixedRandom half(0.5);
    Backoff backoff(half);
    EXPECT_EQ(backoff.next(), 1s);
    EXPECT_EQ(backoff.next(), 2s);
    EXPECT_EQ(backoff.next(), 4s);
    EXPECT_EQ(backoff.next(), 7500ms);
    EXPECT_EQ(backoff.next(), 7500ms);
    EXPECT_EQ(backoff.attempt(), 5);
}

TEST(Backoff, jitter_reachesFromZeroToBelowTheCeiling) {
    FixedRandom lowest(0.0);
    FixedRandom highest(0x1.fffffffffffffp-1);
    EXPECT_EQ(Backoff(lowest).next(), 0ms);
    EXPECT_EQ(Backoff(highest).next(), 1999ms);
}

TEST(Backoff, reset_startsOver) {
    FixedRandom half(0.5);
    Backoff backoff(half);
    for (int i = 0; i < 10; ++i)
        EXPECT_GT(backoff.next(), 0ms);
    backoff.reset();
    EXPECT_EQ(backoff.attempt(), 0);
    EXPECT_EQ(backoff.next(), 1s);
}

TEST(Backoff, firstSecond_isNotHeldAgainstTheServer) {
    FixedRandom tenth(0.1);
    Backoff backoff(tenth);
    EXPECT_EQ(backoff.next(), 200ms);
    EXPECT_EQ(backoff.next(), 1580ms); // of 1.5 to 2.3 s
    EXPECT_EQ(backoff.next(), 800ms);  // more than a second has gone by: of 0 to 8 s
    EXPECT_EQ(backoff.next(), 1500ms); // of 0 to 15 s
    backoff.reset();
    EXPECT_EQ(backoff.next(), 200ms);
    EXPECT_EQ(backoff.next(), 1580ms);
}

TEST(Backoff, ownCap_holds) {
    FixedRandom half(0.5);
    Backoff hidden(half, 60s);
    std::chrono::milliseconds last{};
    for (int i = 0; i < 8; ++i)
        last = hidden.next();
    EXPECT_EQ(last, 30s);
    Backoff small(half, 100ms);
    EXPECT_EQ(small.next(), 50ms);
}

TEST(Backoff, manyAttempts_neverGiveUpNorOverflow) {
    SeededRandom random(3);
    Backoff backoff(random);
    std::chrono::milliseconds sum{};
    constexpr int Attempts = 10'000;
    for (int i = 0; i < Attempts; ++i) {
        const auto delay = backoff.next();
        ASSERT_GE(delay, 0ms);
        ASSERT_LT(delay, 15s);
        sum += delay;
    }
    EXPECT_NEAR(static_cast<double>(sum.count()) / Attempts, 7500.0, 250.0);
    EXPECT_EQ(backoff.attempt(), Attempts);
}

TEST(Backoff, outageOfTenMinutes_takesAsManyAttemptsAsPromised) {
    SeededRandom random(11);
    Backoff backoff(random);
    std::chrono::milliseconds time{};
    int attempts = 0;
    for (; time < 10min; ++attempts)
        time += backoff.next();
    EXPECT_GE(attempts, 60);
    EXPECT_LE(attempts, 105);
}

/// When each of a thousand clients comes back to a server that was away for so long, in order.
std::vector<std::chrono::milliseconds> returns(std::chrono::milliseconds outage) {
    SeededRandom random(5);
    std::vector<std::chrono::milliseconds> times;
    for (int client = 0; client < 1'000; ++client) {
        Backoff backoff(random);
        std::chrono::milliseconds time = backoff.next();
        while (time < outage)
            time += backoff.next();
        times.push_back(time);
    }
    std::sort(times.begin(), times.end());
    return times;
}

double mostWithinASecond(const std::vector<std::chrono::milliseconds>& times) {
    std::ptrdiff_t most = 0;
    for (auto first = times.begin(); first != times.end(); ++first)
        most = std::max(most, std::lower_bound(first, times.end(), *first + 1s) - first);
    return static_cast<double>(most) / static_cast<double>(times.size());
}

TEST(Backoff, crowdAfterABlip_isBackSoonAndNotAllInOneSecond) {
    for (auto outage = 50ms; outage < 1s; outage += 50ms) {
        const auto times = returns(outage);
        EXPECT_LE(mostWithinASecond(times), 0.6) << outage.count();
        EXPECT_LE(times.back() - outage, 2300ms) << outage.count();
    }
}

TEST(Backoff, crowdAfterALongOutage_isSpreadOverTheCap) {
    for (const auto outage : {10s, 15s, 30s, 60s, 600s}) {
        const auto times = returns(outage);
        EXPECT_LE(mostWithinASecond(times), 0.15) << outage.count();
        EXPECT_LE(times.back() - outage, 15s) << outage.count();
    }
}

} // namespace
} // namespace attune::core
