// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "connectionmachinefixture.h"

TEST_F(ConnectionMachineTest, start_connectsAtOnceWithTheBearer) {
    start();
    EXPECT_EQ(machine.phase(), Phase::Connecting);
    EXPECT_EQ(machine.attempt(), 1);
    const net::StreamRequest& request = transport.stream(newest()).request;
    EXPECT_EQ(request.url, notifier);
    EXPECT_EQ(request.bearer, "access-1");
    EXPECT_EQ(request.sink, sink);
    transport.accept(newest());
    EXPECT_EQ(machine.phase(), Phase::Fenced);
    EXPECT_EQ(machine.attempt(), 0);
    EXPECT_EQ(fences, 1);
    EXPECT_EQ(machine.reconnects(), 0U);
}

TEST_F(ConnectionMachineTest, outage_isAnsweredForEverWithFullJitter) {
    start(1'000'000);
    std::vector<double> delays;
    for (int n = 0; n < 500; ++n) {
        end(Kind::Refused);
        EXPECT_EQ(machine.phase(), Phase::Waiting);
        for (const net::RequestId id : probes())
            transport.fail(id, Outcome::Unreachable);
        const core::UtcMicros promised = machine.nextAttempt();
        const double delay = std::chrono::duration<double>(nextAttempt()).count();
        EXPECT_EQ(clock.now(), promised);
        const double ceiling = std::min(15.0, 2.0 * std::pow(2.0, n));
        ASSERT_LE(delay, ceiling) << "attempt " << n;
        if (n >= 10)
            delays.push_back(delay);
        EXPECT_EQ(machine.attempt(), n + 2);
    }
    std::sort(delays.begin(), delays.end());
    EXPECT_LT(delays.front(), 1.0);
    EXPECT_GT(delays.back(), 14.0);
    EXPECT_NEAR(delays[delays.size() / 2], 7.5, 1.0);
    EXPECT_FALSE(loginNeeded);
}

TEST_F(ConnectionMachineTest, tenMinutesOfOutage_takeSixtyToAHundredAttempts) {
    start();
    const auto end = clock.steady() + 10min;
    while (clock.steady() < end) {
        transport.end(newest(), Kind::Refused);
        for (const net::RequestId id : probes())
            transport.fail(id, Outcome::Unreachable);
        nextAttempt();
    }
    EXPECT_GE(attempts(), 60U);
    EXPECT_LE(attempts(), 105U);
}

TEST_F(ConnectionMachineTest, nobodyLooks_attemptsAreUpToAMinuteApartUntilSomebodyDoes) {
    start();
    machine.setAttended(false);
    const auto fail = [this] {
        transport.end(newest(), Kind::Refused);
        for (const net::RequestId id : probes())
            transport.fail(id, Outcome::Unreachable);
    };
    auto longest = 0ms;
    for (int n = 0; n < 50; ++n) {
        fail();
        longest = std::max(longest, nextAttempt());
    }
    EXPECT_GT(longest, 45s);
    EXPECT_LE(longest, 60s);
    fail();
    const auto before = attempts();
    machine.setAttended(true);
    EXPECT_EQ(attempts(), before + 1);
    longest = 0ms;
    for (int n = 0; n < 50; ++n) {
        fail();
        longest = std::max(longest, nextAttempt());
    }
    EXPECT_LE(longest, 15s);
}

TEST_F(ConnectionMachineTest, everyEndButAuthAndCertificate_isFollowedByAnotherTry) {
    live();
    for (const int code :
         {1000, 1001, 1002, 1003, 1005, 1006, 1007, 1009, 1011, 1012, 1013, 1014, 1015, 3000, 4000, 4999}) {
        end(Kind::Closed, code);
        EXPECT_EQ(machine.phase(), Phase::Waiting) << code;
        EXPECT_FALSE(machine.reason().isEmpty());
        nextAttempt();
        transport.accept(newest());
        EXPECT_EQ(machine.phase(), Phase::Fenced) << code;
    }
    for (const Kind kind : {Kind::Lost, Kind::Protocol, Kind::Refused}) {
        end(kind);
        EXPECT_EQ(machine.phase(), Phase::Waiting);
        nextAttempt();
        transport.accept(newest());
    }
    EXPECT_EQ(machine.reconnects(), 19U);
    EXPECT_TRUE(probes().empty());
}

