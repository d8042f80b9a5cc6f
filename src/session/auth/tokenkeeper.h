// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/backoff.h"
#include "attune/core/clock.h"
#include "attune/core/details.h"
#include "attune/net/transport.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace attune::session {

/// Keeps the tokens of one sign-in, in memory only, and renews them at 80 % of their life by a monotonic clock, one
/// renewal at a time. A renewal that gets no answer is tried again for ever: only the server's own no ends the sign-in.
/// A refused certificate stops the attempts until resume(). Where too much is under way already it goes as soon as
/// there is room.
class TokenKeeper : public QObject {
    Q_OBJECT
public:
    TokenKeeper(net::Transport& transport, core::Clock& clock, core::Random& random, QObject* parent = nullptr);
    ~TokenKeeper() override;

    void adopt(const QUrl& base, const core::TokenGrant& grant);
    void forget();

    [[nodiscard]] bool isSignedIn() const { return !m_access.isEmpty(); }
    [[nodiscard]] const QByteArray& bearer() const { return m_access; }
    /// What may be kept for the next run; empty when the server gives none.
    [[nodiscard]] const QByteArray& refreshToken() const { return m_refresh; }
    /// Past its life by our clock, or within `margin` of it.
    [[nodiscard]] bool expires(std::chrono::seconds margin = std::chrono::seconds(0)) const;

    /// Calls `then(true)` as soon as the bearer is another one than `used`, `then(false)` when there will be none; not
    /// at all if `context` is destroyed before.
    void refreshed(const QByteArray& used, QObject* context, std::function<void(bool)> then);
    /// Renews now, or as soon as there is room, unless that is under way; does not wait for a postponed try.
    void refresh();
    /// Asked before a renewal is sent: whether another request may be under way. Whoever says no calls onRoom() later.
    void setRoom(std::function<bool()> hasRoom) { m_hasRoom = std::move(hasRoom); }
    /// Another request may be under way: a renewal that waits for that goes first.
    void onRoom();
    /// A renewal is under way.
    [[nodiscard]] bool isRenewing() const { return m_request != 0; }
    /// Takes up the renewals that a refused certificate stopped.
    void resume();

Q_SIGNALS:
    void renewed();
    /// A renewal brought no answer and is tried again after `delay`.
    void postponed(const QString& reason, std::chrono::milliseconds delay);
    void certificateRefused(const QString& reason);
    /// The server refused to renew; nothing is signed in any more.
    void rejected(const QString& reason);
    /// No renewal is under way any more, whatever came of it; the last of these signals.
    void ended();

private:
    struct Waiting {
        QPointer<QObject> context;
        std::function<void(bool)> then;
    };
    void onReply(const net::HttpReply& reply);
    void judge(const net::HttpReply& reply);
    void onRefused(const QString& reason);
    void schedule(std::chrono::seconds promised);
    static void wake(const std::vector<Waiting>& waiting, bool fresh);

    net::Transport& m_transport;
    core::Clock& m_clock;
    core::Backoff m_backoff;
    QUrl m_base;
    QByteArray m_access;
    QByteArray m_refresh;
    std::chrono::nanoseconds m_expiry{0};
    net::RequestId m_request = 0; // under way; 0 = none
    net::RequestId m_nextRequest;
    std::vector<Waiting> m_waiting;
    std::unique_ptr<core::Timer> m_timer;
    std::function<bool()> m_hasRoom;
    bool m_isPostponed = false; // m_timer counts down to another try
    bool m_needsRoom = false;   // a renewal waits for others to end
};

} // namespace attune::session
