// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/manualclock.h"
#include "sync/gaps/holewatch.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include <limits>

using namespace attune;
using core::Origin;
using session::HoleWatch;
using namespace std::chrono_literals;

namespace {

class HoleWatchTest : public ::testing::Test {
protected:
    void learn(std::initializer_list<core::Id> ids, Origin origin = Origin::Notification,
               core::WordCode oldStatus = core::Status::Unknown) {
        core::EnforcementBatch batch;
        for (const core::Id id : ids) {
            core::EnforcementUpdate& update = batch.updates.emplace_back();
            update.row.id = id;
            update.origin = origin;
            update.oldStatus = oldStatus;
        }
        holes.noteBatch(batch);
    }
    /// A hint that comes to nothing, or to something.
    void hint(bool cameTrue) {
        learn({next += 2});
        clock.advance(HoleWatch::Patience);
        if (cameTrue)
            learn({next - 1}, Origin::ListPage);
        clock.advance(HoleWatch::Verdict);
    }

    test::ManualClock clock;
    HoleWatch holes{clock};
    QSignalSpy hints{&holes, &HoleWatch::suspicious};
    core::Id next = 1'000;
};

} // namespace

TEST_F(HoleWatchTest, idsInARow_areNoHint) {
    for (core::Id id = 1; id < 1'000; ++id)
        learn({id});
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 0);
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(HoleWatchTest, holeThatStays_isAHintOnce) {
    learn({1, 2, 5});
    clock.advance(HoleWatch::Patience - 1ms);
    EXPECT_EQ(hints.count(), 0);
    clock.advance(1ms);
    EXPECT_EQ(hints.count(), 1);
    learn({6, 7});
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 1);
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(HoleWatchTest, rowsThatCommitLater_fillTheHole) {
    learn({1, 5});
    learn({3});
    clock.advance(1s);
    learn({2, 4});
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 0);
}

TEST_F(HoleWatchTest, oneRowOfTwo_fillsOnlyItsHalf) {
    learn({1, 5});
    learn({2, 4});
    clock.advance(HoleWatch::Patience);
    EXPECT_EQ(hints.count(), 1) << "3 is still missing";
}

TEST_F(HoleWatchTest, rowThatIsRead_fillsTheHoleToo) {
    learn({1, 3});
    learn({3, 2, 1}, Origin::ListPage);
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 0);
}

TEST_F(HoleWatchTest, whatOnlyAPageBrings_makesNoHole) {
    learn({1});
    learn({20, 19, 10}, Origin::ListPage);
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 0);
}

TEST_F(HoleWatchTest, changeOfARowNobodyAnnounced_isAHintAtOnce) {
    learn({7});
    learn({8}, Origin::Notification, core::Status::Created);
    EXPECT_EQ(hints.count(), 1);
    learn({3}, Origin::Notification, core::Status::Created);
    EXPECT_EQ(hints.count(), 1) << "an old one may have been let go";
}

TEST_F(HoleWatchTest, changeOfARowInAHole_isAHintAtOnceAlthoughItFillsTheHole) {
    learn({1, 5});
    learn({3}, Origin::Notification, core::Status::Created);
    EXPECT_EQ(hints.count(), 1);
    learn({4}, Origin::ListPage, core::Status::Created);
    learn({2});
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 1) << "of the others nothing is missing";
}

TEST_F(HoleWatchTest, firstId_saysNothingAboutThoseBefore) {
    learn({1'000'000});
    clock.advance(1h);
    learn({1'000'001});
    holes.forgive();
    learn({2'000'000});
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 0);
}

TEST_F(HoleWatchTest, forgiven_areTheHolesOfBefore) {
    learn({1, 5});
    holes.forgive();
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 0);
}

TEST_F(HoleWatchTest, sequenceThatJumpsFar_isOneHole) {
    learn({1, (core::Id{1} << 62U)});
    clock.advance(HoleWatch::Patience);
    EXPECT_EQ(hints.count(), 1);
    learn({std::numeric_limits<core::Id>::max()});
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 2);
}

TEST_F(HoleWatchTest, manyHoles_areBounded) {
    for (core::Id id = 1; id < 100'000; id += 2)
        learn({id});
    EXPECT_LE(clock.pendingCalls(), 1U);
    clock.advance(1h);
    EXPECT_EQ(hints.count(), 1);
}

TEST_F(HoleWatchTest, burnedIds_areNotListenedToForEverButGetAnotherChance) {
    learn({next});
    for (std::size_t i = 0; i < HoleWatch::Judged * 2; ++i)
        hint(false);
    EXPECT_EQ(hints.count(), static_cast<int>(HoleWatch::MaxFalse) + 1);
    const auto before = hints.count();
    for (int i = 0; i < 10; ++i)
        hint(true); // found by the readings that come anyway
    EXPECT_GT(hints.count(), before);
}
