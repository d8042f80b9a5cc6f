// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxyfixture.h"
#include "support/waiting.h"

#include <QCoreApplication>

// How many rows each status would show, of more rows than are counted at once.
namespace attune::models {
namespace {

namespace Status = core::Status;

class StatusCountsOfMany : public EnforcementFilterProxyModelTest {
protected:
    static constexpr core::Id Rows = 70'000;

    void SetUp() override { fill(1, Rows); }
    [[nodiscard]] std::int64_t count(core::WordCode status) { return m_proxy.statusCounts()[status]; }
    [[nodiscard]] bool comes(std::int64_t created, std::int64_t processed) {
        return test::waitFor(
            [=, this] { return count(Status::Created) == created && count(Status::Processed) == processed; });
    }
};

TEST_F(StatusCountsOfMany, asking_neverWaitsForThemAll) {
    EXPECT_EQ(count(Status::Created), 0) << "not counted yet";
    EXPECT_TRUE(comes(Rows, 0));
}

TEST_F(StatusCountsOfMany, changesWhileTheyAreCounted_areCountedAfterwards) {
    (void)count(Status::Created);
    QCoreApplication::processEvents();
    resolve({1, 2, Rows});
    EXPECT_TRUE(comes(Rows - 3, 3));
}

TEST_F(StatusCountsOfMany, anotherFilter_isCountedWithoutARest) {
    ASSERT_TRUE(comes(Rows, 0));
    core::EnforcementFilter filter;
    filter.from = test::second(Rows - 9);
    m_proxy.setFilter(filter);
    EXPECT_TRUE(comes(10, 0));
}

TEST_F(StatusCountsOfMany, clearedTable_hasNoneAtOnce) {
    ASSERT_TRUE(comes(Rows, 0));
    m_model.clear();
    EXPECT_EQ(count(Status::Created), 0);
}

TEST_F(StatusCountsOfMany, rowsThatRetireMeanwhile_areNotLookedFor) {
    m_model.setCap(Rows);
    (void)count(Status::Created);
    fill(Rows + 1, Rows + 5'000);
    const std::int64_t left = m_model.rowCount();
    ASSERT_LT(left, Rows + 5'000);
    EXPECT_TRUE(comes(left, 0));
}

} // namespace
} // namespace attune::models
