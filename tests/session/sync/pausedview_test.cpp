// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

using namespace attune;
using namespace std::chrono_literals;

namespace {

/// The operator has frozen the view: what the session learns is held, and the store stays as it was.
class PausedView : public test::SessionFixture {
protected:
    void eventful(std::chrono::seconds span) {
        core::Id last = core::UnknownId;
        for (auto left = span; left > 0s; left -= 1s) {
            if (last != core::UnknownId)
                server->resolve(last);
            last = server->create();
            pass(1s);
        }
    }
};

} // namespace

TEST_F(PausedView, newsThatIsHeld_isNoGapAndNoReasonToReadMore) {
    server->fill(300);
    live();
    eventful(10min);
    ASSERT_EQ(session->counters().gapsFound, 0U);
    const int before = lists();
    eventful(10min);
    const int usual = lists() - before;
    pause();
    states.clear();
    eventful(10min);
    EXPECT_EQ(session->status().reason.toStdString(), "");
    EXPECT_EQ(session->counters().gapsFound, 0U);
    EXPECT_EQ(states, std::vector{State::Live});
    EXPECT_LE(lists() - before - usual, usual);
    resume();
    pass(1s);
    EXPECT_EQ(difference(), "");
    eventful(1min);
    EXPECT_EQ(session->counters().gapsFound, 0U);
    EXPECT_EQ(states, std::vector{State::Live});
}

TEST_F(PausedView, changesLostMeanwhile_areReadWhenThePauseIsOver) {
    server->fill(300);
    live();
    pass(2min);
    pause();
    server->notifierDeaf = true;
    eventful(2min);
    server->notifierDeaf = false;
    resume();
    pass(10s);
    EXPECT_EQ(difference(), "");
    EXPECT_GT(session->counters().gapsFound, 0U);
}

TEST_F(PausedView, streamThatIsLostMeanwhile_isLiveAgainAllTheSame) {
    server->fill(300);
    live();
    pause();
    eventful(5min);
    server->disconnect();
    eventful(1min);
    EXPECT_EQ(state(), State::Live);
    resume();
    pass(10s);
    EXPECT_EQ(difference(), "");
}

TEST_F(PausedView, suspicionMeanwhile_waitsAndIsLookedIntoAfterwards) {
    server->fill(300);
    live();
    pass(2min);
    pause();
    server->create(0, false);
    server->create();
    const int before = lists();
    pass(1min);
    EXPECT_EQ(lists(), before);
    EXPECT_LE(clock.pendingCalls(), 20U);
    resume();
    pass(5s);
    EXPECT_EQ(difference(), "");
}

TEST_F(PausedView, pauseWhileMuchIsStillRead_costsNoMoreThanReadingIt) {
    server->fill(4'000, 1'000'000, "created");
    live();
    pause();
    pass(10min);
    EXPECT_LE(lists(), 2 * 4'000 / 100);
    resume();
    pass(2min);
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(session->counters().gapsFound, 0U);
}

TEST_F(PausedView, newsThatIsNotKept_isNeverClaimedToBeThere) {
    server->fill(3'000);
    live();
    pass(1min);
    ASSERT_NE(session->status().completeSince, core::UnknownTime);
    holds = 10;
    pause();
    eventful(30s);
    EXPECT_EQ(session->status().completeSince, core::UnknownTime);
    server->remove(server->rows.rbegin()->first - 100);
    server->disconnect(); // what comes with the next stream is read, and not kept either
    eventful(2min);
    EXPECT_EQ(session->status().completeSince, core::UnknownTime);
    resume();
    for (int i = 0; i < 60; ++i) {
        const bool isClaimed = session->status().completeSince != core::UnknownTime;
        EXPECT_TRUE(!isClaimed || difference().empty() || difference().starts_with("ghost")) << difference();
        pass(100ms);
    }
    EXPECT_TRUE(comes(State::Live));
    EXPECT_NE(session->status().completeSince, core::UnknownTime);
    pass(1min);
    EXPECT_EQ(difference(), "");
    EXPECT_LT(session->status().completeSince, server->rows.begin()->second.created);
}

TEST_F(PausedView, searchWhoseRowsAreNotKept_isForgotten) {
    server->fill(3'000);
    session->setReadDepth(100);
    live();
    holds = 0;
    pause();
    session->searchOlder({});
    pass(30s);
    EXPECT_EQ(session->search().phase, session::HistorySearch::Phase::None);
    resume();
    EXPECT_EQ(session->search().phase, session::HistorySearch::Phase::None);
    pass(30s);
    EXPECT_EQ(difference(), "");
}

TEST_F(PausedView, signedOutMeanwhile_nothingIsReadAfterwards) {
    server->fill(300);
    live();
    holds = 0;
    pause();
    eventful(5s);
    session->signOut();
    const int before = lists();
    resume();
    pass(2min);
    EXPECT_EQ(lists(), before);
    EXPECT_EQ(state(), State::SignedOut);
}
