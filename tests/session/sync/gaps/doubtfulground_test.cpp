// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/doubtfulground.h"

#include <gtest/gtest.h>

#include <numeric>

using namespace attune;
using session::closeTogether;
using session::MissedSpans;
using session::newestDoubtful;

namespace {

constexpr core::UtcMicros Second = 1'000'000;

/// Row `id` was created `id` seconds after the beginning.
class DoubtfulGround : public testing::Test {
protected:
    void know(core::Id first, core::Id last, core::WordCode status = core::Status::Processed) {
        core::EnforcementBatch batch;
        for (core::Id id = first; id <= last; ++id) {
            core::EnforcementUpdate update;
            update.row.id = id;
            update.row.created = id * Second;
            update.row.status = status;
            update.row.ruleRef = update.row.triggerRef = 1;
            batch.updates.push_back(update);
        }
        store.apply(batch, 100'000);
    }
    void expect(MissedSpans::Span span, core::UtcMicros from, core::UtcMicros to) {
        const auto doubtful = newestDoubtful(store, span);
        ASSERT_TRUE(doubtful);
        EXPECT_EQ(doubtful->from, from);
        EXPECT_EQ(doubtful->to, to);
    }

    core::EnforcementStore store;
};

} // namespace

TEST_F(DoubtfulGround, withoutAnyRow_isAllOfIt) { expect({100 * Second, 200 * Second}, 100 * Second, 200 * Second); }

TEST_F(DoubtfulGround, whereNoIdIsLeftOut_isNone) {
    know(1, 1'000);
    EXPECT_FALSE(newestDoubtful(store, {100 * Second, 900 * Second}));
}

TEST_F(DoubtfulGround, reachesFromTheLastRowBelowTheHoleToTheFirstAboveIt) {
    know(1, 400);
    know(501, 1'000);
    expect({100 * Second, 900 * Second}, 400 * Second, 501 * Second);
    expect({450 * Second, 470 * Second}, 450 * Second, 470 * Second);
}

TEST_F(DoubtfulGround, pastTheEndsOfWhatIsKnown_isPartOfIt) {
    know(200, 300);
    expect({250 * Second, 400 * Second}, 300 * Second, 400 * Second);
    expect({100 * Second, 250 * Second}, 100 * Second, 200 * Second);
}

TEST_F(DoubtfulGround, holesCloserThanAPage_areReadInOneGo) {
    know(1, 400);
    know(402, 450);
    know(452, 700);
    know(702, 1'000);
    expect({100 * Second, 900 * Second}, 700 * Second, 702 * Second);
    expect({100 * Second, 650 * Second}, 400 * Second, 452 * Second);
}

TEST_F(DoubtfulGround, openRows_areDoubtfulWhereThereAreMany) {
    know(1, 499);
    know(500, 500, core::Status::Created);
    know(501, 1'000);
    EXPECT_FALSE(newestDoubtful(store, {100 * Second, 900 * Second})) << "one of a page may well be open for long";
    know(1'001, 1'010, core::Status::Created);
    know(1'011, 1'200);
    expect({100 * Second, 1'100 * Second}, 1'001 * Second - 1, 1'010 * Second);
}

TEST_F(DoubtfulGround, rowsCloseTogether_areTheOnesOfOnePage) {
    know(1, 2'000, core::Status::Created);
    std::vector<core::Id> ids{100, 300, 1'500};
    EXPECT_TRUE(closeTogether(store, ids).empty());
    for (core::Id id = 1'000; id < 1'010; ++id)
        ids.push_back(id);
    const auto close = closeTogether(store, ids);
    EXPECT_EQ(close.size(), 10U);
    EXPECT_EQ(std::accumulate(close.begin(), close.end(), core::Id{0}), 10'045);
    EXPECT_TRUE(closeTogether(store, {5'000, 5'001}).empty()) << "not known any more";
}
