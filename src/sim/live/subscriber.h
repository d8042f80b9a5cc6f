// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "live/subscription.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QTcpSocket;
class QWebSocket;
QT_END_NAMESPACE

namespace attune::sim {

/// One client of the notifier. Frames are collected and leave together: whole frames are written past QWebSocket to its
/// TCP socket, which saves a round trip through UTF-16 for each of them.
class Subscriber : public QObject {
    Q_OBJECT

public:
    /// Takes the WebSocket; `transport` is the TCP socket below it.
    Subscriber(std::unique_ptr<QWebSocket> socket, QTcpSocket* transport, std::int64_t expiresAt);
    ~Subscriber() override;

    /// Unix seconds.
    [[nodiscard]] std::int64_t expiresAt() const { return m_expiresAt; }
    [[nodiscard]] std::vector<Subscription>& subscriptions() { return m_subscriptions; }
    [[nodiscard]] bool wants(const Envelope& envelope) const;

    /// Sends at once.
    void sendText(const QByteArray& utf8);
    void sendBinary(const QByteArray& bytes);
    /// Sends with the next flush().
    void enqueue(std::string_view utf8);
    /// Sends what was enqueued, `delay` after the first flush that saw it.
    void flush(std::chrono::milliseconds delay);
    [[nodiscard]] bool hasPending() const { return !m_frames.isEmpty() || !m_late.empty(); }

    /// While stalled nothing is read, so that not even a ping is answered, and nothing is sent.
    void setStalled(bool stalled);
    void closeWith(int code, const QString& reason);
    void abort();

Q_SIGNALS:
    void textReceived(const QString& text);
    void disconnected();

private:
    using Instant = std::chrono::steady_clock::time_point;

    std::unique_ptr<QWebSocket> m_socket;
    QPointer<QTcpSocket> m_transport;
    std::vector<Subscription> m_subscriptions;
    QByteArray m_frames;                               // encoded
    std::deque<std::pair<Instant, QByteArray>> m_late; // encoded, with the instant they are due
    std::int64_t m_expiresAt;
    bool m_stalled = false;
};

} // namespace attune::sim
