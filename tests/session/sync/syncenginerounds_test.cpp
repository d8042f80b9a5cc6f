// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "syncfixture.h"

// The readings that look for deletions go over everything that is said to be complete.

namespace {

class SmallCapRounds : public SmallCapTest {};

class DeepRounds : public SyncTest {
protected:
    DeepRounds() : SyncTest({.readDepth = 9'000}) {}

    void readEverything() {
        server->fill(8'000);
        live();
        ASSERT_TRUE(test::passUntil(clock, 5min, [&] { return session->status().completeSince == 0; }));
        ASSERT_EQ(store.size(), 8'000U);
        pass(1min);
    }
};

/// Five thousand rows and a few open ones, of which nobody tells any news.
class IdleHour : public SyncTest {
protected:
    void settle() {
        server->fill(5'000);
        for (int i = 0; i < 5; ++i)
            server->create((i + 100) * Second, false);
        live();
        ASSERT_TRUE(test::passUntil(clock, 5min, [&] { return session->status().completeSince == 0; }));
        pass(20min); // what follows a sign-in is over
    }
    [[nodiscard]] int requestsOfAnHour() {
        const int before = server->count({});
        pass(60min);
        return server->count({}) - before;
    }
};

} // namespace

TEST_F(DeepRounds, rowsDeletedFarBelow_areFoundByTheNextRefresh) {
    readEverything();
    for (core::Id id = 10; id <= 70; ++id)
        server->remove(id);
    server->remove(7'000);
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 2min, [&] { return difference().empty(); })) << difference();
    pass(1min);
    const int before = lists();
    pass(2min);
    EXPECT_LE(lists() - before, 24) << "and that was it";
}

TEST_F(DeepRounds, ruleDeletedFarBelow_isFoundByThePeriodicReading) {
    readEverything();
    server->rows[100].ruleDeleted = true;
    server->remove(200);
    EXPECT_TRUE(test::passUntil(clock, 75min, [&] { return !has(200); }));
    EXPECT_TRUE(test::passUntil(clock, 5min, [&] { return store.row(*store.find(100)).rule == core::NullId; }));
}

TEST_F(SmallCapRounds, roundOverTheList_endsWhereRowsAreNoLongerKept) {
    server->fill(300);
    live();
    for (int i = 0; i < 1'500; ++i) {
        server->resolve(server->create());
        pass(500ms);
    }
    pass(1min);
    const int before = lists();
    session->refresh();
    pass(4s);
    EXPECT_LE(lists() - before, 14) << "three hundred rows are kept, not six times as many";
}

TEST_F(IdleHour, somebodyLooks_asksTwelveTimesAMinuteAtMost) {
    settle();
    const int asked = requestsOfAnHour();
    EXPECT_LE(asked, 60 * 12);
    EXPECT_GE(asked, 60 * 4) << "the newest and the open rows, and all the others four times";
    EXPECT_EQ(state(), State::Live);
}

TEST_F(IdleHour, nobodyLooks_asksTwiceAMinuteAtMost) {
    settle();
    session->setAttended(false);
    pass(20min); // what is due already
    int most = 0;
    for (int i = 0; i < 3; ++i)
        most = std::max(most, requestsOfAnHour());
    EXPECT_LE(most, 60 * 2);
    EXPECT_GE(most, 60);
}

TEST_F(IdleHour, anyMinute_isNoBurst) {
    settle();
    int most = 0;
    for (int i = 0; i < 60; ++i) {
        const int before = server->count({});
        pass(1min);
        most = std::max(most, server->count({}) - before);
    }
    EXPECT_LE(most, 12);
}

TEST_F(IdleHour, rowsDeletedWhereverTheReadingIs_areGoneWithinNineteenMinutes) {
    settle();
    std::map<core::Id, std::chrono::nanoseconds> deleted;
    for (int second = 0; second < 75 * 60; second += 10) {
        if (second % 120 == 0 && second < 50 * 60) {
            const core::Id id = 60 + (second / 120 * 1'931) % 4'900; // all over the list
            server->remove(id);
            deleted.emplace(id, clock.steady());
        }
        pass(10s);
        std::erase_if(deleted, [this](const auto& entry) { return !has(entry.first); });
        for (const auto& [id, since] : deleted)
            ASSERT_LE(clock.steady() - since, 19min) << id;
    }
    EXPECT_TRUE(deleted.empty());
}

TEST_F(IdleHour, listThatMovesFast_isReadToItsEndAllTheSame) {
    settle();
    const core::Id old = server->rows.begin()->first;
    server->remove(old);
    bool isGone = false;
    for (int second = 0; second < 25 * 60 && !isGone; ++second) {
        for (int i = 0; i < 20; ++i)
            server->resolve(server->create());
        pass(1s);
        isGone = !has(old);
    }
    EXPECT_TRUE(isGone);
    EXPECT_EQ(state(), State::Live);
}
