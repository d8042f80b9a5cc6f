// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "connectionmachinefixture.h"

namespace {
class ConnectionMachineHandOver : public ConnectionMachineTest {};
} // namespace

TEST_F(ConnectionMachineHandOver, renewedToken_isHandedOverWithoutAGap) {
    live(1000);
    const net::Generation first = newest();
    pass(800s);
    transport.answer(refreshes().front(), grantJson("access-2", 1000));
    ASSERT_EQ(transport.openStreams().size(), 2U);
    const net::Generation second = newest();
    EXPECT_EQ(transport.stream(second).request.bearer, "access-2");
    EXPECT_EQ(machine.phase(), Phase::Fenced);
    transport.welcome(second);
    EXPECT_TRUE(transport.stream(first).open) << "the new one is not confirmed yet";
    transport.confirm(second);
    EXPECT_EQ(transport.openStreams(), std::vector{second});
    EXPECT_EQ(fences, 1) << "nothing was missed, nothing is read again";
    EXPECT_EQ(machine.reconnects(), 0U);
    transport.end(first, Kind::Closed, 1000);
    EXPECT_EQ(machine.phase(), Phase::Fenced);
}

TEST_F(ConnectionMachineHandOver, oldStream_isReplacedWithinAnHour) {
    live(1'000'000);
    EXPECT_TRUE(test::passUntil(clock, 61min, [&] { return attempts() == 2; }));
    EXPECT_GE(clock.steady() - 1h, 49min);
    transport.accept(newest());
    EXPECT_EQ(transport.openStreams().size(), 1U);
    EXPECT_TRUE(test::passUntil(clock, 61min, [&] { return attempts() == 3; }));
}

TEST_F(ConnectionMachineHandOver, failedHandOver_keepsTheOldStreamAndTriesAgainEverMoreRarely) {
    live(1'000'000);
    ASSERT_TRUE(test::passUntil(clock, 61min, [&] { return attempts() == 2; }));
    const net::Generation first = transport.streams.begin()->first;
    for (int i = 0; i < 10; ++i) {
        end(Kind::Refused);
        EXPECT_TRUE(transport.stream(first).open);
        EXPECT_EQ(machine.phase(), Phase::Fenced);
        const auto delay = nextAttempt();
        EXPECT_GE(delay, 1s);
        EXPECT_LE(delay, ConnectionMachine::RenewalCap);
    }
    transport.accept(newest());
    EXPECT_EQ(transport.openStreams(), std::vector{newest()});
    EXPECT_EQ(machine.reconnects(), 0U);
}

TEST_F(ConnectionMachineHandOver, oldStreamEndsDuringTheHandOver_theNewOneTakesItsPlace) {
    live(1000);
    const net::Generation first = newest();
    pass(800s);
    transport.answer(refreshes().front(), grantJson("access-2", 1000));
    const net::Generation second = newest();
    transport.end(first, Kind::Closed, 4401);
    EXPECT_EQ(machine.phase(), Phase::Connecting);
    EXPECT_TRUE(transport.stream(second).open);
    transport.accept(second);
    EXPECT_EQ(machine.phase(), Phase::Fenced);
    EXPECT_EQ(fences, 2) << "there was a gap";
    EXPECT_EQ(machine.reconnects(), 1U);
    EXPECT_EQ(attempts(), 2U);
    end(Kind::Lost);
    EXPECT_EQ(machine.phase(), Phase::Waiting);
}

TEST_F(ConnectionMachineHandOver, certificateRefusedDuringTheHandOver_isBelieved) {
    live(1000);
    pass(800s);
    transport.answer(refreshes().front(), grantJson("access-2", 1000));
    transport.end(newest(), Kind::Certificate, 0, QStringLiteral("changed"));
    EXPECT_EQ(machine.phase(), Phase::CertificateRefused);
    EXPECT_TRUE(transport.openStreams().empty());
}

TEST_F(ConnectionMachineHandOver, deniedSubscription_isKeptSaidAndTriedAgain) {
    start();
    transport.welcome(newest());
    transport.errorFrame(newest(), QStringLiteral("Unauthorized to subscribe to requested filter"));
    transport.confirm(newest());
    transport.pong(newest());
    EXPECT_EQ(machine.phase(), Phase::Fenced);
    EXPECT_TRUE(machine.isDenied());
    EXPECT_TRUE(machine.reason().contains(QStringLiteral("Unauthorized")));
    const auto delay = nextAttempt();
    EXPECT_LE(delay, 2s);
    transport.welcome(newest());
    transport.errorFrame(newest(), QStringLiteral("Unauthorized to subscribe to requested filter"));
    transport.confirm(newest());
    EXPECT_TRUE(machine.isDenied()) << "the new stream is no better";
    EXPECT_EQ(fences, 1);
    nextAttempt();
    transport.accept(newest());
    EXPECT_FALSE(machine.isDenied());
    EXPECT_EQ(transport.openStreams().size(), 1U);
    EXPECT_EQ(fences, 2) << "what the denied stream kept silent must be read";
}

