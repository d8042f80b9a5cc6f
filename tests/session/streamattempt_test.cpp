// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "connection/streamattempt.h"
#include "parts.h"

using namespace attune;
using session::StreamAttempt;
using Kind = net::StreamEnd::Kind;
using namespace std::chrono_literals;

namespace {

class StreamAttemptTest : public test::PartsFixture {
protected:
    StreamAttempt& start(bool withExecutions = false) {
        const net::StreamRequest request{Generation, QUrl(QStringLiteral("ws://127.0.0.1:8081/ws")), "access-1",
                                         std::make_shared<core::UpdateQueue>([] {})};
        attempt = std::make_unique<StreamAttempt>(transport, clock, random, pace, request, withExecutions, nullptr);
        QObject::connect(attempt.get(), &StreamAttempt::fenced, &context, [this] { ++fenced; });
        QObject::connect(attempt.get(), &StreamAttempt::denied, &context, [this] { ++denied; });
        QObject::connect(attempt.get(), &StreamAttempt::ended, &context, [this](const net::StreamEnd& how) {
            ++ends;
            end = how;
        });
        attempt->start();
        return *attempt;
    }
    void accepted() {
        start();
        transport.accept(Generation);
    }
    [[nodiscard]] const test::ScriptedTransport::Stream& stream() { return transport.stream(Generation); }
    void expectEnd(Kind kind) {
        EXPECT_EQ(ends, 1);
        EXPECT_EQ(end.kind, kind);
        EXPECT_FALSE(end.message.isEmpty());
        EXPECT_FALSE(stream().open);
        const int before = ends;
        transport.accept(Generation);
        pass(1h);
        EXPECT_EQ(ends, before);
    }

    static constexpr net::Generation Generation = 7;
    session::LinkPace pace;
    std::unique_ptr<StreamAttempt> attempt;
    int fenced = 0;
    int denied = 0;
    int ends = 0;
    net::StreamEnd end;
};

} // namespace

TEST_F(StreamAttemptTest, subscribesAndFencesAfterTheWelcome) {
    start(true);
    EXPECT_TRUE(stream().texts.isEmpty());
    transport.welcome(Generation);
    ASSERT_EQ(stream().texts.size(), 3);
    EXPECT_EQ(stream().texts[0], QStringLiteral(R"({"filter":"entity_type:enforcement","type":"subscribe"})"));
    EXPECT_EQ(stream().texts[1], QStringLiteral(R"({"filter":"entity_type:execution","type":"subscribe"})"));
    EXPECT_EQ(stream().texts[2], QStringLiteral(R"({"filter":"fence:7","type":"subscribe"})"));
    EXPECT_EQ(stream().pings.size(), 1);
    EXPECT_EQ(fenced, 0);
    transport.confirm(Generation);
    EXPECT_EQ(fenced, 1);
    transport.confirm(Generation);
    transport.welcome(Generation);
    EXPECT_EQ(fenced, 1);
    EXPECT_EQ(stream().texts.size(), 3);
}

TEST_F(StreamAttemptTest, noWelcome_endsAfterTenSeconds) {
    start();
    pass(9999ms);
    EXPECT_EQ(ends, 0);
    pass(1ms);
    expectEnd(Kind::Refused);
}

TEST_F(StreamAttemptTest, noFenceAnswerAndNoPong_endsAfterFiveSeconds) {
    start();
    pass(1s);
    transport.welcome(Generation);
    pass(4999ms);
    EXPECT_EQ(ends, 0);
    pass(1ms);
    expectEnd(Kind::Lost);
    EXPECT_EQ(fenced, 0);
}

TEST_F(StreamAttemptTest, pongWithoutFenceAnswer_isTrustedAfterTwoSeconds) {
    start();
    transport.welcome(Generation);
    transport.pong(Generation);
    pass(1999ms);
    EXPECT_EQ(fenced, 0);
    pass(1ms);
    EXPECT_EQ(fenced, 1);
    EXPECT_EQ(ends, 0);
}

TEST_F(StreamAttemptTest, fenceAnswerWithoutPong_isFencedButNotForLong) {
    start();
    transport.welcome(Generation);
    transport.confirm(Generation);
    EXPECT_EQ(fenced, 1);
    pass(5s);
    expectEnd(Kind::Lost);
}

