// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "frames.h"

#include "attune/core/updatequeue.h"
#include "attune/net/notificationlistener.h"

#include <benchmark/benchmark.h>

#include <QCryptographicHash>
#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <atomic>
#include <ctime>
#include <thread>

// From the socket to values, by the time of the receiving thread: the sender is another program's concern.
namespace attune::bench {

namespace {

constexpr int Distinct = 2000;
constexpr int Rounds = 50;

double threadSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

QByteArray webSocketBytes() {
    QByteArray bytes;
    for (const std::string& frame : notifierFrames(Distinct)) {
        bytes += '\x81';
        bytes += '\x7e'; // a length of two bytes follows
        bytes += static_cast<char>(frame.size() >> 8U);
        bytes += static_cast<char>(frame.size() & 0xffU);
        bytes.append(frame.data(), static_cast<qsizetype>(frame.size()));
    }
    return bytes;
}

/// Sends everything as fast as it is taken, on a thread of its own.
class Sender {
public:
    Sender() : m_thread([this] { run(); }) {
        while (m_port.load() == 0)
            std::this_thread::yield();
    }
    ~Sender() { m_thread.join(); }
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port.load())); }

private:
    void run() {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        if (!server.waitForNewConnection(10'000))
            return;
        QTcpSocket& client = *server.nextPendingConnection();
        QByteArray request;
        while (!request.contains("\r\n\r\n") && client.waitForReadyRead(5'000))
            request += client.readAll();
        const auto key = request.toLower().indexOf("sec-websocket-key: ") + 19;
        const QByteArray nonce = request.mid(key, request.indexOf('\r', key) - key);
        const QByteArray proof = nonce + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        const QByteArray answer = QCryptographicHash::hash(proof, QCryptographicHash::Sha1).toBase64();
        client.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Accept: " +
                     answer + "\r\n\r\n");
        const QByteArray bytes = webSocketBytes();
        for (int i = 0; i < Rounds; ++i) {
            client.write(bytes);
            while (client.bytesToWrite() > 0 && client.waitForBytesWritten(10'000)) {
            }
        }
        client.waitForDisconnected(10'000);
    }

    std::atomic<quint16> m_port{0};
    std::thread m_thread;
};

/// QWebSocket with a handler that does nothing.
void socketLimit(benchmark::State& state) {
    for (auto _ : state) {
        const Sender sender;
        QWebSocket socket;
        socket.setReadBufferSize(320 * 1024);
        QEventLoop loop;
        int frames = 0;
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &loop, [&](const QString& /*text*/) {
            if (++frames == Distinct * Rounds)
                loop.quit();
        });
        socket.open(sender.url());
        const double begin = threadSeconds();
        loop.exec();
        state.SetIterationTime((threadSeconds() - begin) / frames);
        socket.abort();
    }
}

void socketToValue(benchmark::State& state) {
    for (auto _ : state) {
        const Sender sender;
        core::Vocabulary vocabulary;
        net::StreamCounters counters;
        const core::SystemClock clock;
        QEventLoop loop;
        net::StreamRequest request;
        request.url = sender.url();
        request.bearer = "token";
        std::uint64_t taken = 0;
        request.sink = std::make_shared<core::UpdateQueue>([] {});
        net::NotificationListener listener(request, net::TrustRules(), vocabulary, counters, clock, nullptr);
        QTimer frame;
        QObject::connect(&frame, &QTimer::timeout, &loop, [&] { // as the window does
            taken += request.sink->drain().size();
            if (taken == static_cast<std::uint64_t>(Distinct) * Rounds)
                loop.quit();
        });
        frame.start(16);
        listener.open(QNetworkProxy::NoProxy);
        const double begin = threadSeconds();
        loop.exec();
        state.SetIterationTime((threadSeconds() - begin) / static_cast<double>(taken));
    }
}

} // namespace

BENCHMARK(socketLimit)->Name("socket/limit")->UseManualTime()->Iterations(3);
BENCHMARK(socketToValue)->Name("socket/value")->UseManualTime()->Iterations(3);

} // namespace attune::bench
