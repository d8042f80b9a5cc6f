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
    EXPECT_EQ(store.row(*store.find(100)).rule, core::NullId);
}

TEST_F(SmallCapRounds, roundOverTheList_endsWhereRowsAreNoLongerKept) {
    server->fill(300);
    live();
    for (int i = 0; i < 3'000; ++i) {
        server->create();
        pass(20ms);
    }
    pass(1min);
    const int before = lists();
    session->refresh();
    pass(4s);
    EXPECT_LE(lists() - before, 14) << "three hundred rows are kept, not ten times as many";
}
