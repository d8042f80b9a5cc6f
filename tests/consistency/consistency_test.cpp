// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "trial.h"

#include <gtest/gtest.h>

#include <QString>

#include <chrono>
#include <iostream>

using attune::test::describe;
using attune::test::runSchedule;
using attune::test::Verdict;

namespace {

constexpr int DefaultSchedules = 1'000;
constexpr int MaxFailures = 10;

[[nodiscard]] std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    bool isNumber = false;
    const auto value = qEnvironmentVariable(name).toULongLong(&isNumber);
    return isNumber ? value : otherwise;
}

} // namespace

// ATTUNE_SEED=<n> runs that one schedule, ATTUNE_SCHEDULES=<n> so many of them, from ATTUNE_FIRST_SEED=<n> on.
TEST(Consistency, everySchedule_endsWithTheRowsOfTheServerAndBreaksNoPromise) {
    const bool isReplay = qEnvironmentVariableIsSet("ATTUNE_SEED");
    const std::uint64_t first = isReplay ? fromEnvironment("ATTUNE_SEED", 1) : fromEnvironment("ATTUNE_FIRST_SEED", 1);
    const std::uint64_t count = isReplay ? 1 : fromEnvironment("ATTUNE_SCHEDULES", DefaultSchedules);
    const auto begin = std::chrono::steady_clock::now();
    std::size_t compared = 0;
    std::size_t searched = 0;
    std::uint64_t requests = 0;
    int pauses = 0;
    int lostPauses = 0;
    int failures = 0;
    for (std::uint64_t seed = first; seed < first + count && failures < MaxFailures; ++seed) {
        const Verdict verdict = runSchedule(seed, isReplay);
        compared += verdict.compared;
        searched += verdict.searched;
        requests += verdict.requests;
        pauses += verdict.pauses;
        lostPauses += verdict.lostPauses;
        if (!verdict.violations.empty()) {
            ++failures;
            ADD_FAILURE() << describe(verdict);
        } else if (isReplay) {
            std::cout << describe(verdict) << '\n';
        }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::cout << count - static_cast<std::uint64_t>(failures) << " of " << count << " schedules consistent, seeds "
              << first << " to " << first + count - 1 << ", " << compared << " rows compared, " << searched
              << " that a search had found, " << pauses << " pauses, " << lostPauses << " of them too long, "
              << requests << " requests, " << took.count() << " s\n";
    EXPECT_GT(compared, count) << "nearly nothing was compared";
    if (count >= 100) {
        EXPECT_GT(searched, count / 10) << "hardly anything was searched";
        EXPECT_GT(pauses, static_cast<int>(count)) << "hardly any view was frozen";
        EXPECT_GT(lostPauses, static_cast<int>(count / 20)) << "hardly any pause was too long";
    }
}

TEST(Consistency, sameSeed_givesTheSameRun) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Verdict one = runSchedule(seed);
        const Verdict other = runSchedule(seed);
        EXPECT_EQ(one.states, other.states);
        EXPECT_EQ(one.requests, other.requests);
        EXPECT_EQ(one.attempts, other.attempts);
        EXPECT_EQ(one.compared, other.compared);
        EXPECT_FALSE(one.states.empty());
    }
}
