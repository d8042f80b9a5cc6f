// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "live/subscriber.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace attune::sim {

namespace {

constexpr char TextFrame = static_cast<char>(0x81); // final fragment
constexpr char BinaryFrame = static_cast<char>(0x82);

void appendFrame(QByteArray& out, char kind, std::string_view payload) {
    const std::size_t size = payload.size();
    out += kind;
    const int lengthBytes = size < 126 ? 0 : size <= 0xffff ? 2 : 8;
    out += lengthBytes == 0 ? static_cast<char>(size) : static_cast<char>(lengthBytes == 2 ? 126 : 127);
    for (int byte = lengthBytes - 1; byte >= 0; --byte)
        out += static_cast<char>((size >> (8U * static_cast<unsigned>(byte))) & 0xffU);
    out.append(payload.data(), static_cast<qsizetype>(size));
}

std::string_view view(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

} // namespace

Subscriber::Subscriber(std::unique_ptr<QWebSocket> socket, QTcpSocket* transport, std::int64_t expiresAt)
    : m_socket(std::move(socket)), m_transport(transport), m_expiresAt(expiresAt) {
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &Subscriber::textReceived);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &Subscriber::disconnected);
}

Subscriber::~Subscriber() {
    m_socket->disconnect(this);
    if (!m_transport.isNull())
        m_transport->abort(); // else QWebSocket says goodbye, which no server does that goes down
}

bool Subscriber::wants(const Envelope& envelope) const {
    return std::any_of(m_subscriptions.begin(), m_subscriptions.end(),
                       [&envelope](const Subscription& one) { return one.matches(envelope); });
}

void Subscriber::sendText(const QByteArray& utf8) {
    appendFrame(m_frames, TextFrame, view(utf8));
    flush({});
}

void Subscriber::sendBinary(const QByteArray& bytes) {
    appendFrame(m_frames, BinaryFrame, view(bytes));
    flush({});
}

void Subscriber::enqueue(std::string_view utf8) { appendFrame(m_frames, TextFrame, utf8); }

void Subscriber::flush(std::chrono::milliseconds delay) {
    const Instant now = std::chrono::steady_clock::now();
    if (!m_frames.isEmpty() && (delay.count() > 0 || !m_late.empty()))
        m_late.emplace_back(now + delay, std::exchange(m_frames, {}));
    if (m_stalled || m_transport.isNull())
        return;
    while (!m_late.empty() && m_late.front().first <= now) {
        m_transport->write(m_late.front().second);
        m_late.pop_front();
    }
    if (!m_frames.isEmpty())
        m_transport->write(std::exchange(m_frames, {}));
}

void Subscriber::setStalled(bool stalled) {
    if (m_stalled == stalled || m_transport.isNull())
        return;
    m_stalled = stalled;
    m_transport->blockSignals(stalled);
    if (stalled)
        return;
    if (m_transport->state() == QAbstractSocket::UnconnectedState) {
        Q_EMIT m_transport->stateChanged(QAbstractSocket::UnconnectedState); // which nobody heard during the stall
        return;
    }
    flush({});
    QMetaObject::invokeMethod(m_transport, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

void Subscriber::closeWith(int code, const QString& reason) {
    setStalled(false);
    flush({});
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

void Subscriber::abort() {
    setStalled(false);
    if (!m_transport.isNull())
        m_transport->abort();
}

} // namespace attune::sim
