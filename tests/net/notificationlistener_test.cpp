// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"
#include "support/memory.h"

#include "attune/core/jsonlimits.h"

#include <QFile>

#include <algorithm>

using namespace attune;
using test::RawConnection;
using test::RawServer;
using test::waitFor;
using Kind = net::StreamEnd::Kind;
using namespace std::chrono_literals;

namespace {

constexpr auto Welcome = R"({"type":"welcome","client_id":"client_17","message":"Connected to Attune Notifier"})";

[[nodiscard]] QByteArray notification(core::Id id, const QByteArray& status = "created") {
    return R"({"type":"notification","notification_type":"enforcement_created","entity_type":"enforcement","entity_id":)" +
           QByteArray::number(id) + R"(,"user_id":null,"payload":{"entity_type":"enforcement","entity_id":)" +
           QByteArray::number(id) + R"(,"id":)" + QByteArray::number(id) +
           R"(,"rule":12,"rule_ref":"ops.disk_full","trigger_ref":"mon.disk","event":90210,"status":")" + status +
           R"(","condition":"all","created":"2026-10-07T09:15:02.4178+00:00","resolved_at":null},)" +
           R"("timestamp":"2026-10-07T09:15:02.984120331Z"})";
}

class NotificationListener : public test::TransportFixture {
protected:
    /// Opens stream `generation` and waits for the welcome.
    RawConnection& welcomed(net::Generation generation = 1) {
        open(generation, server.wsUrl());
        EXPECT_TRUE(waitFor([&] { return streams[generation].welcomed == 1; }));
        return server.last();
    }
    const net::StreamCounters& counters() const { return transport->counters(); }

    RawServer server{[](RawConnection& connection) {
        connection.acceptWebSocket();
        connection.sendText(Welcome);
    }};
};

} // namespace

TEST_F(NotificationListener, handshake_carriesTheBearerInItsHeaderOnly) {
    const RawConnection& connection = welcomed();
    EXPECT_TRUE(streams[1].opened);
    EXPECT_EQ(connection.path(), "/ws");
    EXPECT_EQ(connection.header("Authorization"), "Bearer secret-bearer");
    EXPECT_EQ(connection.header("Sec-WebSocket-Version"), "13");
    EXPECT_EQ(connection.received().count("secret-bearer"), 1);
    EXPECT_TRUE(connection.header("Sec-WebSocket-Protocol").isEmpty());
    EXPECT_TRUE(connection.header("Cookie").isEmpty());
}

TEST_F(NotificationListener, refusedHandshake_isRefusedWithAReason) {
    int status = 401;
    QByteArray headers;
    RawServer refusing([&](RawConnection& connection) {
        connection.answer(status, "application/json", R"({"error":"invalid_or_expired_token"})", headers);
    });
    for (net::Generation generation = 1; const int refusal : {401, 403, 404, 426, 500, 502, 200, 302}) {
        status = refusal;
        headers = refusal == 302 ? "Location: " + server.url().toEncoded() + "/\r\n" : QByteArray();
        open(++generation, refusing.wsUrl());
        const net::StreamEnd end = endOf(generation);
        EXPECT_EQ(end.kind, Kind::Refused) << refusal;
        EXPECT_FALSE(end.message.isEmpty()) << refusal;
        EXPECT_FALSE(streams[generation].opened);
    }
    EXPECT_TRUE(server.connections().empty());
}

TEST_F(NotificationListener, nobodyListens_isRefused) {
    open(1, QUrl(QStringLiteral("ws://127.0.0.1:1/ws")));
    EXPECT_EQ(endOf(1).kind, Kind::Refused);
}

TEST_F(NotificationListener, otherProtocol_isRefused) {
    RawServer ssh([](RawConnection& connection) {
        connection.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        connection.finish();
    });
    open(1, ssh.wsUrl());
    EXPECT_EQ(endOf(1).kind, Kind::Refused);
}

TEST_F(NotificationListener, handshakeThatBreaksOff_isRefused) {
    RawServer dying([](RawConnection& connection) { connection.reset(); });
    open(1, dying.wsUrl());
    EXPECT_EQ(endOf(1).kind, Kind::Refused);
}