TEST_F(ConnectionMachineTest, reconnects_countEveryReturnEvenAtTheFirstTry) {
    live();
    end(Kind::Lost);
    nextAttempt();
    transport.accept(newest());
    EXPECT_EQ(machine.reconnects(), 1U);
    EXPECT_EQ(fences, 2);
}

TEST_F(ConnectionMachineTest, flappingServer_isNotHammered) {
    live(1'000'000);
    std::chrono::milliseconds longest{0};
    for (int i = 0; i < 60; ++i) {
        pass(59s);
        end(Kind::Lost);
        longest = std::max(longest, nextAttempt());
        transport.accept(newest());
    }
    EXPECT_GT(longest, 10s) << "lives below a minute do not earn a short delay";
    pass(61s);
    end(Kind::Lost);
    EXPECT_LE(nextAttempt(), 2s);
}

TEST_F(ConnectionMachineTest, hangingSteps_areEndedByDeadlines) {
    start();
    pass(10s);
    EXPECT_EQ(machine.phase(), Phase::Waiting);
    nextAttempt();
    answersPings = false;
    transport.welcome(newest());
    pass(5s);
    EXPECT_NE(machine.phase(), Phase::Fenced);
    EXPECT_EQ(fences, 0);
}

TEST_F(ConnectionMachineTest, expiryCode_withAFreshToken_asksTheApi) {
    live();
    end(Kind::Closed, 4401);
    EXPECT_EQ(machine.phase(), Phase::Waiting);
    ASSERT_EQ(probes().size(), 1U);
    transport.answer(probes().front(), 401, errorJson("Authentication token expired"));
    ASSERT_EQ(refreshes().size(), 1U);
    transport.answer(refreshes().front(), grantJson("access-2"));
    nextAttempt();
    EXPECT_EQ(transport.stream(newest()).request.bearer, "access-2");
}

TEST_F(ConnectionMachineTest, expiredToken_isRenewedBeforeConnecting) {
    live(100);
    transport.onRequest = nullptr;
    pass(80s);
    ASSERT_EQ(refreshes().size(), 1U);
    pass(20s);
    end(Kind::Lost);
    EXPECT_EQ(machine.phase(), Phase::Connecting);
    const auto before = attempts();
    pass(15s);
    EXPECT_EQ(attempts(), before) << "a handshake with this token would be refused";
    transport.answer(refreshes().front(), grantJson("access-2"));
    EXPECT_EQ(attempts(), before + 1);
    EXPECT_EQ(transport.stream(newest()).request.bearer, "access-2");
    EXPECT_TRUE(probes().empty());
}

TEST_F(ConnectionMachineTest, renewalWithoutAnswer_isShownAsWaiting) {
    live(100);
    pass(100s);
    end(Kind::Lost);
    transport.fail(refreshes().front(), Outcome::Unreachable, QStringLiteral("no route"));
    EXPECT_EQ(machine.phase(), Phase::Waiting);
    EXPECT_TRUE(machine.reason().contains(QStringLiteral("no route")));
    EXPECT_GT(machine.nextAttempt(), clock.now());
    pass(5s);
    machine.retryNow();
    EXPECT_EQ(machine.phase(), Phase::Connecting);
    ASSERT_EQ(refreshes().size(), 1U);
    transport.fail(refreshes().front(), Outcome::Unreachable);
    EXPECT_EQ(machine.phase(), Phase::Waiting);
    ASSERT_TRUE(test::passUntil(clock, 16s, [&] { return !refreshes().empty(); }));
    const auto before = attempts();
    transport.answer(refreshes().front(), grantJson("access-2"));
    EXPECT_EQ(attempts(), before + 1) << "exactly one attempt, however often it was asked for";
    EXPECT_EQ(machine.phase(), Phase::Connecting);
}

TEST_F(ConnectionMachineTest, renewalRefused_needsALogin) {
    live(100);
    pass(80s);
    transport.answer(refreshes().front(), 401, errorJson("Invalid refresh token"));
    EXPECT_EQ(loginNeeded, QStringLiteral("Invalid refresh token"));
    EXPECT_EQ(machine.phase(), Phase::Stopped);
    EXPECT_TRUE(transport.openStreams().empty());
    pass(1h);
    EXPECT_EQ(attempts(), 1U);
}