TEST_F(ConnectionMachineHandOver, complaintOnALiveStream_makesItUntrusted) {
    live();
    transport.errorFrame(newest(), QStringLiteral("Malformed message"));
    EXPECT_TRUE(machine.isDenied());
    nextAttempt();
    EXPECT_TRUE(machine.isDenied()) << "until the next one is confirmed";
    transport.accept(newest());
    EXPECT_FALSE(machine.isDenied());
}

TEST_F(ConnectionMachineHandOver, successorThatIsDenied_isNotTakenForAGoodOne) {
    live(1000);
    pass(800s);
    transport.answer(refreshes().front(), grantJson("access-2", 1000));
    transport.welcome(newest());
    const net::Generation good = transport.openStreams().front();
    transport.errorFrame(newest(), QStringLiteral("Unauthorized"));
    transport.confirm(newest());
    EXPECT_FALSE(machine.isDenied()) << "the old stream still tells everything";
    EXPECT_EQ(transport.openStreams(), std::vector{good});
    EXPECT_EQ(machine.phase(), Phase::Fenced);
}

TEST_F(ConnectionMachineHandOver, stop_discardsWhateverComesLate) {
    live();
    const net::Generation old = newest();
    machine.stop();
    EXPECT_TRUE(transport.openStreams().empty());
    transport.accept(old);
    transport.end(old, Kind::Lost);
    pass(24h);
    EXPECT_EQ(machine.phase(), Phase::Stopped);
    EXPECT_EQ(attempts(), 1U);
    EXPECT_EQ(fences, 1);
    machine.retryNow();
    EXPECT_EQ(attempts(), 1U);
}

TEST_F(ConnectionMachineHandOver, stopAndStartFast_leavesOneStream) {
    for (int i = 0; i < 1000; ++i) {
        start();
        if (i % 3 == 0)
            transport.accept(newest());
        if (i % 5 == 0)
            end(Kind::Lost);
        machine.stop();
    }
    start();
    EXPECT_EQ(transport.openStreams().size(), 1U);
    for (const auto& [generation, stream] : transport.streams) {
        if (generation != newest()) {
            transport.welcome(generation);
            transport.confirm(generation);
        }
    }
    EXPECT_EQ(machine.phase(), Phase::Connecting);
    transport.accept(newest());
    EXPECT_EQ(machine.phase(), Phase::Fenced);
}

TEST_F(ConnectionMachineHandOver, stoppedWithinItsOwnSignals_staysStopped) {
    QObject::connect(&machine, &ConnectionMachine::phaseChanged, &context, [this] {
        if (machine.phase() == Phase::Fenced)
            machine.stop();
    });
    start();
    transport.accept(newest());
    EXPECT_EQ(machine.phase(), Phase::Stopped);
    EXPECT_EQ(fences, 0) << "nobody must start to read now";
    test::deliverEvents();
    EXPECT_TRUE(transport.openStreams().empty());
}

TEST_F(ConnectionMachineHandOver, executions_areWantedOnEveryStream) {
    machine.setExecutionsWanted(true);
    live(1000);
    const auto wants = [this](net::Generation generation) {
        return transport.stream(generation).texts.join(u' ').contains(QStringLiteral("entity_type:execution"));
    };
    EXPECT_TRUE(wants(newest()));
    pass(800s);
    transport.answer(refreshes().front(), grantJson("access-2", 1000));
    transport.accept(newest());
    EXPECT_TRUE(wants(newest()));
    machine.setExecutionsWanted(false);
    EXPECT_TRUE(transport.stream(newest()).texts.back().contains(QStringLiteral("unsubscribe")));
}

TEST_F(ConnectionMachineHandOver, probe_pingsTheLiveStream) {
    machine.probe();
    live();
    const auto before = transport.stream(newest()).pings.size();
    machine.probe();
    EXPECT_EQ(transport.stream(newest()).pings.size(), before + 1);
}