TEST_F(NotificationListener, hangingHandshake_isEndedSilentlyByItsOwner) {
    RawServer silent([](RawConnection& /*connection*/) {});
    open(1, silent.wsUrl());
    ASSERT_TRUE(waitFor([&] { return !silent.connections().empty() && silent.last().requests() == 1; }));
    transport->closeStream(1);
    EXPECT_TRUE(waitFor([&] { return !silent.last().isOpen(); }));
    settle();
    EXPECT_FALSE(streams[1].end.has_value());
}

TEST_F(NotificationListener, notifications_reachTheSinkOfTheirStream) {
    RawConnection& connection = welcomed();
    connection.sendText(notification(4711));
    connection.sendText(notification(4712, "processed"));
    core::PendingUpdates updates;
    ASSERT_TRUE(waitFor([&] {
        for (core::EnforcementUpdate& update : sink->drain().enforcements.updates)
            updates.enforcements.updates.push_back(std::move(update));
        return updates.size() == 2;
    }));
    const core::EnforcementUpdate& first = updates.enforcements.updates.front();
    EXPECT_EQ(first.row.id, 4711);
    EXPECT_EQ(first.origin, core::Origin::Notification);
    EXPECT_GT(first.receivedNs, 0);
    EXPECT_EQ(updates.enforcements.updates.back().row.status, core::Status::Processed);
    EXPECT_EQ(counters().enforcements.load(), 2U);
    EXPECT_EQ(counters().frames.load(), 3U);
    EXPECT_NE(counters().lagMicros.load(), 0);
    EXPECT_GT(counters().lastFrameNs.load(), 0);
    EXPECT_EQ(counters().lastPongNs.load(), 0);
}

TEST_F(NotificationListener, executionsAndRules_reachTheSink) {
    RawConnection& connection = welcomed();
    connection.sendText(
        R"({"type":"notification","notification_type":"execution_created","entity_type":"execution","entity_id":5,)"
        R"("payload":{"id":5,"action_ref":"core.mail","status":"requested"},"timestamp":"2026-10-07T09:15:02Z"})");
    connection.sendText(
        R"({"type":"notification","notification_type":"rule_lifecycle_changed","entity_type":"rule_lifecycle",)"
        R"("entity_id":7,"payload":{"event_type":"rule.disabled","active":false,"rule_id":7,"rule_ref":"ops.x"}})");
    std::size_t executions = 0;
    std::size_t rules = 0;
    EXPECT_TRUE(waitFor([&] {
        const core::PendingUpdates updates = sink->drain();
        executions += updates.executions.size();
        rules += updates.rules.size();
        return executions == 1 && rules == 1;
    }));
}

TEST_F(NotificationListener, secondWelcome_isNotNews) {
    RawConnection& connection = welcomed();
    connection.sendText(Welcome);
    connection.sendText(R"({"type":"error","message":"Invalid filter 'fence:1'"})");
    ASSERT_TRUE(waitFor([&] { return !streams[1].errors.isEmpty(); }));
    EXPECT_EQ(streams[1].welcomed, 1);
    EXPECT_EQ(streams[1].errors, QStringList(QStringLiteral("Invalid filter 'fence:1'")));
}

TEST_F(NotificationListener, badFrames_areCountedAndDisturbNothing) {
    RawConnection& connection = welcomed();
    connection.sendText("{\"type\":");
    connection.sendText(QByteArray(300, '[') + QByteArray(300, ']'));
    connection.sendText(R"({"type":"notification","entity_type":"enforcement","payload":{"id":"12"}})");
    connection.sendText("");
    connection.sendFrame(2, "binary");
    connection.sendText(R"({"type":"news"})");
    connection.sendText(notification(1));
    EXPECT_TRUE(waitFor([&] { return drained() == 1 && streams[1].rejections.size() == 5; }));
    EXPECT_EQ(counters().malformed.load(), 5U);
    EXPECT_EQ(counters().unknown.load(), 1U);
    EXPECT_EQ(counters().frames.load(), 8U);
    EXPECT_FALSE(streams[1].end.has_value());
}

TEST_F(NotificationListener, framesOfAnUnknownKind_areReportedUnlessTheProtocolNamesThem) {
    RawConnection& connection = welcomed();
    connection.sendText(R"({"type":"notification","entity_type":"event","payload":{"id":1}})");
    connection.sendText(R"({"type":"notification","entity_type":"pack","payload":{"id":1}})");
    connection.sendText(notification(1));
    ASSERT_TRUE(waitFor([&] { return drained() == 1 && !streams[1].unknown.isEmpty(); }));
    EXPECT_EQ(streams[1].unknown, QStringList(QStringLiteral("pack")));
    welcomed(2).sendText(R"({"type":"news"})");
    ASSERT_TRUE(waitFor([&] { return !streams[2].unknown.isEmpty(); }));
    EXPECT_EQ(streams[2].unknown, QStringList(QStringLiteral("news")));
    EXPECT_EQ(counters().unknown.load(), 3U);
}

