// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/notification.h"
#include "attune/core/updatequeue.h"
#include "attune/net/streamtypes.h"
#include "attune/net/trustrules.h"

#include <QNetworkProxy>
#include <QObject>
#include <QWebSocket>

#include <chrono>
#include <cstddef>
#include <vector>

namespace attune::net {

class ReadPacer;

/// One WebSocket to the notifier (protocol section 7). Decodes every text frame where it arrives and pushes
/// notifications into the sink; everything else becomes a signal. One object per attempt, never reopened: QWebSocket
/// keeps the close code of the last connection. Lives on the I/O thread.
class NotificationListener : public QObject {
    Q_OBJECT
public:
    /// `request.sink` is set.
    NotificationListener(StreamRequest request, const TrustRules& trust, core::Vocabulary& vocabulary,
                         StreamCounters& counters, const core::Clock& clock, QObject* parent);
    ~NotificationListener() override;

    void open(const QNetworkProxy& proxy);
    void sendText(const QString& text);
    void ping(const QByteArray& payload);
    /// Ends the connection at once and silently: hands over what has come so far; no signal follows.
    void close();

    static constexpr int MaxReportsPerSecond = 5;

Q_SIGNALS:
    void opened();
    void welcomed();                           ///< once
    void errorFrame(const QString& message);   ///< at most MaxReportsPerSecond
    void pong(const QByteArray& payload);      ///< the answer to the last ping; others are nobody's business
    void frameRejected(const QString& reason); ///< at most MaxReportsPerSecond
    void frameUnknown(const QString& what);    ///< of a kind that the protocol does not name; at most once a second
    void ended(const attune::net::StreamEnd& end);

private:
    void onTextFrame(const QString& text);
    void onFrame(core::Frame&& frame);
    void onBinaryFrame(const QByteArray& bytes);
    void onPong(const QByteArray& payload);
    void onRawData();
    void onDisconnected();
    void onError(QAbstractSocket::SocketError error);
    void onEncrypted();
    void refused();
    [[nodiscard]] QList<QSslCertificate> peerChain() const;
    void breakOff(const QString& offence);
    void reject(std::size_t bytes, const QString& reason);
    void noteUnknown(const core::UnknownFrame& frame);
    void end(StreamEnd::Kind kind, int code, const QString& message);
    void deliver(core::EnforcementUpdate update);
    void flush();
    void noteFrame();
    [[nodiscard]] bool mayReport();

    StreamRequest m_request;
    TrustRules m_trust;
    QWebSocket m_socket;
    core::NotificationDecoder m_decoder;
    StreamCounters& m_counters;
    const core::Clock& m_clock;
    ReadPacer* m_pacer;
    std::size_t m_framesOfTurn = 0;
    std::size_t m_pieces = 0;                   ///< of the message that is not complete
    std::chrono::nanoseconds m_frameArrived{0}; ///< at the earliest
    /// What came in one turn of the event loop, handed over together.
    std::vector<core::EnforcementUpdate> m_received;
    core::UtcMicros m_turn = core::UnknownTime; // when the first of m_received arrived
    QString m_certificateProblem;
    QByteArray m_awaitedPong;
    std::chrono::nanoseconds m_unknownReport{std::chrono::nanoseconds::min() / 2}; // when the last one was made
    std::chrono::nanoseconds m_reportSecond{0}; // when the second began in which m_reports were made
    int m_reports = 0;
    bool m_wasOpen = false;
    bool m_wasWelcomed = false;
    bool m_sawCloseFrame = false;
    bool m_ended = false;
};

} // namespace attune::net
