// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "syncfixture.h"

// What random schedules have found, each once more as small as it can be.

namespace {

class SyncFaults : public SyncTest {};
class SmallCapFaults : public SmallCapTest {};

class DeepSyncFaults : public SyncTest {
protected:
    DeepSyncFaults() : SyncTest({.readDepth = 9000}) {}

    /// Many, far apart, are resolved without a word, and the list of open rows is read.
    std::vector<core::Id> openRowsThatAListMissesWhileLive() {
        std::vector<core::Id> open;
        for (int i = 0; i < 8'000; ++i) {
            const core::Id id = server->create((20'000 - i) * Second, false);
            if (i % 20 == 0)
                open.push_back(id);
            else
                server->rows[id].status = "processed";
        }
        live();
        pass(10min);
        EXPECT_EQ(difference(), "");
        EXPECT_EQ(state(), State::Live);
        states.clear();
        for (const core::Id id : open)
            server->resolve(id, false);
        const QString list = QStringLiteral("status=created&page=1");
        const int before = server->count(list);
        EXPECT_TRUE(test::passUntil(clock, 2min, [&] { return server->count(list) > before; }));
        return open;
    }
};

class SmallQueueTest : public SyncTest {
protected:
    SmallQueueTest() : SyncTest({.maxPending = 200}) {}
};

} // namespace

TEST_F(SyncFaults, removalsThatAnOverloadLost_areProvenAgainSoon) {
    server->fill(900);
    live();
    pass(1min);
    for (core::Id id = 1; id <= 500; ++id)
        server->remove(id);
    losesRemovals = true;
    session->refresh();
    pass(20s);
    ASSERT_EQ(store.size(), 900U);
    losesRemovals = false;
    overflow();
    EXPECT_TRUE(test::passUntil(clock, 1min, [&] { return store.size() == 400; }))
        << "not only in a quarter of an hour";
    EXPECT_EQ(difference(), "");
}

TEST_F(SmallQueueTest, moreRemovalsThanMayWait_goThroughInPortions) {
    server->fill(2000);
    live();
    pass(1min);
    for (core::Id id = 1; id <= 1500; ++id)
        server->remove(id);
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 20s, [&] { return store.size() == 500; }));
    states.clear();
    pass(5min);
    EXPECT_EQ(std::count(states.begin(), states.end(), State::Syncing), 0) << "nothing was dropped";
    EXPECT_EQ(difference(), "");
}

TEST_F(SmallCapFaults, rowsThatAreNotKept_areNoGaps) {
    server->fill(1000);
    live();
    for (int i = 0; i < 100; ++i) {
        server->create();
        pass(1s);
    }
    session->refresh();
    pass(20min);
    EXPECT_EQ(session->counters().gapsFound, 0U);
    EXPECT_EQ(state(), State::Live);
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncFaults, streamThatIsNoLongerDenied_isNotLiveBeforeWhatItKeptSilentAboutIsRead) {
    server->fill(100);
    server->deniesSubscriptions = true;
    signIn();
    ASSERT_TRUE(comes(State::Delayed, 30s));
    server->notifierDeaf = true;
    const core::Id missed = server->create();
    server->notifierDeaf = false;
    server->deniesSubscriptions = false;
    bool wasLiveWithoutIt = false;
    QObject::connect(session.get(), &session::Session::statusChanged, &context,
                     [&](const session::ConnectionStatus& status) {
                         wasLiveWithoutIt = wasLiveWithoutIt || (status.state == State::Live && !has(missed));
                     });
    states.clear();
    ASSERT_TRUE(comes(State::Live, 2min));
    EXPECT_FALSE(wasLiveWithoutIt);
    EXPECT_EQ(std::count(states.begin(), states.end(), State::Syncing), 1);
}

TEST_F(SyncFaults, goodStream_isNotGivenUpForADeniedOne) {
    server->fill(100);
    server->tokenLifetime = 100;
    live();
    const auto good = newest();
    server->deniesSubscriptions = true;
    ASSERT_TRUE(test::passUntil(clock, 90s, [&] { return newest() != good; }));
    pass(5s);
    EXPECT_TRUE(transport->stream(good).open);
    EXPECT_EQ(state(), State::Live);
    const core::Id id = server->create();
    pass(1s);
    EXPECT_TRUE(has(id));
}