TEST_F(StreamAttemptTest, answerToAnotherFence_isAComplaint) {
    start();
    transport.welcome(Generation);
    transport.errorFrame(Generation, QStringLiteral("Invalid filter 'fence:77': Unknown filter type: fence"));
    transport.errorFrame(Generation, QStringLiteral("fence:7"));
    EXPECT_EQ(fenced, 0);
    EXPECT_EQ(denied, 2);
}

TEST_F(StreamAttemptTest, denial_isToldAndKept) {
    start();
    transport.welcome(Generation);
    transport.errorFrame(Generation, QStringLiteral("Unauthorized to subscribe to requested filter"));
    EXPECT_EQ(denied, 1);
    transport.confirm(Generation);
    EXPECT_EQ(fenced, 1);
    EXPECT_EQ(attempt->denial(), QStringLiteral("Unauthorized to subscribe to requested filter"));
}

TEST_F(StreamAttemptTest, otherGenerations_areNotHeard) {
    start();
    transport.streams[8] = {};
    transport.streams[8].pings += "1";
    transport.welcome(8);
    transport.confirm(8);
    transport.pong(8);
    transport.end(8, Kind::Closed, 1000);
    EXPECT_TRUE(stream().texts.isEmpty());
    EXPECT_EQ(fenced + ends, 0);
}

TEST_F(StreamAttemptTest, silence_isPingedAndAnswered) {
    accepted();
    const auto before = stream().pings.size();
    transport.onPing = [this](net::Generation generation) { transport.pongLater(generation); };
    pass(10min);
    EXPECT_EQ(ends, 0);
    EXPECT_NEAR(static_cast<double>(stream().pings.size() - before), 60, 2);
}

TEST_F(StreamAttemptTest, trafficNeedsNoPing) {
    accepted();
    const auto before = stream().pings.size();
    for (int i = 0; i < 100; ++i) {
        pass(3s);
        transport.noteFrame(Generation);
    }
    EXPECT_EQ(stream().pings.size(), before);
}

TEST_F(StreamAttemptTest, deadLink_isNoticedWithinFifteenSeconds) {
    accepted();
    const auto from = clock.steady();
    ASSERT_TRUE(test::passUntil(clock, 1min, [&] { return ends == 1; }));
    EXPECT_LE(clock.steady() - from, 15s + 1ms);
    expectEnd(Kind::Lost);
}

