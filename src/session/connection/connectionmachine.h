// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/tokenkeeper.h"
#include "connection/streamattempt.h"
#include "requester.h"

#include "attune/core/backoff.h"
#include "attune/core/clock.h"
#include "attune/core/random.h"
#include "attune/net/transport.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace attune::session {

/// Keeps one confirmed notification stream, for ever: connects, watches, waits with full jitter and connects again.
/// Asks the server whether the token or the server itself is at fault when handshakes fail, because the handshake does
/// not tell (protocol section 7.1). Renews the stream without a gap when the token was renewed or the stream is old:
/// the second stream is confirmed before the first one is closed, duplicates do no harm.
class ConnectionMachine : public QObject {
    Q_OBJECT
public:
    enum class Phase : std::uint8_t { Stopped, Connecting, Fenced, Waiting, CertificateRefused };

    ConnectionMachine(net::Transport& transport, Requester& requester, TokenKeeper& tokens, core::Clock& clock,
                      core::Random& random, QObject* parent = nullptr);

    void start(const QUrl& notifier);
    void stop();
    /// Skips the wait; at most once per RetryInterval.
    void retryNow();
    void setExecutionsWanted(bool wanted);
    /// Asks the live stream for a sign of life.
    void probe();

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] int attempt() const { return m_attempts; }
    [[nodiscard]] core::UtcMicros nextAttempt() const { return m_nextAttempt; }
    [[nodiscard]] const QString& reason() const { return m_reason; }
    [[nodiscard]] bool isDenied() const { return m_denied; }
    [[nodiscard]] std::uint64_t reconnects() const { return m_reconnects; }

    static constexpr std::chrono::seconds StableAfter{60};
    static constexpr std::chrono::seconds RetryInterval{5};
    static constexpr std::chrono::minutes StreamLife{55};

Q_SIGNALS:
    void phaseChanged();
    /// The subscription of a new stream is confirmed: whatever happened before must be read.
    void fenced();
    /// The identity must sign in again.
    void loginNeeded(const QString& reason);

private:
    void connectNow();
    [[nodiscard]] StreamAttempt* newAttempt();
    void onFenced();
    void onDenied(const QString& message);
    void onEnded(const net::StreamEnd& end);
    void waitAndRetry(const QString& reason);
    void cureToken(const QString& reason);
    void onProbe(ServiceResult<core::Identity> identity, const QString& reason);
    void refreshThenConnect();
    void renewStream();
    void setPhase(Phase phase);
    [[nodiscard]] bool tokenMayBeAtFault(const net::StreamEnd& end) const;

    net::Transport& m_transport;
    Requester& m_requester;
    TokenKeeper& m_tokens;
    core::Clock& m_clock;
    core::Random& m_random;
    core::Backoff m_backoff;
    QUrl m_notifier;
    Phase m_phase = Phase::Stopped;
    QString m_reason;
    core::UtcMicros m_nextAttempt = core::UnknownTime;
    std::unique_ptr<StreamAttempt> m_stream;
    std::unique_ptr<StreamAttempt> m_successor; // confirmed next to m_stream before it replaces it
    std::unique_ptr<core::Timer> m_retryTimer;
    std::unique_ptr<core::Timer> m_stableTimer;
    std::unique_ptr<core::Timer> m_lifeTimer;
    net::Generation m_generation = 0;
    int m_attempts = 0;
    int m_refusedInARow = 0;
    bool m_denied = false;
    bool m_executionsWanted = false;
    std::uint64_t m_reconnects = 0;
    std::uint64_t m_epoch = 0; // late answers of a stopped machine carry an old number
    std::chrono::nanoseconds m_lastRetryNow{0};
    std::chrono::nanoseconds m_lastForcedRefresh{0};
};

} // namespace attune::session
