// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using test::Road;
using State = session::ConnectionState;
using test::waitFor;

namespace {

class NetworkFaults : public test::FaultsFixture {};

/// Bytes that vanish: towards the server, towards the client.
class HalfOpen : public test::FaultsFixture, public ::testing::WithParamInterface<std::pair<bool, bool>> {};

} // namespace

TEST_P(HalfOpen, isNoticedWithinFifteenSecondsAndLosesNothing) {
    // What the server goes on to say is a sign of life, so it is silent where it can still be heard.
    liveAt(GetParam().second ? 50 : 0);
    notifier->setBlackHole(GetParam().first, GetParam().second);
    EXPECT_TRUE(leavesLive(16s));
    expectRecovery();
}

INSTANTIATE_TEST_SUITE_P(Directions, HalfOpen,
                         ::testing::Values(std::pair(true, true), std::pair(true, false), std::pair(false, true)),
                         [](const auto& which) {
                             return which.param.first ? (which.param.second ? "both" : "toServer") : "toClient";
                         });

TEST_F(NetworkFaults, reset_isFollowedByAReturnWithinSeconds) {
    liveAt(50);
    notifier->resetAll();
    ASSERT_TRUE(leavesLive(1s));
    expectRecovery(3s);
}

TEST_F(NetworkFaults, endWithoutCloseFrame_isAnAbnormalOne) {
    liveAt(50);
    notifier->closeAll();
    ASSERT_TRUE(leavesLive(1s));
    EXPECT_FALSE(session->status().reason.isEmpty());
    expectRecovery(3s);
}

TEST_F(NetworkFaults, nobodyListening_isSaidAndTriedForEver) {
    liveAt(50);
    notifier->setRefusing(true);
    api->setRefusing(true);
    notifier->resetAll();
    api->resetAll();
    ASSERT_TRUE(comes(State::Offline, 2s));
    ASSERT_TRUE(waitFor([&] { return session->status().attempt >= 3; }));
    expectRecovery();
}

// The proxies listen on 127.0.0.1 only, while the name may mean ::1 first.
TEST_F(NetworkFaults, nameOfTwoAddresses_isReachedByTheOneThatAnswers) {
    serveBehindProxies([](sim::SimOptions& options) { options.rows = 100; });
    profile.api.setHost(QStringLiteral("localhost"));
    profile.ws.setHost(QStringLiteral("localhost"));
    ASSERT_FALSE(signIn());
    EXPECT_TRUE(comes(State::Live, 3s)) << session->status().reason.toStdString();
}

TEST_F(NetworkFaults, nameThatNobodyKnows_isSaidAndTriedAgain) {
    serveBehindProxies([](sim::SimOptions& options) { options.rows = 100; });
    live();
    const QUrl before = profile.ws;
    session->signOut();
    profile.ws.setHost(QStringLiteral("notifier.invalid"));
    profile.allowPlainText = true;
    EXPECT_FALSE(signIn());
    ASSERT_TRUE(waitFor([&] { return session->status().attempt >= 3; }, 40s));
    EXPECT_FALSE(session->status().reason.isEmpty());
    EXPECT_NE(state(), State::Live);
    session->signOut();
    profile.ws = before;
    EXPECT_FALSE(signIn());
    EXPECT_TRUE(comes(State::Live, 20s));
}

TEST_F(NetworkFaults, handshakeThatNeverEnds_isGivenUpAfterTenSeconds) {
    liveAt(50);
    notifier->setIgnoring(true);
    const int before = notifier->accepted();
    notifier->resetAll();
    ASSERT_TRUE(waitFor([&] { return notifier->accepted() == before + 1; }));
    EXPECT_EQ(state(), State::Connecting);
    EXPECT_TRUE(waitFor([&] { return state() == State::Offline; }, 11s));
    notifier->setIgnoring(false);
    expectRecovery();
}

TEST_F(NetworkFaults, seconds_ofLatencyAreNoDeath) {
    serveBehindProxies([](sim::SimOptions& options) { options.rows = 100; });
    const Road slow{.latency = 1s, .jitter = 4s}; // three seconds, two more or less
    notifier->setRoads(slow, slow);
    ASSERT_FALSE(signIn());
    ASSERT_TRUE(comes(State::Live, 60s)) << session->status().reason.toStdString();
    // Nobody says anything, so that the answers to its own questions are all that it can go by.
    EXPECT_FALSE(waitFor([&] { return session->counters().reconnects > 0 || state() != State::Live; }, 45s));
    expectRecovery();
    EXPECT_EQ(session->counters().reconnects, 0U);
}

TEST_F(NetworkFaults, trickle_stillSynchronises) {
    serveBehindProxies([](sim::SimOptions& options) { options.rows = 150; });
    const Road thin{.bytesPerSecond = 8'000};
    api->setRoads(thin, thin);
    notifier->setRoads(thin, thin);
    QElapsedTimer sinceSignIn;
    sinceSignIn.start();
    ASSERT_FALSE(signIn());
    EXPECT_TRUE(waitFor([&] { return store.size() > 0; }));
    EXPECT_LT(sinceSignIn.elapsed(), 5'000) << "the first page does not wait for the others";
    ASSERT_TRUE(comes(State::Live, 40s)) << session->status().reason.toStdString();
    EXPECT_EQ(session->counters().reconnects, 0U);
    EXPECT_EQ(notifier->accepted(), 1);
    EXPECT_LE(api->receivedByClients().size(), 60'000) << "no page was given up and asked for again";
    EXPECT_EQ(store.size(), 150U);
    expectRecovery(40s);
}

TEST_F(NetworkFaults, bytesOneByOne_areFramesAllTheSame) {
    liveAt(0);
    const Road crumbs{.segment = 1};
    notifier->setRoads({}, crumbs);
    const auto created = control().emitCreated(2);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }));
    EXPECT_EQ(session->counters().malformed, 0U);
    expectRecovery();
    EXPECT_EQ(session->counters().reconnects, 0U);
}

TEST_F(NetworkFaults, frameCutInTheMiddle_isNotWaitedForEver) {
    liveAt(0);
    notifier->setRoads({}, Road{.passOnly = 0});
    const auto created = control().emitCreated(1);
    notifier->setRoads({}, Road{.segment = 60, .passOnly = 60});
    EXPECT_TRUE(leavesLive(16s));
    expectRecovery();
    EXPECT_TRUE(hasAll(created));
}

TEST_F(NetworkFaults, otherProtocolOnThePort_isAnErrorOfFewWords) {
    liveAt(50);
    notifier->setBanner("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n" + QByteArray(100'000, 'x'));
    notifier->resetAll();
    ASSERT_TRUE(comes(State::Offline));
    EXPECT_FALSE(session->status().reason.isEmpty());
    EXPECT_LT(session->status().reason.size(), 500);
    notifier->setBanner({});
    expectRecovery();
}

TEST_F(NetworkFaults, flapping_causesNoStorm) {
    liveAt(50);
    const int before = notifier->accepted();
    for (int i = 0; i < 30; ++i) {
        notifier->setRefusing(i % 2 == 0);
        notifier->resetAll();
        EXPECT_FALSE(waitFor([] { return false; }, 200ms));
    }
    EXPECT_LE(notifier->accepted() - before, 10) << "in six seconds";
    expectRecovery();
}