TEST_F(StreamAttemptTest, slowGreeting_earnsTheFenceMoreTime) {
    start();
    pass(3s);
    transport.welcome(Generation);
    pass(11'999ms);
    EXPECT_EQ(ends, 0);
    pass(1ms);
    expectEnd(Kind::Lost);
}

TEST_F(StreamAttemptTest, verySlowGreeting_earnsFifteenSecondsAtMost) {
    start();
    pass(9s);
    transport.welcome(Generation);
    pass(14'999ms);
    EXPECT_EQ(ends, 0);
    pass(1ms);
    expectEnd(Kind::Lost);
}

TEST_F(StreamAttemptTest, slowGreetingOfAFastLink_isForgottenWithTheFirstPong) {
    start();
    pass(9s);
    transport.accept(Generation);
    const auto from = clock.steady();
    ASSERT_TRUE(test::passUntil(clock, 1min, [&] { return ends == 1; }));
    EXPECT_LE(clock.steady() - from, 15s + 1ms);
}

// Three seconds of latency, two more or less, each way.
TEST_F(StreamAttemptTest, secondsOfLatency_areNoDeath) {
    core::SeededRandom dice(10);
    const auto roundTrip = [&dice] {
        return std::chrono::milliseconds(static_cast<std::int64_t>(2000 + 4000 * (dice.uniform() + dice.uniform())));
    };
    std::vector<std::unique_ptr<core::Timer>> pongs;
    transport.onPing = [&](net::Generation generation) {
        const auto sent = stream().pings.size();
        pongs.push_back(clock.after(roundTrip(), [this, generation, sent] {
            if (stream().open && stream().pings.size() == sent)
                transport.pong(generation);
        }));
    };
    start();
    pass(roundTrip());
    transport.welcome(Generation);
    pass(roundTrip());
    transport.confirm(Generation);
    for (int i = 0; i < 200 && ends == 0; ++i) {
        pass(30s);
        if (i % 3 == 0)
            attempt->probe();
    }
    EXPECT_EQ(ends, 0);
    EXPECT_EQ(fenced, 1);
    EXPECT_GT(pongs.size(), 200U);
}

TEST_F(StreamAttemptTest, slowLink_isRememberedByTheNextAttempt) {
    pace.note(2500ms);
    start();
    transport.welcome(Generation);
    pass(9999ms);
    EXPECT_EQ(ends, 0);
    pass(1ms);
    expectEnd(Kind::Lost);
}

TEST_F(StreamAttemptTest, linkThatBecameFast_isWatchedAsSuchSoon) {
    for (int i = 0; i < 10; ++i)
        pace.note(6s);
    accepted();
    transport.onPing = [this](net::Generation generation) { transport.pongLater(generation); };
    pass(1min);
    transport.onPing = nullptr;
    const auto from = clock.steady();
    ASSERT_TRUE(test::passUntil(clock, 1min, [&] { return ends == 1; }));
    EXPECT_LE(clock.steady() - from, 15s + 1ms);
}

TEST_F(StreamAttemptTest, dataWithoutPong_isADeadLinkTowardsTheServer) {
    accepted();
    attempt->probe();
    for (int i = 0; i < 20 && ends == 0; ++i) {
        transport.noteFrame(Generation);
        pass(500ms);
    }
    expectEnd(Kind::Lost);
}

TEST_F(StreamAttemptTest, anotherStreamsLife_isNotTakenForItsOwn) {
    accepted();
    net::StreamRequest other;
    other.generation = Generation + 1;
    transport.openStream(other);
    for (int i = 0; i < 60 && ends == 0; ++i) {
        transport.noteFrame(other.generation);
        pass(500ms);
    }
    expectEnd(Kind::Lost);
}

TEST_F(StreamAttemptTest, pongThatArrivedButWasNotHandledYet_isNoDeath) {
    accepted();
    attempt->probe();
    // The thread was busy: the answer has arrived, its event has not been delivered.
    transport.stream(Generation).request.life->lastPongNs.store((clock.steady() + 3s).count());
    pass(5s);
    EXPECT_EQ(ends, 0);
    transport.pong(Generation);
    pass(4s);
    EXPECT_EQ(ends, 0);
}

TEST_F(StreamAttemptTest, probe_asksAtOnceButOnlyAConfirmedStream) {
    start();
    attempt->probe();
    transport.welcome(Generation);
    attempt->probe();
    EXPECT_EQ(stream().pings.size(), 1);
    transport.confirm(Generation);
    transport.pong(Generation);
    attempt->probe();
    EXPECT_EQ(stream().pings.size(), 2);
    attempt->probe();
    pass(2999ms);
    EXPECT_EQ(ends, 0);
    pass(1ms);
    expectEnd(Kind::Lost);
}

TEST_F(StreamAttemptTest, endOfTheStream_isToldOnce) {
    accepted();
    transport.end(Generation, Kind::Closed, 4401, QStringLiteral("token expired"));
    EXPECT_EQ(end.code, 4401);
    expectEnd(Kind::Closed);
}

TEST_F(StreamAttemptTest, close_isSilent) {
    accepted();
    attempt->close();
    EXPECT_FALSE(stream().open);
    transport.end(Generation, Kind::Lost);
    attempt->setExecutionsWanted(true);
    pass(1h);
    EXPECT_EQ(ends, 0);
    EXPECT_EQ(stream().texts.size(), 2);
}

TEST_F(StreamAttemptTest, destruction_closesTheStream) {
    start();
    attempt.reset();
    EXPECT_FALSE(stream().open);
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(StreamAttemptTest, executions_areSubscribedWhenSomebodyWatches) {
    start();
    attempt->setExecutionsWanted(true);
    attempt->setExecutionsWanted(false);
    transport.welcome(Generation);
    EXPECT_EQ(stream().texts.size(), 2);
    attempt->setExecutionsWanted(true);
    attempt->setExecutionsWanted(true);
    EXPECT_EQ(stream().texts.back(), QStringLiteral(R"({"filter":"entity_type:execution","type":"subscribe"})"));
    attempt->setExecutionsWanted(false);
    EXPECT_EQ(stream().texts.back(), QStringLiteral(R"({"filter":"entity_type:execution","type":"unsubscribe"})"));
    EXPECT_EQ(stream().texts.size(), 4);
}
