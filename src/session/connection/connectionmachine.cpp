// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "connection/connectionmachine.h"

#include "attune/core/decoderest.h"

#include <QPointer>

#include <utility>

namespace attune::session {

namespace {

using namespace std::chrono_literals;

constexpr int TokenExpiredCode = 4401;
constexpr auto ExpiryMargin = 60s;
constexpr auto ForcedRefreshInterval = 5min;

} // namespace

ConnectionMachine::ConnectionMachine(net::Transport& transport, Requester& requester, TokenKeeper& tokens,
                                     core::Clock& clock, core::Random& random, QObject* parent)
    : QObject(parent)
    , m_transport(transport)
    , m_requester(requester)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_random(random)
    , m_backoff(random) {
    connect(&m_tokens, &TokenKeeper::renewed, this, &ConnectionMachine::renewStream);
    connect(&m_tokens, &TokenKeeper::rejected, this, [this](const QString& reason) {
        if (m_phase == Phase::Stopped)
            return;
        stop();
        Q_EMIT loginNeeded(reason);
    });
}

void ConnectionMachine::start(const QUrl& notifier) {
    stop();
    m_notifier = notifier;
    m_backoff.reset();
    connectNow();
}

void ConnectionMachine::stop() {
    ++m_epoch;
    m_stream.reset();
    m_successor.reset();
    m_retryTimer.reset();
    m_stableTimer.reset();
    m_lifeTimer.reset();
    m_reason.clear();
    m_attempts = m_refusedInARow = 0;
    m_denied = false;
    setPhase(Phase::Stopped);
}

void ConnectionMachine::retryNow() {
    if (m_phase != Phase::Waiting && m_phase != Phase::CertificateRefused)
        return;
    const auto now = m_clock.steady();
    if (m_lastRetryNow != 0ns && now - m_lastRetryNow < RetryInterval)
        return;
    m_lastRetryNow = now;
    m_backoff.reset();
    m_transport.forgetConnections();
    connectNow();
}

void ConnectionMachine::setExecutionsWanted(bool wanted) {
    m_executionsWanted = wanted;
    for (auto* stream : {m_stream.get(), m_successor.get()}) {
        if (stream != nullptr)
            stream->setExecutionsWanted(wanted);
    }
}

void ConnectionMachine::probe() {
    if (m_stream)
        m_stream->probe();
}

StreamAttempt* ConnectionMachine::newAttempt() {
    return new StreamAttempt(m_transport, m_clock, m_random, {++m_generation, m_notifier, m_tokens.bearer()},
                             m_executionsWanted, this);
}

void ConnectionMachine::connectNow() {
    m_retryTimer.reset();
    m_nextAttempt = core::UnknownTime;
    if (m_tokens.expires())
        return refreshThenConnect();
    ++m_attempts;
    m_denied = false;
    m_stream.reset(newAttempt());
    connect(m_stream.get(), &StreamAttempt::fenced, this, &ConnectionMachine::onFenced);
    connect(m_stream.get(), &StreamAttempt::denied, this, &ConnectionMachine::onDenied);
    connect(m_stream.get(), &StreamAttempt::ended, this, &ConnectionMachine::onEnded);
    setPhase(Phase::Connecting);
    m_stream->start();
}

void ConnectionMachine::refreshThenConnect() {
    setPhase(Phase::Connecting);
    m_tokens.refreshed(m_tokens.bearer(), this, [this, epoch = m_epoch](bool fresh) {
        if (fresh && epoch == m_epoch)
            connectNow();
    });
}

void ConnectionMachine::onFenced() {
    m_refusedInARow = 0;
    m_reason.clear();
    m_reconnects += m_attempts > 1 ? 1 : 0;
    m_attempts = 0;
    // Only a link that lasts earns a quick next try: a server that flaps must not be hammered.
    m_stableTimer = m_clock.after(StableAfter, [this] { m_backoff.reset(); });
    const auto life =
        std::chrono::duration_cast<std::chrono::milliseconds>(StreamLife * (0.9 + 0.2 * m_random.uniform()));
    m_lifeTimer = m_clock.after(life, [this] { renewStream(); });
    setPhase(Phase::Fenced);
    Q_EMIT fenced();
}

void ConnectionMachine::onDenied(const QString& message) {
    m_denied = true;
    m_reason = tr("The server refuses the subscription: %1").arg(message);
    Q_EMIT phaseChanged();
}

bool ConnectionMachine::tokenMayBeAtFault(const net::StreamEnd& end) const {
    return end.code == TokenExpiredCode || m_tokens.expires(ExpiryMargin) || m_refusedInARow >= 2;
}

void ConnectionMachine::onEnded(const net::StreamEnd& end) {
    using Kind = net::StreamEnd::Kind;
    m_stableTimer.reset();
    m_lifeTimer.reset();
    m_successor.reset();
    m_stream.release()->deleteLater(); // it is the sender of this very signal
    m_refusedInARow = end.kind == Kind::Refused ? m_refusedInARow + 1 : 0;
    const QString reason =
        end.message.isEmpty() ? tr("the server closed the connection (code %1)").arg(end.code) : end.message;
    if (end.kind == Kind::Certificate) {
        m_reason = reason;
        return setPhase(Phase::CertificateRefused);
    }
    if (tokenMayBeAtFault(end))
        return cureToken(reason);
    waitAndRetry(reason);
}

void ConnectionMachine::waitAndRetry(const QString& reason) {
    m_reason = reason;
    const auto delay = m_backoff.next();
    m_nextAttempt = m_clock.now() + std::chrono::microseconds(delay).count();
    m_retryTimer = m_clock.after(delay, [this] { connectNow(); });
    setPhase(Phase::Waiting);
}

void ConnectionMachine::cureToken(const QString& reason) {
    if (m_tokens.expires()) {
        m_reason = reason;
        return refreshThenConnect();
    }
    waitAndRetry(reason);
    m_requester.get<core::Identity>(
        QStringLiteral("/auth/me"), {}, Urgency::Foreground, core::decodeIdentity,
        [this, reason, epoch = m_epoch, self = QPointer(this)](ServiceResult<core::Identity> identity) {
            if (self && epoch == m_epoch)
                onProbe(std::move(identity), reason);
        });
}

void ConnectionMachine::onProbe(ServiceResult<core::Identity> identity, const QString& reason) {
    if (m_phase == Phase::Fenced || m_phase == Phase::Stopped)
        return;
    if (!identity) {
        if (identity.error().kind == ServiceError::Kind::Forbidden) {
            stop();
            Q_EMIT loginNeeded(identity.error().message);
        }
        return; // anything else: the server is at fault, and the wait goes on
    }
    // REST accepts a token a minute longer than the handshake does, and the keys of the two may differ.
    const auto now = m_clock.steady();
    if (m_refusedInARow >= 2 && (m_lastForcedRefresh == 0ns || now - m_lastForcedRefresh >= ForcedRefreshInterval)) {
        m_lastForcedRefresh = now;
        m_tokens.refresh();
    }
    m_reason = tr("%1 (the API answers, the notifier does not)").arg(reason);
    Q_EMIT phaseChanged();
}

void ConnectionMachine::renewStream() {
    if (m_phase != Phase::Fenced || m_successor)
        return;
    m_successor.reset(newAttempt());
    connect(m_successor.get(), &StreamAttempt::fenced, this, [this] {
        m_successor->disconnect(this);
        m_stream = std::move(m_successor);
        connect(m_stream.get(), &StreamAttempt::denied, this, &ConnectionMachine::onDenied);
        connect(m_stream.get(), &StreamAttempt::ended, this, &ConnectionMachine::onEnded);
        m_lifeTimer = m_clock.after(StreamLife, [this] { renewStream(); });
    });
    connect(m_successor.get(), &StreamAttempt::ended, this, [this](const net::StreamEnd& /*end*/) {
        // The old stream still works; when it ends, the usual way back is taken.
        m_successor.release()->deleteLater();
        m_lifeTimer = m_clock.after(1min, [this] { renewStream(); });
    });
    m_successor->start();
}

void ConnectionMachine::setPhase(Phase phase) {
    m_phase = phase;
    Q_EMIT phaseChanged();
}

} // namespace attune::session
