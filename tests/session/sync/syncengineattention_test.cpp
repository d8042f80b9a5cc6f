// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "syncfixture.h"

#include <algorithm>

// While nobody looks the server is asked for less; what is shown afterwards is as true.

namespace {

class AttentionTest : public SyncTest {
protected:
    [[nodiscard]] bool wasOnlyLive() const {
        return std::all_of(states.begin(), states.end(), [](State seen) { return seen == State::Live; });
    }
};

} // namespace

TEST_F(AttentionTest, nobodyLooks_costsTheServerTwoRequestsAMinuteAtMostAndIsStillLive) {
    server->fill(300);
    live();
    pass(2min); // what follows a sign-in is over
    session->setAttended(false);
    pass(5min); // what was due already
    const int before = server->count({});
    states.clear();
    pass(30min);
    EXPECT_LE(server->count({}) - before, 60);
    EXPECT_TRUE(wasOnlyLive());
}

TEST_F(AttentionTest, creationLostWhileNobodyLooks_isFoundWithinSixMinutes) {
    server->fill(300);
    live();
    session->setAttended(false);
    pass(10min);
    const core::Id lost = server->create(0, false);
    const core::Id resolved = server->create(20 * Second);
    pass(1s);
    server->resolve(resolved, false);
    EXPECT_TRUE(test::passUntil(clock, 6min, [&] { return has(lost); }));
    EXPECT_TRUE(test::passUntil(clock, 6min, [&] { return statusOf(resolved) == core::Status::Processed; }));
}

TEST_F(AttentionTest, somebodyLooksAgain_whatIsOverdueIsReadAtOnceAndNothingFalseIsSaid) {
    server->fill(300);
    live();
    const core::Id open = server->create(200 * Second);
    const core::Id gone = server->create(190 * Second);
    pass(2min);
    session->setAttended(false);
    pass(30min);
    server->remove(gone);
    server->resolve(open, false);
    const core::Id lost = server->create(0, false);
    pass(100s);
    states.clear();
    session->setAttended(true);
    EXPECT_TRUE(test::passUntil(clock, 5s, [&] { return has(lost) && !has(gone); }));
    EXPECT_EQ(statusOf(open), core::Status::Processed);
    EXPECT_TRUE(wasOnlyLive());
    EXPECT_EQ(difference(), "");
}

TEST_F(AttentionTest, somebodyLooksDuringAnOutage_deletionsAreLookedForAsOftenAsEver) {
    session->setAttended(false);
    server->fill(300);
    const core::Id gone = server->create(190 * Second);
    live();
    pass(2min);
    server->remove(gone);
    server->notifierDown = true;
    server->disconnect();
    pass(1s);
    ASSERT_NE(state(), State::Live);
    session->setAttended(true);
    server->notifierDown = false;
    EXPECT_TRUE(test::passUntil(clock, 20min, [&] { return !has(gone); }));
}

TEST_F(AttentionTest, listThatFailsWhenSomebodyLooksAgain_isNotPassedOverInSilence) {
    server->fill(300);
    live();
    session->setAttended(false);
    pass(30min);
    server->restDown = true;
    pass(2min);
    session->setAttended(true);
    EXPECT_TRUE(comes(State::Delayed, 15s));
}

TEST_F(AttentionTest, windowThatComesAndGoes_isReadNoMoreOftenForIt) {
    server->fill(300);
    live();
    pass(2min);
    const int before = server->count({});
    for (int i = 0; i < 120; ++i) {
        session->setAttended(i % 2 == 1);
        pass(5s);
    }
    EXPECT_LE(server->count({}) - before, 120) << "twelve a minute";
}
