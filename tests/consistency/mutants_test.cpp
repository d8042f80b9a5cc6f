// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "trial.h"

#include "attune/core/testing/mutants.h"

#include <gtest/gtest.h>

#include <array>
#include <iomanip>
#include <iostream>
#include <optional>
#include <utility>
#include <vector>

using attune::core::Mutant;
using attune::test::describe;
using attune::test::runSchedule;
using attune::test::Verdict;

namespace {

/// The sources under test ask a free function, which has nowhere else to look.
std::optional<Mutant> brokenRule; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

constexpr std::uint64_t MaxSchedules = 500;
/// So that no rule depends on one lucky schedule, which the next change of anything turns into another one.
constexpr std::size_t KillsWanted = 3;

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

/// The first schedules that notice.
[[nodiscard]] std::vector<Verdict> kill(Mutant mutant) {
    brokenRule = mutant;
    std::vector<Verdict> verdicts;
    for (std::uint64_t seed = 1; seed <= MaxSchedules && verdicts.size() < KillsWanted; ++seed) {
        if (Verdict verdict = runSchedule(seed); !verdict.violations.empty())
            verdicts.push_back(std::move(verdict));
    }
    return verdicts;
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
        const std::vector<Verdict> verdicts = kill(static_cast<Mutant>(i));
        const char* name = Names.at(static_cast<std::size_t>(i));
        std::cout << std::left << std::setw(36) << name << "noticed by";
        for (const Verdict& verdict : verdicts)
            std::cout << ' ' << verdict.seed;
        std::cout << (verdicts.empty() ? " none" : ": " + verdicts.front().violations.front()) << std::endl;
        EXPECT_EQ(verdicts.size(), KillsWanted) << name << " survived most of " << MaxSchedules << " schedules";
        killed += verdicts.size() == KillsWanted ? 1 : 0;
    }
    std::cout << killed << " of " << attune::core::MutantCount << " mutants killed\n";
    brokenRule.reset();
}