TEST_F(NotificationListener, floodOfUnknownFrames_isReportedAFewTimesAndHidesNoError) {
    RawConnection& connection = welcomed();
    constexpr int Flood = 5000;
    for (int i = 0; i < Flood; ++i)
        connection.sendText(R"({"type":"heartbeat"})");
    connection.sendText(R"({"type":"error","message":"Invalid filter 'fence:1'"})");
    ASSERT_TRUE(waitFor([&] { return !streams[1].errors.isEmpty(); }));
    EXPECT_EQ(counters().unknown.load(), static_cast<std::uint64_t>(Flood));
    EXPECT_GE(streams[1].unknown.size(), 1);
    EXPECT_LE(streams[1].unknown.size(), 20) << "one a second, for as long as this test may ever take";
}

TEST_F(NotificationListener, floodOfBadFrames_isCountedButReportedAFewTimes) {
    RawConnection& connection = welcomed();
    constexpr int Flood = 5000;
    for (int i = 0; i < Flood; ++i)
        connection.sendText("nonsense");
    for (int i = 0; i < Flood; ++i)
        connection.sendText(R"({"type":"error","message":"no"})");
    connection.sendText(notification(1));
    ASSERT_TRUE(waitFor([&] { return drained() == 1; }));
    EXPECT_EQ(counters().malformed.load(), static_cast<std::uint64_t>(Flood));
    settle();
    const auto reports = streams[1].rejections.size() + streams[1].errors.size();
    EXPECT_GE(reports, 1);
    EXPECT_LE(reports, 100) << "5 a second, for as long as this test may ever take";
}

TEST_F(NotificationListener, hugeFrame_endsTheStreamWithoutBeingHeld) {
    RawConnection& connection = welcomed();
    const long before = test::memoryKib("VmRSS:");
    QByteArray head(10, '\0');
    head[0] = static_cast<char>(0x81);
    head[1] = 127;
    head[6] = 0x40; // 2^30 bytes
    connection.write(head + QByteArray(512 * 1024, 'x'));
    const net::StreamEnd end = endOf(1);
    EXPECT_EQ(end.kind, Kind::Protocol);
    EXPECT_EQ(end.code, 1009);
    EXPECT_LT(test::memoryKib("VmRSS:") - before, 16 * 1024);
    EXPECT_TRUE(waitFor([&] { return !connection.isOpen(); }));
}

TEST_F(NotificationListener, frameAtTheLimit_isRead) {
    RawConnection& connection = welcomed();
    QByteArray frame = notification(9);
    frame.chop(1);
    frame += ",\"x\":\"";
    frame += QByteArray(static_cast<qsizetype>(core::MaxFrameBytes) - frame.size() - 2, 'x') + "\"}";
    ASSERT_EQ(static_cast<std::size_t>(frame.size()), core::MaxFrameBytes);
    connection.sendText(frame);
    EXPECT_TRUE(waitFor([&] { return drained() == 1; }));
    connection.sendText(frame + ' ');
    EXPECT_EQ(endOf(1).code, 1009);
}

TEST_F(NotificationListener, hugeMessageInSmallFragments_endsTheStream) {
    RawConnection& connection = welcomed();
    connection.sendFrame(1, QByteArray(1024, 'x'), false);
    for (int i = 0; i < 300; ++i)
        connection.sendFrame(0, QByteArray(1024, 'x'), false);
    const net::StreamEnd end = endOf(1);
    EXPECT_EQ(end.kind, Kind::Protocol);
    EXPECT_EQ(end.code, 1009);
}

TEST_F(NotificationListener, fragmentedNotification_isPutTogether) {
    RawConnection& connection = welcomed();
    const QByteArray frame = notification(3);
    connection.sendFrame(1, frame.left(100), false);
    connection.sendFrame(0, frame.mid(100, 50), false);
    connection.sendFrame(9, "between"); // control frames may come in between
    connection.sendFrame(0, frame.mid(150), true);
    EXPECT_TRUE(waitFor([&] { return drained() == 1; }));
}

