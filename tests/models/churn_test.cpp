// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "churn.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace attune::test {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

void live(Churn& churn, std::size_t updates) {
    while (churn.updates() < updates) {
        churn.step();
        if (::testing::Test::HasFatalFailure())
            FAIL() << "after " << churn.updates() << " updates";
    }
}

TEST(ModelChurn, aHundredThousandUpdates_keepModelProxyAndPersistentIndexesTrue) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        Churn churn({.seed = seed, .cap = 16, .updatesPerBatch = 12});
        const QAbstractItemModelTester modelTester(&churn.model(), Mode::Fatal);
        const QAbstractItemModelTester proxyTester(&churn.proxy(), Mode::Fatal);
        ASSERT_NO_FATAL_FAILURE(live(churn, 20'000)) << "seed " << seed;
    }
}

TEST(ModelChurn, largerTable_isTrueToo) {
    Churn churn({.seed = 11, .cap = 400, .updatesPerBatch = 60});
    live(churn, 20'000);
}

TEST(ModelChurn, manyRunsAtOnce_areGatheredAndStillTrue) {
    Churn churn({.seed = 5, .cap = 4000, .updatesPerBatch = 2000});
    live(churn, 40'000);
}

TEST(ModelChurn, rowsThatAreKeptWhileTheyLeave_areTrueToo) {
    for (unsigned seed = 31; seed <= 33; ++seed) {
        Churn churn(
            {.seed = seed, .cap = 60, .updatesPerBatch = 20, .sortsOnThread = seed == 33, .keepsLeaving = true});
        const QAbstractItemModelTester proxyTester(&churn.proxy(), Mode::Fatal);
        ASSERT_NO_FATAL_FAILURE(live(churn, 20'000)) << "seed " << seed;
    }
}

TEST(ModelChurn, sortingOnAThread_repairsWhateverHappensMeanwhile) {
    for (unsigned seed = 21; seed <= 23; ++seed) {
        Churn churn({.seed = seed, .cap = 200, .updatesPerBatch = 30, .sortsOnThread = true});
        const QAbstractItemModelTester proxyTester(&churn.proxy(), Mode::Fatal);
        ASSERT_NO_FATAL_FAILURE(live(churn, 20'000)) << "seed " << seed;
    }
}

TEST(ModelChurn, rowsInOrderOfAge_areNeverSortedAndStillTrue) {
    for (unsigned seed = 31; seed <= 34; ++seed) {
        Churn churn(
            {.seed = seed, .cap = 120, .updatesPerBatch = 20, .sortsOnThread = seed % 2 == 0, .comesInOrder = true});
        const QAbstractItemModelTester proxyTester(&churn.proxy(), Mode::Fatal);
        ASSERT_NO_FATAL_FAILURE(live(churn, 10'000)) << "seed " << seed;
        EXPECT_TRUE(churn.model().store().arrivalOrder().isByAge());
    }
}

TEST(ModelChurn, rowsThatStayWhileOthersRetire_keepTheirPlaceUnderEveryOrderAndFilter) {
    for (unsigned seed = 41; seed <= 46; ++seed) {
        Churn churn({.seed = seed,
                     .cap = seed < 44 ? 40U : 150U,
                     .updatesPerBatch = 25,
                     .sortsOnThread = seed == 43,
                     .comesInOrder = seed % 2 == 0,
                     .pins = true,
                     .resolvedOf4 = 3});
        const QAbstractItemModelTester modelTester(&churn.model(), Mode::Fatal);
        const QAbstractItemModelTester proxyTester(&churn.proxy(), Mode::Fatal);
        ASSERT_NO_FATAL_FAILURE(live(churn, 3'000)) << "seed " << seed;
    }
}

TEST(ModelChurn, manyRunsThatRetireAtOnce_areGatheredAndStillTrue) {
    Churn churn({.seed = 51, .cap = 4000, .updatesPerBatch = 2000, .pins = true, .resolvedOf4 = 2});
    live(churn, 20'000);
}

} // namespace
} // namespace attune::test
