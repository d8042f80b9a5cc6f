// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/tokenkeeper.h"
#include "connection/faultprobe.h"
#include "connection/linkpace.h"
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
/// Renews the stream without a gap when the token was renewed, the stream is old or its subscription was refused: the
/// second stream is confirmed before the first one is closed, duplicates do no harm.
class ConnectionMachine : public QObject {
    Q_OBJECT
public:
    enum class Phase : std::uint8_t { Stopped, Connecting, Fenced, Waiting, CertificateRefused };

    ConnectionMachine(net::Transport& transport, Requester& requester, TokenKeeper& tokens, core::Clock& clock,
                      core::Random& random, QObject* parent = nullptr);
    ~ConnectionMachine() override;

    /// `sink` takes the notifications of all streams until stop(). `reason`: why it begins anew.
    void start(const QUrl& notifier, std::shared_ptr<core::UpdateQueue> sink, const QString& reason = {});
    void stop();
    /// Skips the wait; at most once per RetryInterval.
    void retryNow();
    /// The API of the server answers again, so that the notifier may, too: the next attempts come quickly; at most once
    /// per HurryInterval, as a server that flaps must not be hammered.
    void onServerBack();
    void setExecutionsWanted(bool wanted);
    /// Whether somebody may be looking: if not, attempts to connect may be further apart.
    void setAttended(bool attended);
    /// Asks the live stream for a sign of life; does not wait any longer for the next attempt, nor for one that hangs.
    void probe();
    /// Another stream may do better: confirms one next to this one; at most once per ReplaceInterval.
    void replaceStream();
    /// Whatever is connected is not to be believed: connects anew at once.
    void reconnect(const QString& reason);
    /// The API's certificate was refused: the notifier is not trusted either.
    void refuseCertificate(const QString& reason);

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] int attempt() const { return m_attempts; }
    [[nodiscard]] core::UtcMicros nextAttempt() const { return m_nextAttempt; }
    /// Why the stream is not there, or not trusted.
    [[nodiscard]] QString reason() const;
    /// The server refused what the live stream subscribed to.
    [[nodiscard]] bool isDenied() const { return m_stream && !m_stream->denial().isEmpty(); }
    [[nodiscard]] std::uint64_t reconnects() const { return m_reconnects; }

    static constexpr std::chrono::seconds StableAfter{60};
    static constexpr std::chrono::seconds RetryInterval{5};
    /// Before the next attempt to connect, at most; while nobody looks.
    static constexpr std::chrono::seconds WaitCap{15};
    static constexpr std::chrono::seconds UnattendedWaitCap{60};
    static constexpr std::chrono::seconds HurryInterval{30};
    static constexpr std::chrono::minutes ReplaceInterval{5};
    static constexpr std::chrono::minutes StreamLife{55};
    static constexpr std::chrono::seconds ExpiryMargin{60};
    /// Pause between attempts to renew a stream that still works, at most.
    static constexpr std::chrono::seconds RenewalCap{60};

Q_SIGNALS:
    void phaseChanged();
    /// The subscription of a new stream is confirmed: whatever happened before must be read.
    void fenced();
    /// The identity must sign in again.
    void loginNeeded(const QString& reason);

private:
    /// An attempt ends in signals of its own, so it is only silenced at once.
    struct Retire {
        void operator()(StreamAttempt* attempt) const;
    };
    using Attempt = std::unique_ptr<StreamAttempt, Retire>;

    void connectNow();
    void hurry();
    void startOver();
    [[nodiscard]] Attempt newAttempt();
    void onFenced(const StreamAttempt& attempt);
    void onSuccessorFenced();
    void onDenied(const StreamAttempt& attempt);
    void onEnded(const StreamAttempt& attempt, const net::StreamEnd& end);
    void onLost(const net::StreamEnd& end);
    void waitAndRetry(const QString& reason);
    void awaitToken(const QString& reason);
    void renewStream();
    void scheduleRenewal();
    void retryRenewal();
    void needLogin(const QString& reason);
    void dropStreams();
    void setPhase(Phase phase);
    [[nodiscard]] bool tokenMayBeAtFault(const net::StreamEnd& end) const;

    net::Transport& m_transport;
    TokenKeeper& m_tokens;
    core::Clock& m_clock;
    core::Random& m_random;
    FaultProbe m_probe;
    core::Backoff m_backoff;
    core::Backoff m_renewalBackoff;
    LinkPace m_pace; // before the attempts that use it
    QUrl m_notifier;
    std::shared_ptr<core::UpdateQueue> m_sink;
    Phase m_phase = Phase::Stopped;
    QString m_reason;
    core::UtcMicros m_nextAttempt = core::UnknownTime;
    Attempt m_stream;
    Attempt m_successor; // confirmed next to m_stream before it replaces it
    std::unique_ptr<core::Timer> m_retryTimer;
    std::unique_ptr<core::Timer> m_stableTimer;
    std::unique_ptr<core::Timer> m_renewalTimer;
    net::Generation m_generation = 0;
    int m_attempts = 0;
    int m_refusedInARow = 0;
    bool m_awaitsToken = false;
    bool m_wasFenced = false;
    bool m_executionsWanted = false;
    std::uint64_t m_reconnects = 0;
    std::uint64_t m_epoch = 0; // late answers of a stopped machine carry an old number
    std::chrono::nanoseconds m_lastRetryNow{std::chrono::nanoseconds::min() / 2};
    std::chrono::nanoseconds m_lastHurry{std::chrono::nanoseconds::min() / 2};
    std::chrono::nanoseconds m_lastReplacement{std::chrono::nanoseconds::min() / 2};
};

} // namespace attune::session