TEST_F(ConnectionMachineTest, tokenRenewedMeanwhile_isNotRenewedAgainForTheRefusalOfTheOldOne) {
    start(1000);
    end(Kind::Refused);
    nextAttempt();
    end(Kind::Refused);
    ASSERT_EQ(probes().size(), 1U);
    ASSERT_TRUE(refreshes().empty());
    tokens.refresh(); // whatever for
    ASSERT_EQ(refreshes().size(), 1U);
    transport.answer(refreshes().front(), grantJson("access-2", 1000));
    transport.answer(probes().front(), Me);
    EXPECT_TRUE(refreshes().empty()) << "nobody has refused the new one";
    nextAttempt();
    EXPECT_EQ(transport.stream(newest()).request.bearer, "access-2");
    end(Kind::Refused);
    EXPECT_TRUE(probes().empty()) << "one refusal is not two";
}

TEST_F(ConnectionMachineTest, twoRefusedHandshakes_askTheApiOnceAtATime) {
    start();
    end(Kind::Refused);
    EXPECT_TRUE(probes().empty());
    nextAttempt();
    end(Kind::Refused);
    EXPECT_EQ(probes().size(), 1U);
    nextAttempt();
    end(Kind::Refused);
    EXPECT_EQ(probes().size(), 1U) << "the first question has no answer yet";
    transport.answer(probes().front(), 500, errorJson("broken"));
    EXPECT_EQ(machine.phase(), Phase::Waiting);
    EXPECT_FALSE(loginNeeded);
}

TEST_F(ConnectionMachineTest, probeSaysFrozen_needsALogin) {
    start();
    end(Kind::Refused);
    nextAttempt();
    end(Kind::Refused);
    transport.answer(probes().front(), 403, errorJson("Identity is frozen"));
    EXPECT_EQ(loginNeeded, QStringLiteral("Identity is frozen"));
    EXPECT_EQ(machine.phase(), Phase::Stopped);
}

TEST_F(ConnectionMachineTest, probeAnsweredByAProxy_meansNothing) {
    start();
    end(Kind::Refused);
    nextAttempt();
    end(Kind::Refused);
    transport.answer(probes().front(), 403, "<html>no</html>", false);
    EXPECT_FALSE(loginNeeded);
    EXPECT_EQ(machine.phase(), Phase::Waiting);
}

