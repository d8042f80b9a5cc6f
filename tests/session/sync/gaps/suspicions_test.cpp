// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/syncfixture.h"

// What notifications say without meaning to: that others were lost.

namespace {

class Suspicions : public SyncTest {
protected:
    /// The first readings are through, and the next ones are far away.
    void settle() {
        live();
        pass(2min);
        pauseBetweenReadings();
    }
    /// Nothing was read so lately that a suspicion would not read it again.
    void pauseBetweenReadings() {
        do {
            before = lists();
            pass(6s);
        } while (lists() != before);
    }

    int before = 0; ///< lists asked for until now
};

} // namespace

TEST_F(Suspicions, framesOfAnUnknownKind_makeItLookButNotTooOften) {
    server->fill(100);
    settle();
    const core::Id untold = server->create(0, false);
    transport->unknown(newest(), QStringLiteral("enforcement_created_v2"));
    pass(1s);
    EXPECT_TRUE(has(untold));
    EXPECT_EQ(lists(), before + 2) << "the newest rows and the open ones, at once";
    for (int i = 0; i < 20; ++i) {
        transport->unknown(newest(), QStringLiteral("enforcement_created_v2"));
        pass(1s);
    }
    EXPECT_LE(lists() - before, 12) << "at most every five seconds, besides the usual ones";
    EXPECT_TRUE(session->rejections().empty()) << "there is nothing wrong with them";
    EXPECT_EQ(session->counters().unknown, 21U);
    EXPECT_EQ(state(), State::Live);
}

TEST_F(Suspicions, changeOfAnOlderRowNobodyHasTold_makesItLookForMore) {
    server->fill(100);
    settle();
    const core::Id silent = server->create(20 * Second, false);
    const core::Id resolved = server->create(20 * Second, false);
    server->create(); // newer than both: neither of them continues what is known
    pass(100ms);
    ASSERT_FALSE(has(resolved));
    session->refresh(); // fills no hole: what is missing now is being read
    server->rows[silent].hidden = server->rows[resolved].hidden = true;
    pass(2min);
    pauseBetweenReadings();
    server->rows[silent].hidden = server->rows[resolved].hidden = false;
    server->resolve(resolved);
    pass(1s);
    EXPECT_EQ(statusOf(resolved), core::Status::Processed);
    EXPECT_GE(lists(), before + 2) << "the newest rows and the open ones";
    EXPECT_EQ(statusOf(silent), core::Status::Created) << "it is among the open ones";
    EXPECT_EQ(difference(), "");
}

TEST_F(Suspicions, changeThatFillsAFreshHole_makesItLookAtOnce) {
    server->fill(100);
    settle();
    const core::Id resolved = server->create(0, false);
    server->create();
    pass(500ms); // too short for the hole itself to be a hint
    ASSERT_EQ(lists(), before);
    server->resolve(resolved);
    pass(1s);
    EXPECT_GE(lists(), before + 2);
}

TEST_F(Suspicions, changesOfKnownRows_areNone) {
    server->fill(100);
    settle();
    std::vector<core::Id> ids;
    for (int i = 0; i < 30; ++i)
        ids.push_back(server->create());
    pass(100ms);
    for (const core::Id id : ids)
        server->resolve(id);
    for (int i = 0; i < 30; ++i)
        server->resolve(server->create()); // both in one batch
    pass(1s);
    EXPECT_EQ(lists(), before);
}

TEST_F(Suspicions, changesOfRowsBelowWhatIsLoaded_areNone) {
    std::vector<core::Id> old;
    for (int i = 0; i < 10; ++i)
        old.push_back(server->create((50'000 - i) * Second, false));
    server->fill(3000);
    session->setReadDepth(100);
    settle();
    for (const core::Id id : old) {
        ASSERT_GE(session->status().completeSince, server->rows[id].created);
        server->rows[id].status = "created";
    }
    pass(2min);
    before = lists();
    for (const core::Id id : old)
        server->resolve(id);
    pass(1s);
    EXPECT_LE(lists(), before + 1) << "an old row need not be known";
}
