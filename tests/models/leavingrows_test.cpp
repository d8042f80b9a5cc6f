// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxyfixture.h"

#include <gmock/gmock.h>

// Rows that are shown for a moment after they have stopped matching.
namespace attune::models {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(EnforcementFilterProxyModelTest, leavingRowThatIsKept_staysUntilItIsDismissed) {
    fill(1, 6);
    showOnly(QStringLiteral("created"));
    m_proxy.setLeavingKept([](core::Id id) { return id != 4; });
    resolve({2, 4, 5});
    EXPECT_THAT(shown(), ElementsAre(6, 5, 3, 2, 1));
    EXPECT_TRUE(m_proxy.isLeaving(5));
    EXPECT_FALSE(m_proxy.isLeaving(4)) << "nobody wanted to see it go";
    EXPECT_FALSE(m_proxy.isLeaving(6));
    EXPECT_EQ(m_proxy.statusCounts()[core::Status::Processed], 3) << "what matches is counted as if it were gone";
    m_proxy.dismissLeaving({2, 3, 99});
    EXPECT_THAT(shown(), ElementsAre(6, 5, 3, 1)) << "what matches is not dismissed";
    m_proxy.dismissLeaving({5});
    EXPECT_THAT(shown(), ElementsAre(6, 3, 1));
}

TEST_F(EnforcementFilterProxyModelTest, leavingRowThatMatchesAgain_isNotDismissed) {
    fill(1, 3);
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"disk");
    m_proxy.setFilter(filter);
    m_proxy.setLeavingKept([](core::Id) { return true; });
    const auto correct = [this](const char* rule) {
        core::EnforcementBatch correction;
        correction.updates.push_back(test::update(test::makeRow(m_vocabulary, 2, rule), core::Origin::Detail));
        m_model.apply(correction);
    };
    correct("ops.other");
    ASSERT_TRUE(m_proxy.isLeaving(2));
    correct("ops.disk_full");
    EXPECT_FALSE(m_proxy.isLeaving(2));
    m_proxy.dismissLeaving({2});
    EXPECT_THAT(shown(), ElementsAre(3, 2, 1));
}

TEST_F(EnforcementFilterProxyModelTest, anotherFilter_sparesNoLeavingRow) {
    fill(1, 3);
    showOnly(QStringLiteral("created"));
    m_proxy.setLeavingKept([](core::Id) { return true; });
    resolve({2});
    showOnly(QStringLiteral("disabled"));
    EXPECT_THAT(shown(), IsEmpty());
    EXPECT_FALSE(m_proxy.isLeaving(2));
}

} // namespace
} // namespace attune::models
