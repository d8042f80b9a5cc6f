// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"
#include "support/memory.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace attune;
using test::RawConnection;
using test::RawServer;
using test::waitFor;
using Kind = net::StreamEnd::Kind;
using namespace std::chrono_literals;

namespace {

struct Piece {
    const char* name;
    QByteArray frame; ///< that goes on with a message and does not end it
};

/// A message that never ends, in pieces that are as good as nothing, as fast as they go over the wire.
class EndlessMessage : public test::TransportFixture, public ::testing::WithParamInterface<Piece> {
protected:
    static void flood(RawConnection& connection, const QByteArray& pieces) {
        auto* timer = new QTimer(&connection);
        QObject::connect(timer, &QTimer::timeout, &connection, [&connection, pieces] {
            if (connection.socket().bytesToWrite() < pieces.size())
                connection.write(pieces);
        });
        timer->start(0);
    }
    RawServer server{[](RawConnection& connection) {
        if (connection.path() != "/ws")
            return connection.answerJson("{}");
        connection.acceptWebSocket();
        connection.sendText(R"({"type":"welcome","client_id":"client_17"})");
    }};
};

} // namespace

TEST_P(EndlessMessage, endsTheStreamAndHoldsNothingUp) {
    open(1, server.wsUrl());
    ASSERT_TRUE(waitFor([&] { return streams[1].welcomed == 1; }));
    const qint64 before = test::memoryKib("VmRSS:");
    test::forgetPeak();
    server.last().sendFrame(1, "{", false);
    flood(server.last(), GetParam().frame.repeated(64 * 1024 / GetParam().frame.size()));
    QElapsedTimer asked;
    asked.start();
    EXPECT_TRUE(ask(server.url(QStringLiteral("/x"))).ok());
    EXPECT_LT(asked.elapsed(), 5'000) << "the thread that reads both is not busy with one";
    const net::StreamEnd end = endOf(1);
    EXPECT_EQ(end.kind, Kind::Protocol);
    EXPECT_LE(test::memoryKib("VmHWM:") - before, test::MemoryOverhead * 8 * 1024);
}

INSTANTIATE_TEST_SUITE_P(Pieces, EndlessMessage,
                         ::testing::Values(Piece{"empty", QByteArray("\x00\x00", 2)},
                                           Piece{"aByte", QByteArray("\x00\x01 ", 3)}),
                         [](const auto& which) { return which.param.name; });