TEST_F(ConnectionMachineTest, apiTakesTheToken_whileHandshakesFail_renewsItAtMostEveryFiveMinutes) {
    start(36'000);
    std::vector<std::chrono::nanoseconds> renewals;
    const auto from = clock.steady();
    while (clock.steady() - from < 21min) {
        end(Kind::Refused);
        if (!probes().empty())
            transport.answer(probes().front(), Me);
        if (!refreshes().empty()) {
            renewals.push_back(clock.steady());
            transport.answer(refreshes().front(),
                             grantJson("access-" + QByteArray::number(renewals.size() + 1), 36'000));
        }
        EXPECT_FALSE(loginNeeded);
        nextAttempt();
    }
    EXPECT_GE(renewals.size(), 4U);
    EXPECT_LE(renewals.size(), 5U);
    for (std::size_t i = 1; i < renewals.size(); ++i)
        EXPECT_GE(renewals[i] - renewals[i - 1], FaultProbe::ForcedRefreshInterval);
    EXPECT_EQ(transport.stream(newest()).request.bearer, tokens.bearer());
    end(Kind::Refused);
    transport.answer(probes().front(), Me);
    EXPECT_TRUE(machine.reason().contains(QStringLiteral("API answers")));
}

TEST_F(ConnectionMachineTest, lateProbeAnswer_afterStopAndStart_isIgnored) {
    start();
    end(Kind::Refused);
    nextAttempt();
    end(Kind::Refused);
    ASSERT_EQ(probes().size(), 1U);
    const net::RequestId old = probes().front();
    machine.stop();
    machine.start(notifier, sink);
    transport.answer(old, 403, errorJson("Identity is frozen"));
    EXPECT_FALSE(loginNeeded);
    EXPECT_EQ(machine.phase(), Phase::Connecting);
}

TEST_F(ConnectionMachineTest, refusedCertificate_waitsForTheOperator) {
    live(1'000'000);
    transport.end(newest(), Kind::Certificate, 0, QStringLiteral("The certificate has expired"));
    EXPECT_EQ(machine.phase(), Phase::CertificateRefused);
    EXPECT_EQ(machine.reason(), QStringLiteral("The certificate has expired"));
    pass(24h);
    EXPECT_EQ(attempts(), 1U);
    machine.retryNow();
    EXPECT_EQ(attempts(), 2U);
    EXPECT_EQ(machine.phase(), Phase::Connecting);
    EXPECT_EQ(transport.forgotten, 1);
}

TEST_F(ConnectionMachineTest, certificateRefusedByTheApi_closesTheStream) {
    live();
    machine.refuseCertificate(QStringLiteral("self-signed"));
    EXPECT_EQ(machine.phase(), Phase::CertificateRefused);
    EXPECT_TRUE(transport.openStreams().empty());
    pass(1h);
    EXPECT_EQ(attempts(), 1U);
    machine.stop();
    machine.refuseCertificate(QStringLiteral("late"));
    EXPECT_EQ(machine.phase(), Phase::Stopped);
}

TEST_F(ConnectionMachineTest, certificateRefusedWhileRenewingTheToken_waitsForTheOperatorThenGoesOn) {
    live(100);
    pass(80s);
    transport.fail(refreshes().front(), Outcome::Certificate, QStringLiteral("expired"));
    EXPECT_EQ(machine.phase(), Phase::CertificateRefused);
    EXPECT_TRUE(transport.openStreams().empty());
    pass(1h);
    EXPECT_TRUE(refreshes().empty());
    machine.retryNow();
    ASSERT_EQ(refreshes().size(), 1U);
    transport.answer(refreshes().front(), grantJson("access-2"));
    EXPECT_EQ(transport.openStreams().size(), 1U);
    transport.accept(newest());
    EXPECT_EQ(machine.phase(), Phase::Fenced);
}

TEST_F(ConnectionMachineTest, apiThatAnswersAgain_isReasonForAnAttemptAtOnceButNotMoreThanTwiceAMinute) {
    start();
    machine.onServerBack();
    EXPECT_EQ(attempts(), 1U) << "one is under way";
    for (int i = 0; i < 6; ++i) {
        end(Kind::Refused);
        nextAttempt();
    }
    end(Kind::Refused);
    auto before = attempts();
    machine.onServerBack();
    EXPECT_EQ(attempts(), before + 1);
    end(Kind::Refused);
    EXPECT_LE(nextAttempt(), 1s) << "the server may need a moment longer for the notifier";
    end(Kind::Refused);
    before = attempts();
    machine.onServerBack();
    EXPECT_EQ(attempts(), before) << "it flaps";
    transport.accept(newest());
}

TEST_F(ConnectionMachineTest, retryNow_skipsTheWaitOnceInFiveSeconds) {
    start();
    machine.retryNow();
    EXPECT_EQ(attempts(), 1U) << "nothing to skip";
    for (int i = 0; i < 6; ++i) {
        end(Kind::Lost);
        nextAttempt();
    }
    end(Kind::Lost);
    const auto before = attempts();
    machine.retryNow();
    EXPECT_EQ(attempts(), before + 1);
    EXPECT_EQ(transport.forgotten, 1);
    end(Kind::Lost);
    machine.retryNow();
    EXPECT_EQ(attempts(), before + 1);
    EXPECT_LE(nextAttempt(), 2s) << "and the delays start anew";
    clock.advance(5s);
    end(Kind::Lost);
    const auto again = attempts();
    machine.retryNow();
    EXPECT_EQ(attempts(), again + 1);
}

TEST_F(ConnectionMachineTest, networkThatComesBackDuringAnAttempt_isReasonForAnother) {
    start();
    pass(4s);
    machine.probe();
    EXPECT_EQ(attempts(), 2U) << "the first one has been waiting for far too long";
    EXPECT_EQ(transport.openStreams(), std::vector{newest()});
    EXPECT_EQ(transport.forgotten, 1);
    EXPECT_EQ(machine.phase(), Phase::Connecting);
    pass(4s);
    machine.probe();
    EXPECT_EQ(attempts(), 2U) << "once in five seconds";
    pass(1s);
    machine.probe();
    EXPECT_EQ(attempts(), 3U);
    transport.accept(newest());
    EXPECT_EQ(machine.phase(), Phase::Fenced);
}

TEST_F(ConnectionMachineTest, networkThatChangesDuringAnAttempt_leavesItTheTimeItNeeds) {
    start();
    pass(1s);
    machine.probe();
    EXPECT_EQ(attempts(), 1U);
    transport.welcome(newest());
    pass(2s);
    machine.probe();
    EXPECT_EQ(attempts(), 1U) << "it has been welcomed";
}