TEST_F(NotificationListener, brokenProtocol_endsTheStreamAsSuch) {
    const std::vector<QByteArray> offences{
        QByteArray("\xC1\x02{}", 4),       // reserved bit
        QByteArray("\x83\x00", 2),         // reserved opcode
        QByteArray("\x81\x02\xC3\x28", 4), // not UTF-8
        QByteArray("\x80\x00", 2),         // continues nothing
    };
    for (net::Generation generation = 0; const QByteArray& offence : offences) {
        welcomed(++generation).write(offence);
        EXPECT_EQ(endOf(generation).kind, Kind::Protocol) << "offence " << generation;
    }
}

TEST_F(NotificationListener, maskedFrame_isReadLikeAnyOther) {
    // Forbidden for a server, but Qt takes it, and it does no harm.
    RawConnection& connection = welcomed();
    const QByteArray frame = notification(8);
    connection.write(QByteArray("\x81\xFE", 2) + static_cast<char>(frame.size() >> 8) +
                     static_cast<char>(frame.size() & 0xFF) + QByteArray(4, '\0') + frame);
    EXPECT_TRUE(waitFor([&] { return drained() == 1; }));
}

TEST_F(NotificationListener, abruptEnd_isLostNotClosed) {
    welcomed(1).finish();
    EXPECT_EQ(endOf(1).kind, Kind::Lost);
    EXPECT_EQ(endOf(1).code, 0);
    welcomed(2).reset();
    EXPECT_EQ(endOf(2).kind, Kind::Lost);
    EXPECT_FALSE(endOf(2).message.isEmpty());
}

TEST_F(NotificationListener, closeFrame_bringsItsCodeAndReason) {
    net::Generation generation = 0;
    for (const int code : {1000, 1001, 1003, 1008, 1011, 3000, 4000, 4401, 4999}) {
        welcomed(++generation).sendClose(code, "because");
        const net::StreamEnd end = endOf(generation);
        EXPECT_EQ(end.kind, Kind::Closed) << code;
        EXPECT_EQ(end.code, code);
        EXPECT_EQ(end.message, QStringLiteral("because"));
        // Ours in answer, so that the server can let go.
        RawConnection& connection = server.last();
        EXPECT_TRUE(waitFor([&] { return !connection.frames().empty() && connection.frames().back().opcode == 8; }));
    }
}

TEST_F(NotificationListener, closeCodesThatQtDoesNotKnow_endTheStreamAllTheSame) {
    net::Generation generation = 0;
    for (const int code : {1012, 1013, 1014, 999, 5000}) {
        welcomed(++generation).sendClose(code, "because");
        EXPECT_EQ(endOf(generation).kind, Kind::Protocol) << code;
    }
}

TEST_F(NotificationListener, oddCloseFrames_endTheStream) {
    welcomed(1).sendFrame(8, {});
    EXPECT_EQ(endOf(1).kind, Kind::Closed);
    for (net::Generation generation = 1;
         const QByteArray& payload : {QByteArray("x"), QByteArray("\x03\xED", 2) /* 1005 */, QByteArray(126, 'x')}) {
        welcomed(++generation).sendFrame(8, payload);
        const net::StreamEnd end = endOf(generation);
        EXPECT_TRUE(end.kind == Kind::Protocol || end.kind == Kind::Closed) << "frame " << generation;
    }
}

TEST_F(NotificationListener, pong_answersTheLastPingOnly) {
    RawConnection& connection = welcomed();
    connection.setAutoPong(false);
    connection.sendFrame(10, "1"); // never asked for
    transport->ping(1, "1");
    transport->ping(1, "2");
    ASSERT_TRUE(waitFor([&] { return connection.frames().size() == 2; }));
    EXPECT_EQ(connection.frames()[0].opcode, 9);
    EXPECT_EQ(connection.frames()[0].payload, "1");
    connection.sendFrame(10, "1");
    connection.sendFrame(10, "7");
    connection.sendFrame(10, "2");
    connection.sendFrame(10, "2");
    connection.sendText(notification(1));
    ASSERT_TRUE(waitFor([&] { return drained() == 1 && !streams[1].pongs.isEmpty(); }));
    settle();
    EXPECT_EQ(streams[1].pongs, QByteArrayList{"2"});
    EXPECT_GT(counters().lastPongNs.load(), 0);
}

