// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "readpacer.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

using namespace attune;
using net::ReadPacer;
using namespace std::chrono_literals;

TEST(ReadPacer, rest_fitsTheRate) {
    EXPECT_EQ(ReadPacer::restAfter(1, 1h), 0ms) << "the first after a silence";
    EXPECT_EQ(ReadPacer::restAfter(1, 10ms), ReadPacer::CalmRest);
    EXPECT_EQ(ReadPacer::restAfter(1, 40ms), 0ms) << "few are read as they come";
    EXPECT_EQ(ReadPacer::restAfter(0, 10ms), 0ms) << "part of a message";
    EXPECT_EQ(ReadPacer::restAfter(40, 8ms), ReadPacer::BusyRest);
    EXPECT_EQ(ReadPacer::restAfter(500, 8ms), 0ms) << "a flood is read as fast as it comes";
    EXPECT_EQ(ReadPacer::restAfter(1, 0ns), 0ms);
    constexpr int Much = ReadPacer::MuchWaiting;
    EXPECT_EQ(ReadPacer::restAfter(10, ReadPacer::CalmRest, Much - 1), ReadPacer::CalmRest);
    EXPECT_EQ(ReadPacer::restAfter(10, ReadPacer::CalmRest, Much), ReadPacer::BusyRest) << "long messages";
    EXPECT_EQ(ReadPacer::restAfter(1, ReadPacer::BusyRest, Much / 5), ReadPacer::BusyRest) << "still long messages";
}

namespace {

/// Two ends of a connection. Each message is one byte.
class PacedConnection : public ::testing::Test {
protected:
    PacedConnection() {
        EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        EXPECT_TRUE(test::waitFor(
            [this] { return client.state() == QAbstractSocket::ConnectedState && server.hasPendingConnections(); }));
        sender = server.nextPendingConnection();
        sender->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        pacer.setSocket(&client);
        QObject::connect(&client, &QTcpSocket::readyRead, &context, [this] {
            const QByteArray bytes = client.readAll();
            ++reads;
            for (qsizetype i = 0; i < bytes.size(); ++i) {
                const auto now = clock.steady();
                const auto arrival = pacer.earliestArrival(now);
                if (arrival < now) { // it waited, and was not there at the last look
                    EXPECT_LE(arrival, lastRead);
                }
                arrivals.push_back(arrival);
            }
            lastRead = clock.steady();
            pacer.onRead(static_cast<std::size_t>(bytes.size()));
        });
    }
    void send() {
        ++sent;
        sender->write("x");
        sender->flush();
    }
    [[nodiscard]] bool isReading() const {
        const auto notifiers = client.findChildren<QSocketNotifier*>();
        return std::ranges::any_of(notifiers, [](const QSocketNotifier* notifier) {
            return notifier->type() == QSocketNotifier::Read && notifier->isEnabled();
        });
    }
    /// One a millisecond; true when all have arrived.
    bool sendInARow(int count) {
        QTimer each;
        QObject::connect(&each, &QTimer::timeout, &context, [this, &each, count] {
            send();
            if (sent == count)
                each.stop();
        });
        each.start(1ms);
        return test::waitFor([this, count] { return static_cast<int>(arrivals.size()) == count; });
    }

    core::SystemClock clock;
    QTcpServer server;
    QTcpSocket client;
    QTcpSocket* sender = nullptr;
    QObject context;
    ReadPacer pacer{clock, &context};
    int reads = 0;
    int sent = 0;
    std::chrono::nanoseconds lastRead{0};
    std::vector<std::chrono::nanoseconds> arrivals;
};

} // namespace

TEST_F(PacedConnection, twoMessagesCloseTogether_areNoStreamYet) {
    test::ManualClock manual;
    ReadPacer other(manual, &context);
    other.setSocket(&client);
    other.onRead(1);
    manual.advance(10ms);
    other.onRead(1);
    EXPECT_TRUE(isReading());
    manual.advance(ReadPacer::LeastSpan);
    other.onRead(3);
    EXPECT_FALSE(isReading());
}

TEST_F(PacedConnection, busyStreamThatHesitates_isNotTakenForACalmOne) {
    test::ManualClock manual;
    ReadPacer other(manual, &context);
    other.setSocket(&client);
    const auto read = [&](std::chrono::milliseconds span, std::size_t messages) {
        manual.advance(span);
        other.onRead(messages);
    };
    for (int i = 0; i < 10; ++i)
        read(ReadPacer::BusyRest, 40);
    ASSERT_EQ(other.rest(), ReadPacer::BusyRest);
    read(60ms, 5);
    EXPECT_EQ(other.rest(), ReadPacer::BusyRest) << "what comes next would wait";
    read(ReadPacer::BusyRest, 300);
    for (int i = 0; i < 10; ++i)
        read(ReadPacer::BusyRest, 40);
    EXPECT_EQ(other.rest(), ReadPacer::BusyRest);
    for (int i = 0; i < 20; ++i)
        read(ReadPacer::BusyRest, 1);
    EXPECT_EQ(other.rest(), ReadPacer::CalmRest) << "it stays so";
    read(ReadPacer::CalmRest, 10);
    EXPECT_EQ(other.rest(), ReadPacer::CalmRest);
    read(2 * ReadPacer::Silence, 1);
    EXPECT_EQ(other.rest(), 0ms);
}

TEST_F(PacedConnection, messagesInARow_areReadTogetherAndNoneIsLost) {
    ASSERT_TRUE(sendInARow(200));
    EXPECT_LT(reads, 100);
}

TEST_F(PacedConnection, messageLongAfterARest_isNotSaidToHaveWaitedSinceThen) {
    ASSERT_TRUE(sendInARow(20));
    const auto restIsOver = clock.steady() + ReadPacer::Silence;
    ASSERT_TRUE(test::waitFor([&] { return clock.steady() > restIsOver; }));
    const auto before = clock.steady();
    send();
    ASSERT_TRUE(test::waitFor([this] { return arrivals.size() == 21; }));
    EXPECT_GE(arrivals.back(), before);
}

TEST_F(PacedConnection, lastWord_isReadAndTheEndIsSeen) {
    send();
    ASSERT_TRUE(test::waitFor([this] { return reads == 1; }));
    send();
    ASSERT_TRUE(test::waitFor([this] { return reads == 2; }));
    send();
    sender->disconnectFromHost();
    ASSERT_TRUE(test::waitFor([this] { return client.state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_EQ(arrivals.size(), 3U);
}
