// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

#include "attune/core/column.h"

#include <cstdlib>

using namespace attune;
using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

constexpr core::UtcMicros micros(seconds span) { return std::chrono::microseconds(span).count(); }

/// A session at a server whose clock is not the one of this computer.
class ServerTime : public test::SessionFixture {
protected:
    [[nodiscard]] core::Id createNow() { return server->create(clock.now() - serverNow()); }
    /// How often the open rows are read in five minutes.
    [[nodiscard]] int openReadings(const std::function<void()>& everyFiveSeconds) {
        const int before = server->count(QStringLiteral("status=created"));
        for (auto left = seconds(5min); left > 0s; left -= 5s) {
            everyFiveSeconds();
            pass(5s);
        }
        return server->count(QStringLiteral("status=created")) - before;
    }
    /// Somebody sets the clock of this computer; the server's goes on.
    void setClock(seconds by) {
        clock.setNow(clock.now() + micros(by));
        transport->clockAhead = *transport->clockAhead - by;
    }
    /// What the server's clock shows.
    [[nodiscard]] core::UtcMicros serverNow() const { return clock.now() + micros(*transport->clockAhead); }
    [[nodiscard]] seconds error() const {
        return std::chrono::duration_cast<seconds>(std::chrono::microseconds(serverClock.now() - serverNow()));
    }
};

class ServerTimeAhead : public ServerTime, public ::testing::WithParamInterface<seconds> {};

} // namespace

TEST_P(ServerTimeAhead, ages_areThoseThatTheServerSees) {
    transport->clockAhead = GetParam();
    server->fill(100);
    live();
    EXPECT_EQ(session->status().clockAhead, GetParam());
    const core::Id id = createNow();
    pass(5s);
    ASSERT_TRUE(has(id));
    EXPECT_EQ(core::took(store.row(*store.find(id)), serverClock.now()), 5s);
    EXPECT_LT(std::abs(clock.now() - session->status().since), micros(1min)) << "this computer's own";
}

TEST_P(ServerTimeAhead, openRows_areReadAsOftenAsTheirAgeAtTheServerAsks) {
    transport->clockAhead = GetParam();
    server->fill(100);
    live();
    pass(2min);
    const int young = openReadings([this, last = core::UnknownId]() mutable {
        if (last != core::UnknownId)
            server->resolve(last);
        last = createNow();
    });
    EXPECT_LE(young, 8) << "nothing is late";
    pass(2min);
    const int old = openReadings([] {});
    EXPECT_GE(old, 14) << "the last one ought to be through for long";
    EXPECT_LE(old, 26);
}

INSTANTIATE_TEST_SUITE_P(EachWay, ServerTimeAhead, ::testing::Values(2h, -2h),
                         [](const auto& which) { return which.param > 0s ? "ahead" : "behind"; });

TEST_F(ServerTime, wholeSecondsAndSlowAnswers_moveNothing) {
    transport->clockAhead = 2h;
    server->fill(100);
    live();
    const core::UtcMicros ahead = serverClock.now() - clock.now();
    EXPECT_EQ(ahead, micros(2h));
    for (const seconds off : {-1s, 1s, -2s, 2s}) {
        transport->clockAhead = 2h + off;
        pass(40s);
        EXPECT_EQ(serverClock.now() - clock.now(), ahead) << off.count();
    }
    server->latency = 9s;
    transport->clockAhead = 2h - 9s; // written when the question came
    pass(1min);
    EXPECT_EQ(serverClock.now() - clock.now(), ahead);
}

TEST_F(ServerTime, firstAnswerThatIsSlow_makesNoDifferenceUp) {
    server->latency = 9s;
    transport->clockAhead = -9s;
    signIn();
    pass(2min);
    EXPECT_EQ(session->status().clockAhead, 0s);
    EXPECT_EQ(serverClock.now(), clock.now());
}

TEST_F(ServerTime, clockThatIsSetInMidRun_isNoticedByTheNextAnswerAndAsksNothingMore) {
    transport->clockAhead = 0s;
    server->fill(100);
    live();
    pass(2min);
    int before = lists();
    pass(2min);
    const int usual = lists() - before;
    for (const seconds jump : {seconds(2h), seconds(-4h), seconds(-365 * 24h), seconds(366 * 24h)}) {
        setClock(jump);
        before = lists();
        EXPECT_EQ(error(), jump) << "nothing has been heard yet";
        const auto answered = transport->sent.size();
        ASSERT_TRUE(test::passUntil(clock, 45s, [&] { return transport->sent.size() > answered; }));
        pass(server->latency + 1ms);
        EXPECT_EQ(error(), 0s) << jump.count();
        pass(2min);
        EXPECT_EQ(error(), 0s) << jump.count();
        EXPECT_LE(lists() - before, 2 * usual) << jump.count();
        EXPECT_EQ(state(), State::Live);
    }
    EXPECT_EQ(transport->streams.size(), 1U);
    EXPECT_EQ(difference(), "");
}

TEST_F(ServerTime, signInThatTheServerEnds_leavesTheClockToWhatIsStillShown) {
    transport->clockAhead = 2h;
    server->fill(100);
    live();
    server->frozenAccount = true;
    server->rotateTokens();
    session->refresh();
    ASSERT_TRUE(comes(State::SignedOut));
    EXPECT_FALSE(session->status().reason.isEmpty());
    EXPECT_EQ(serverClock.now() - clock.now(), micros(2h));
    EXPECT_EQ(session->status().clockAhead, seconds(2h));
}

TEST_F(ServerTime, anotherServer_hasItsOwnClock) {
    transport->clockAhead = 2h;
    server->fill(100);
    live();
    session->signOut();
    EXPECT_EQ(session->status().clockAhead, std::nullopt);
    transport->clockAhead.reset(); // one that does not tell
    profile.api = QUrl(QStringLiteral("http://127.0.0.1:9090"));
    live();
    EXPECT_EQ(serverClock.now(), clock.now());
    EXPECT_EQ(session->status().clockAhead, std::nullopt);
}

TEST_F(ServerTime, lag_isNeverNegative) {
    live();
    server->create();
    transport->counters().lagMicros = -1'500'000; // of seconds that are not known
    pass(2s);
    EXPECT_EQ(session->status().lag, 0us);
}
