// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using test::passUntil;

namespace {

/// A server that answers late, or asks to be left alone.
class BusyServer : public test::SessionFixture {};

} // namespace

TEST_F(BusyServer, pleaForMinutes_isHeardToItsEndAndSaid) {
    server->fill(300);
    live();
    pass(1min); // the first, early readings are through
    transport->retryAfter = 300s;
    server->restStatus = 429;
    const int before = lists();
    ASSERT_TRUE(passUntil(clock, 2min, [&] { return lists() > before; }));
    pass(1s);
    server->restStatus = 0; // it could answer, but has asked for time
    const int asked = lists();
    EXPECT_EQ(state(), State::Live) << "the last reading still vouches for it";
    const core::Id told = server->create();
    ASSERT_TRUE(passUntil(clock, 100s, [&] { return state() != State::Live; }));
    EXPECT_EQ(state(), State::Delayed);
    EXPECT_TRUE(session->status().reason.contains(QStringLiteral("busy"))) << session->status().reason.toStdString();
    EXPECT_TRUE(has(told)) << "the notifier goes on";
    pass(190s);
    EXPECT_EQ(lists(), asked);
    EXPECT_EQ(state(), State::Delayed);
    EXPECT_TRUE(comes(State::Live, 100s)) << "with the next readings, as the ones that waited began too long ago";
    EXPECT_TRUE(session->status().reason.isEmpty());
    EXPECT_EQ(session->counters().reconnects, 0U);
    EXPECT_EQ(difference(), "");
}
