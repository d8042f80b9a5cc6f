// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "churn.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace attune::test {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

TEST(ModelChurn, aHundredThousandUpdates_keepModelProxyAndPersistentIndexesTrue) {
    std::size_t updates = 0;
    for (unsigned seed = 1; updates < 100'000; ++seed) {
        Churn churn({.seed = seed, .cap = 400, .updatesPerBatch = 60});
        while (churn.updates() < 10'000) {
            churn.step();
            if (::testing::Test::HasFatalFailure())
                FAIL() << "seed " << seed << " after " << churn.updates() << " updates";
        }
        updates += churn.updates();
    }
}

TEST(ModelChurn, smallTable_satisfiesTheModelTester) {
    Churn churn({.seed = 77, .cap = 16, .updatesPerBatch = 10});
    const QAbstractItemModelTester modelTester(&churn.model(), Mode::Fatal);
    const QAbstractItemModelTester proxyTester(&churn.proxy(), Mode::Fatal);
    while (churn.updates() < 10'000) {
        churn.step();
        ASSERT_FALSE(::testing::Test::HasFatalFailure()) << "after " << churn.updates() << " updates";
    }
}

TEST(ModelChurn, manyRunsAtOnce_areGatheredAndStillTrue) {
    Churn churn({.seed = 5, .cap = 4000, .updatesPerBatch = 2000});
    while (churn.updates() < 60'000) {
        churn.step();
        ASSERT_FALSE(::testing::Test::HasFatalFailure()) << "after " << churn.updates() << " updates";
    }
    EXPECT_EQ(churn.proxyMirror().resets, 0);
}

} // namespace
} // namespace attune::test