TEST_F(SyncFaults, thousandsOfUnresolvedRows_areAllReadAndKeptTrue) {
    std::vector<core::Id> open;
    for (int i = 9000; i > 0; --i)
        open.push_back(server->create((20'000 + i) * Second, false));
    server->fill(6000);
    live();
    EXPECT_LE(lists(), 40) << "to be live, the newest of them are enough";
    ASSERT_TRUE(test::passUntil(clock, 2min, [&] { return has(open.front()); }));
    for (const core::Id id : open)
        ASSERT_TRUE(has(id));
    server->notifierDeaf = true;
    for (std::size_t i = 0; i < 20; ++i)
        server->resolve(open[i * 450]);
    server->notifierDeaf = false;
    EXPECT_TRUE(test::passUntil(clock, 6min, [&] {
        for (std::size_t i = 0; i < 20; ++i) {
            if (statusOf(open[i * 450]) != core::Status::Processed)
                return false;
        }
        return true;
    }));
    const int before = lists();
    pass(10min);
    EXPECT_LE(lists() - before, 420);
    EXPECT_EQ(state(), State::Live);
}

TEST_F(DeepSyncFaults, backlogOfRowsResolvedWhileAway_isToldUntilItIsRead) {
    std::vector<core::Id> open;
    for (int i = 0; i < 400; ++i)
        open.push_back(server->create((20'000 - i) * Second, false));
    server->fill(8000);
    live();
    ASSERT_TRUE(test::passUntil(clock, 5min, [&] { return !session->status().isReadingReach; }));
    ASSERT_EQ(statusOf(open.front()), core::Status::Created);
    server->disconnect();
    for (const core::Id id : open)
        server->resolve(id, false);
    ASSERT_TRUE(test::passUntil(clock, 30s, [&] { return session->status().outdated > 0; }));
    EXPECT_EQ(state(), State::Syncing) << "what is shown is not true";
    EXPECT_GT(session->status().syncProgress, 0.9);
    EXPECT_LT(session->status().syncProgress, 1);
    EXPECT_FALSE(session->status().activity.isEmpty());
    const core::UtcMicros newest = store.row(*store.find(open.back())).created;
    EXPECT_EQ(session->status().newestOutdated, newest);
    ASSERT_TRUE(test::passUntil(clock, 3min, [&] {
        EXPECT_TRUE(state() != State::Live || session->status().outdated == 0);
        return state() == State::Live;
    }));
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(session->status().newestOutdated, core::UnknownTime);
}

TEST_F(DeepSyncFaults, rowsOfWhichTheNewsIsOnItsWay_areNotCalledOutdated) {
    const auto open = openRowsThatAListMissesWhileLive();
    pass(500ms);
    for (const core::Id id : open)
        server->resolve(id);
    pass(4s);
    EXPECT_EQ(std::count(states.begin(), states.end(), State::Syncing), 0);
    EXPECT_EQ(difference(), "");
}

TEST_F(DeepSyncFaults, rowsOfWhichNoNewsComes_areCalledOutdatedUntilTheyAreRead) {
    (void)openRowsThatAListMissesWhileLive();
    pass(4s);
    EXPECT_EQ(state(), State::Syncing);
    ASSERT_TRUE(comes(State::Live, 5min));
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncFaults, unresolvedRowsOfWhichAFlawedListShowsSome_areAskedForUntilAllAreKnown) {
    server->fill(100);
    std::vector<core::Id> open;
    for (int i = 0; i < 300; ++i)
        open.push_back(server->create(200 * Second, false)); // one instant: no two pages can straddle them
    live();
    ASSERT_TRUE(test::passUntil(
        clock, 3min, [&] { return std::all_of(open.begin(), open.end(), [this](core::Id id) { return has(id); }); }));
    server->notifierDeaf = true;
    for (std::size_t i = 0; i < 200; ++i)
        server->resolve(open[i]);
    server->notifierDeaf = false;
    EXPECT_TRUE(test::passUntil(clock, 5min, [&] {
        return std::all_of(open.begin(), open.begin() + 200,
                           [this](core::Id id) { return statusOf(id) == core::Status::Processed; });
    }));
}

TEST_F(SyncFaults, rowsGoneAboveAFlawOfTheWalk_areRemovedByProof) {
    for (int i = 0; i < 300; ++i)
        server->rows[server->create(2000 * Second, false)].status = "processed"; // the flaw
    server->fill(500);
    live();
    pass(1min);
    const core::Id newest = server->rows.rbegin()->first;
    for (core::Id id = newest - 200; id < newest; ++id)
        server->remove(id);
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 20s, [&] { return !has(newest - 200) && !has(newest - 1); }));
    for (core::Id id = newest - 200; id < newest; ++id)
        ASSERT_FALSE(has(id));
}
