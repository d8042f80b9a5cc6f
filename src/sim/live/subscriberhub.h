// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/permissions.h"
#include "auth/tokens.h"
#include "live/subscriber.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace attune::sim {

/// All clients of the notifier: welcomes them, keeps their subscriptions, and brings each notification once to each
/// client that wants it, in the order of publishing.
class SubscriberHub : public QObject {
    Q_OBJECT

public:
    /// `tokens` and `permissions` outlive it.
    SubscriberHub(const SimOptions& options, const Tokens& tokens, const Permissions& permissions);
    ~SubscriberHub() override;

    void adopt(std::unique_ptr<QWebSocket> socket, QTcpSocket* transport, std::int64_t expiresAt);
    [[nodiscard]] bool isWanted(const Envelope& envelope) const;
    /// Leaves with the others of the next few milliseconds.
    void publish(const Envelope& envelope, std::string_view frame);
    void dropNext(std::uint64_t count) { m_toDrop = count; }

    void sendText(const QByteArray& utf8);
    void sendBinary(const QByteArray& bytes);
    void setStalled(bool stalled);
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    void closeAll(int code, const QString& reason);
    void abortAll();
    /// Client ids start again, as after a restart.
    void restart() { m_lastClient = 0; }

    [[nodiscard]] std::size_t clientCount() const { return m_clients.size(); }
    [[nodiscard]] std::size_t subscriptionCount() const;
    [[nodiscard]] std::uint64_t delivered() const { return m_delivered; }
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

private:
    void onText(Subscriber& client, const QString& text);
    void onDisconnected(Subscriber& client);
    void onFlushDue();
    void onExpiryCheck();
    [[nodiscard]] bool isAllowed(const Subscription& subscription) const;
    [[nodiscard]] std::string refuse(const std::string& text, Subscriber& client) const;

    const SimOptions& m_options;
    const Tokens& m_tokens;
    const Permissions& m_permissions;
    std::vector<std::unique_ptr<Subscriber>> m_clients;
    QTimer m_flushTimer;
    QTimer m_expiryTimer;
    std::chrono::milliseconds m_delay{0};
    std::uint64_t m_lastClient = 0;
    std::uint64_t m_toDrop = 0;
    std::uint64_t m_dropped = 0;
    std::uint64_t m_delivered = 0;
    bool m_stalled = false;
};

} // namespace attune::sim