TEST_F(NotificationListener, pingOfTheServer_isAnswered) {
    RawConnection& connection = welcomed();
    connection.sendFrame(9, "are you there");
    ASSERT_TRUE(waitFor([&] { return !connection.frames().empty(); }));
    EXPECT_EQ(connection.frames().front().opcode, 10);
    EXPECT_EQ(connection.frames().front().payload, "are you there");
}

TEST_F(NotificationListener, floodOfPingsFromADeafServer_endsTheStream) {
    RawConnection& connection = welcomed();
    const long before = test::memoryKib("VmRSS:");
    connection.stopReading();
    auto* timer = new QTimer(&connection);
    QObject::connect(timer, &QTimer::timeout, &connection, [&connection] {
        if (connection.socket().bytesToWrite() < 1024 * 1024)
            for (int i = 0; i < 2000; ++i)
                connection.sendFrame(9, QByteArray(125, 'p'));
    });
    timer->start(0);
    EXPECT_EQ(endOf(1).kind, Kind::Protocol);
    EXPECT_LT(test::memoryKib("VmRSS:") - before, test::MemoryOverhead * 32 * 1024);
}

TEST_F(NotificationListener, textsAreSentAsText) {
    RawConnection& connection = welcomed();
    transport->sendText(1, QStringLiteral(R"({"type":"subscribe","filter":"entity_type:enforcement"})"));
    ASSERT_TRUE(waitFor([&] { return !connection.frames().empty(); }));
    EXPECT_EQ(connection.frames().front().opcode, 1);
    EXPECT_EQ(connection.frames().front().payload, R"({"type":"subscribe","filter":"entity_type:enforcement"})");
}

TEST_F(NotificationListener, twoStreams_liveSideBySide) {
    RawConnection& first = welcomed(1);
    RawConnection& second = welcomed(2);
    first.sendText(notification(1));
    second.sendText(notification(2));
    EXPECT_TRUE(waitFor([&] { return drained() == 2; }));
    transport->ping(1, "a");
    transport->ping(2, "b");
    EXPECT_TRUE(waitFor([&] { return streams[1].pongs.size() == 1 && streams[2].pongs.size() == 1; }));
    transport->closeStream(1);
    EXPECT_TRUE(waitFor([&] { return !first.isOpen(); }));
    second.sendText(notification(3));
    EXPECT_TRUE(waitFor([&] { return drained() == 3; }));
    EXPECT_FALSE(streams[1].end.has_value());
    EXPECT_FALSE(streams[2].end.has_value());
}

TEST_F(NotificationListener, closedStream_saysNothingMoreAndPushesIntoItsOwnSinkOnly) {
    RawConnection& connection = welcomed(1);
    const auto old = std::exchange(sink, std::make_shared<core::UpdateQueue>([] {}));
    for (int i = 1; i <= 1000; ++i)
        connection.sendText(notification(i));
    transport->closeStream(1);
    welcomed(2).sendText(notification(5000));
    ASSERT_TRUE(waitFor([&] { return drained() == 1; }));
    settle();
    EXPECT_EQ(drained(), 1U);
    EXPECT_FALSE(streams[1].end.has_value());
    EXPECT_TRUE(waitFor([&] { return !connection.isOpen(); }));
}

TEST_F(NotificationListener, sameGenerationAgain_replacesTheStream) {
    RawConnection& first = welcomed(1);
    streams.clear();
    welcomed(1);
    EXPECT_TRUE(waitFor([&] { return !first.isOpen(); }));
}

TEST_F(NotificationListener, unknownGeneration_isIgnored) {
    transport->sendText(99, QStringLiteral("x"));
    transport->ping(99, "x");
    transport->closeStream(99);
    settle();
    EXPECT_TRUE(streams.empty());
}

TEST_F(NotificationListener, nothingIsSentBeforeTheHandshakeIsDone) {
    RawServer slow([](RawConnection& /*connection*/) {});
    open(1, slow.wsUrl());
    transport->sendText(1, QStringLiteral("early"));
    transport->ping(1, "early");
    ASSERT_TRUE(waitFor([&] { return !slow.connections().empty() && slow.last().requests() == 1; }));
    EXPECT_FALSE(slow.received().contains("early"));
}

TEST_F(NotificationListener, transportDestroyed_whileAStreamIsOpen) {
    RawConnection& connection = welcomed();
    connection.sendText(notification(1));
    transport.reset();
    EXPECT_TRUE(waitFor([&] { return !connection.isOpen(); }));
}
