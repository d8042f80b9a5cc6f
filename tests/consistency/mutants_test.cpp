// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "trial.h"

#include "attune/core/testing/mutants.h"

#include <gtest/gtest.h>

#include <array>
#include <iomanip>
#include <iostream>
#include <optional>

using attune::core::Mutant;
using attune::test::describe;
using attune::test::runSchedule;
using attune::test::Verdict;

namespace {

/// The sources under test ask a free function, which has nowhere else to look.
std::optional<Mutant> brokenRule; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

constexpr std::uint64_t MaxSchedules = 250;

constexpr std::array<const char*, attune::core::MutantCount> Names{"no overlap in a walk",
                                                                   "stop at the first known row",
                                                                   "delete by absence in a flawed walk",
                                                                   "list row clears resolution",
                                                                   "created after final",
                                                                   "close code 1000 taken as clean",
                                                                   "back-off reset on connect",
                                                                   "no generation check",
                                                                   "refresh only on 4401",
                                                                   "expiry by the wall clock",
                                                                   "dropped updates, and no resync",
                                                                   "id through a double"};

/// The first schedule that notices; nothing if none of them does.
[[nodiscard]] std::optional<Verdict> kill(Mutant mutant) {
    brokenRule = mutant;
    for (std::uint64_t seed = 1; seed <= MaxSchedules; ++seed) {
        Verdict verdict = runSchedule(seed);
        if (!verdict.violations.empty())
            return verdict;
    }
    return std::nullopt;
}

} // namespace

namespace attune::core {

bool isBroken(Mutant rule) noexcept { return brokenRule == rule; }

} // namespace attune::core

TEST(Mutants, nothingBroken_isNotNoticed) {
    brokenRule.reset();
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Verdict verdict = runSchedule(seed);
        EXPECT_TRUE(verdict.violations.empty()) << describe(verdict);
    }
}

TEST(Mutants, eachBrokenRule_isNoticedByAFewSchedules) {
    int killed = 0;
    for (int i = 0; i < attune::core::MutantCount; ++i) {
        const auto verdict = kill(static_cast<Mutant>(i));
        const char* name = Names.at(static_cast<std::size_t>(i));
        std::cout << std::left << std::setw(36) << name;
        if (verdict) {
            ++killed;
            std::cout << "killed by schedule " << std::setw(4) << verdict->seed << verdict->violations.front() << '\n';
        } else {
            std::cout << "SURVIVED " << MaxSchedules << " schedules\n";
            ADD_FAILURE() << name << " survived";
        }
    }
    std::cout << killed << " of " << attune::core::MutantCount << " mutants killed\n";
    brokenRule.reset();
}
