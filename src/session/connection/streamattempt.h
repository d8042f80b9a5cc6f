// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connection/linkpace.h"

#include "attune/core/clock.h"
#include "attune/core/random.h"
#include "attune/net/transport.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace attune::session {

/// One attempt at one notification stream, from the TCP connection to the confirmed subscription, and the watch over it
/// afterwards. Has deadlines of its own for every step, because nothing else would end a step that hangs. The fence:
/// client frames are handled in order and a bad filter is answered, so the answer to `subscribe "fence:N"` proves that
/// the subscriptions before it were accepted. A gateway that swallows error frames is recognised by the pong that comes
/// without one. Waits longer for answers on a link that has been slow. Ends the stream when closed or destroyed.
class StreamAttempt : public QObject {
    Q_OBJECT
public:
    /// What it learns of the link goes to `pace`, which outlives it.
    StreamAttempt(net::Transport& transport, core::Clock& clock, core::Random& random, LinkPace& pace,
                  net::StreamRequest request, bool withExecutions, QObject* parent);
    ~StreamAttempt() override;

    void start();
    /// Ends the stream; no signal follows.
    void close();
    void setExecutionsWanted(bool wanted);
    /// The server's words when it refused a subscription; empty if it did not.
    [[nodiscard]] const QString& denial() const { return m_denial; }
    /// Asks for a sign of life now instead of after the next silence.
    void probe();
    /// Waits longer for its welcome than a server that can be reached takes for it.
    [[nodiscard]] bool isOverdue() const;

    static constexpr std::chrono::seconds ConnectDeadline{10};
    static constexpr std::chrono::seconds UsualConnect{1};
    static constexpr std::chrono::seconds FenceDeadline{5}; ///< on a usual link, as the two below
    static constexpr std::chrono::seconds SilentFence{2};   ///< from the pong to trusting it without the fence's answer
    static constexpr std::chrono::seconds IdleBeforePing{10};
    static constexpr std::chrono::seconds PongDeadline{5};
    static constexpr std::chrono::seconds ProbeDeadline{3}; ///< for an answer to probe()

Q_SIGNALS:
    void fenced();
    /// The server complains: the subscription was denied, or something else is wrong with what we sent.
    void denied();
    void ended(const attune::net::StreamEnd& end);

private:
    void onWelcomed();
    void onErrorFrame(const QString& message);
    void onPong(const QByteArray& payload);
    void onEnded(const net::StreamEnd& end);
    void becomeFenced();
    void watchIdle();
    void onIdleCheck();
    void ping();
    void awaitPong(std::chrono::milliseconds patience);
    void onPongMissing();
    void fail(const QString& reason);
    void subscribe(const char* filter, bool wanted = true);
    [[nodiscard]] QString fenceFilter() const;

    net::Transport& m_transport;
    core::Clock& m_clock;
    core::Random& m_random;
    LinkPace& m_pace;
    net::StreamRequest m_request;
    bool m_withExecutions;
    bool m_welcomed = false;
    bool m_fenced = false;
    bool m_ended = false;
    QString m_denial;
    std::uint64_t m_pingCounter = 0;
    std::chrono::nanoseconds m_startedAt{0};
    std::chrono::nanoseconds m_connectTook{0};
    std::chrono::nanoseconds m_pingedAt{0}; // the ping that waits for its answer
    std::chrono::nanoseconds m_pongDueAt{0};
    std::unique_ptr<core::Timer> m_deadline; // of the current step
    std::unique_ptr<core::Timer> m_idle;
    std::unique_ptr<core::Timer> m_pongDeadline;
};

} // namespace attune::session
