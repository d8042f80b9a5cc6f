// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

using namespace attune;
using namespace std::chrono_literals;

namespace {

class ResumedSession : public test::SessionFixture {};

} // namespace

TEST_F(ResumedSession, resumedFromSleep_isNotBelievedToBeLive) {
    server->fill(10);
    live();
    const core::Id missed = server->create(0, false);
    states.clear();
    session->onResumed();
    EXPECT_EQ(state(), State::Connecting);
    ASSERT_TRUE(comes(State::Live, 3s));
    EXPECT_EQ(states, (std::vector{State::Connecting, State::Syncing, State::Live}));
    EXPECT_TRUE(has(missed));
}

TEST_F(ResumedSession, resumedOffline_triesAtOnce) {
    live();
    server->notifierDown = true;
    server->disconnect();
    pass(10min);
    server->notifierDown = false;
    session->onResumed();
    EXPECT_TRUE(comes(State::Live, 3s));
}

TEST_F(ResumedSession, networkBack_triesAtOnceAndAsksALiveStream) {
    live();
    server->notifierFrozen = true;
    session->checkConnection();
    EXPECT_TRUE(test::passUntil(clock, 3001ms, [&] { return state() != State::Live; }));
    server->notifierFrozen = false;
    server->notifierDown = true;
    pass(10min);
    server->notifierDown = false;
    session->checkConnection();
    EXPECT_TRUE(comes(State::Live, 3s));
}
