// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/net/notificationlistener.h"

#include "netlog.h"
#include "proxychoice.h"
#include "readpacer.h"

#include "attune/core/jsonlimits.h"

#include <QNetworkRequest>
#include <QSslSocket>
#include <QTcpSocket>

#include <utility>

namespace attune::net {

namespace {

// QWebSocket waits for ever for a frame larger than its read buffer.
constexpr qint64 ReadBufferBytes = static_cast<qint64>(core::MaxFrameBytes) + 64 * 1024;
// More than any sensible split of the largest message. Qt counts bytes only, and an empty piece has none.
constexpr std::size_t MaxPieces = 4096;
// A peer that floods us with pings must not make us queue pongs without end.
constexpr qint64 MaxUnsentBytes = 1024 * 1024;
constexpr std::size_t MaxReceived = 500;

[[nodiscard]] const char* named(StreamEnd::Kind kind) {
    switch (kind) {
    case StreamEnd::Kind::Closed:
        return "was closed with code";
    case StreamEnd::Kind::Lost:
        return "was lost";
    case StreamEnd::Kind::Refused:
        return "was refused";
    case StreamEnd::Kind::Certificate:
        return "refused the certificate";
    case StreamEnd::Kind::Protocol:
        return "broke the protocol";
    }
    Q_UNREACHABLE();
}

} // namespace

NotificationListener::NotificationListener(StreamRequest request, const TrustRules& trust, core::Vocabulary& vocabulary,
                                           StreamCounters& counters, const core::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_trust(trust)
    , m_socket(QString(), QWebSocketProtocol::VersionLatest, this)
    , m_decoder(vocabulary)
    , m_counters(counters)
    , m_clock(clock)
    , m_pacer(new ReadPacer(clock, this)) {
    m_socket.setMaxAllowedIncomingFrameSize(core::MaxFrameBytes);
    m_socket.setMaxAllowedIncomingMessageSize(core::MaxFrameBytes);
    m_socket.setReadBufferSize(ReadBufferBytes);
    m_socket.setSslConfiguration(trust.tls());
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_wasOpen = true;
        qCInfo(lcNet) << "stream" << m_request.generation << "opened";
        Q_EMIT opened();
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &NotificationListener::onTextFrame);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, &NotificationListener::onBinaryFrame);
    const auto onPiece = [this](const auto& /*piece*/, bool isLast) { m_pieces = isLast ? 0 : m_pieces + 1; };
    connect(&m_socket, &QWebSocket::textFrameReceived, this, onPiece);
    connect(&m_socket, &QWebSocket::binaryFrameReceived, this, onPiece);
    connect(&m_socket, &QWebSocket::pong, this, [this](quint64, const QByteArray& payload) { onPong(payload); });
    // The close code stays 1000 when the connection just breaks; only this signal tells a real close frame.
    connect(&m_socket, &QWebSocket::aboutToClose, this, [this] { m_sawCloseFrame = true; });
    connect(&m_socket, &QWebSocket::disconnected, this, &NotificationListener::onDisconnected);
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &NotificationListener::onError);
    connect(&m_socket, &QWebSocket::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_certificateProblem = m_trust.refusal(errors, peerChain()); });
}

NotificationListener::~NotificationListener() { close(); }

void NotificationListener::close() {
    flush();
    m_ended = true;
    m_socket.disconnect(this);
    m_socket.abort();
}

void NotificationListener::open(const QNetworkProxy& proxy) {
    qCInfo(lcNet).noquote() << "stream" << m_request.generation << "opens" << shownUrl(m_request.url)
                            << (proxy.type() == QNetworkProxy::NoProxy ? QString()
                                                                       : u"by way of "_qs + proxyName(proxy));
    m_socket.setProxy(proxy);
    QNetworkRequest request(m_request.url);
    request.setRawHeader("Authorization", "Bearer " + m_request.bearer);
    m_socket.open(request);
    // Pings of the server are answered inside QWebSocket and never seen here; only the bytes tell of a flood of them.
    if (auto* tcp = m_socket.findChild<QTcpSocket*>()) {
        m_pacer->setSocket(tcp);
        connect(tcp, &QTcpSocket::readyRead, this, &NotificationListener::onRawData); // when QWebSocket has read it all
    }
    // QWebSocket has no such signal; the request for the upgrade waits in the socket until after it.
    if (const auto* secure = m_socket.findChild<QSslSocket*>())
        connect(secure, &QSslSocket::encrypted, this, &NotificationListener::onEncrypted);
}

void NotificationListener::onEncrypted() {
    const QString problem = m_trust.revocation(peerChain());
    if (problem.isEmpty())
        return;
    m_socket.disconnect(this);
    m_socket.abort();
    end(StreamEnd::Kind::Certificate, 0, problem);
}

QList<QSslCertificate> NotificationListener::peerChain() const {
    const auto* secure = m_socket.findChild<QSslSocket*>();
    return secure != nullptr ? secure->peerCertificateChain() : QList<QSslCertificate>();
}

void NotificationListener::sendText(const QString& text) {
    if (m_wasOpen && !m_ended)
        m_socket.sendTextMessage(text);
}

void NotificationListener::ping(const QByteArray& payload) {
    if (!m_wasOpen || m_ended)
        return;
    m_awaitedPong = payload;
    m_socket.ping(payload);
}

void NotificationListener::onRawData() {
    m_pacer->onRead(std::exchange(m_framesOfTurn, 0));
    if (m_ended)
        return;
    if (m_pieces > MaxPieces)
        breakOff(tr("a message comes in more than %1 pieces").arg(MaxPieces));
    else if (m_socket.bytesToWrite() > MaxUnsentBytes)
        breakOff(tr("the server makes us answer faster than it reads"));
}

void NotificationListener::breakOff(const QString& offence) {
    m_socket.disconnect(this);
    m_socket.abort();
    end(StreamEnd::Kind::Protocol, 0, offence);
}

void NotificationListener::onPong(const QByteArray& payload) {
    if (m_awaitedPong.isEmpty() || payload != m_awaitedPong)
        return;
    m_awaitedPong.clear();
    flush();
    const auto now = m_clock.steady().count();
    m_counters.lastPongNs.store(now, std::memory_order_relaxed);
    m_request.life->lastPongNs.store(now, std::memory_order_relaxed);
    Q_EMIT pong(payload);
}

void NotificationListener::noteFrame() {
    m_counters.frames.fetch_add(1, std::memory_order_relaxed);
    ++m_framesOfTurn;
    const auto now = m_clock.steady();
    m_frameArrived = m_pacer->earliestArrival(now);
    m_counters.lastFrameNs.store(now.count(), std::memory_order_relaxed);
    m_request.life->lastFrameNs.store(now.count(), std::memory_order_relaxed);
}

void NotificationListener::onTextFrame(const QString& text) {
    if (m_ended)
        return;
    noteFrame();
    auto frame = m_decoder.decode(text);
    if (frame)
        onFrame(std::move(*frame));
    else
        reject(static_cast<std::size_t>(text.toUtf8().size()), frame.error().message);
}

void NotificationListener::onFrame(core::Frame&& frame) {
    if (auto* update = std::get_if<core::EnforcementUpdate>(&frame)) {
        deliver(std::move(*update));
        return;
    }
    flush(); // everything stays in the order in which it came
    if (auto* execution = std::get_if<core::ExecutionUpdate>(&frame)) {
        m_request.sink->push(std::move(*execution));
    } else if (const auto* rule = std::get_if<core::RuleNotification>(&frame)) {
        m_request.sink->push(*rule);
    } else if (std::holds_alternative<core::WelcomeFrame>(frame)) {
        if (std::exchange(m_wasWelcomed, true))
            return;
        qCInfo(lcNet) << "stream" << m_request.generation << "was welcomed";
        Q_EMIT welcomed();
    } else if (const auto* error = std::get_if<core::ErrorFrame>(&frame)) {
        if (!mayReport())
            return;
        qCDebug(lcNet).noquote() << "stream" << m_request.generation << "was told of an error:" << error->message;
        Q_EMIT errorFrame(error->message);
    } else {
        noteUnknown(std::get<core::UnknownFrame>(frame));
    }
}

/// Not out of the reports that refusals and errors share: a server with a heartbeat of its own must not use them up,
/// as the answer to the fence is one of them.
void NotificationListener::noteUnknown(const core::UnknownFrame& frame) {
    m_counters.unknown.fetch_add(1, std::memory_order_relaxed);
    const auto now = m_clock.steady();
    if (frame.isOfTheProtocol || now - m_unknownReport < std::chrono::seconds(1))
        return;
    m_unknownReport = now;
    qCDebug(lcNet).noquote() << "stream" << m_request.generation << "brought a frame of an unknown kind:" << frame.what;
    Q_EMIT frameUnknown(frame.what);
}

void NotificationListener::deliver(core::EnforcementUpdate update) {
    update.receivedNs = m_frameArrived.count();
    m_counters.enforcements.fetch_add(1, std::memory_order_relaxed);
    if (m_received.empty()) { // the first of this turn stands for all of them
        m_turn = m_clock.now();
        if (core::isInstant(update.sentAt))
            m_counters.lagMicros.store(m_turn - update.sentAt, std::memory_order_relaxed);
        QMetaObject::invokeMethod(this, &NotificationListener::flush, Qt::QueuedConnection);
    }
    update.row.setReceived(m_turn);
    m_received.push_back(std::move(update));
    if (m_received.size() >= MaxReceived)
        flush();
}

void NotificationListener::flush() { m_request.sink->push(std::exchange(m_received, {})); }

void NotificationListener::onBinaryFrame(const QByteArray& bytes) {
    noteFrame();
    reject(static_cast<std::size_t>(bytes.size()), tr("a binary frame"));
}

void NotificationListener::reject(std::size_t bytes, const QString& reason) {
    m_counters.malformed.fetch_add(1, std::memory_order_relaxed);
    if (!mayReport())
        return;
    qCInfo(lcNet).noquote() << "stream" << m_request.generation << "refused a frame of" << bytes << "bytes:" << reason;
    Q_EMIT frameRejected(reason);
}

/// A flood of bad frames must not become a flood of events on the other thread.
bool NotificationListener::mayReport() {
    const auto now = m_clock.steady();
    if (now - m_reportSecond >= std::chrono::seconds(1)) {
        m_reportSecond = now;
        m_reports = 0;
    }
    return ++m_reports <= MaxReportsPerSecond;
}

void NotificationListener::onError(QAbstractSocket::SocketError error) {
    if (error == QAbstractSocket::SslHandshakeFailedError && m_certificateProblem.isEmpty())
        m_certificateProblem = TrustRules::refusal(m_socket.errorString());
    if (!m_certificateProblem.isEmpty())
        return end(StreamEnd::Kind::Certificate, 0, m_certificateProblem);
    if (!m_wasOpen)
        return refused();
    end(StreamEnd::Kind::Lost, 0, m_socket.errorString());
}

void NotificationListener::refused() {
    const bool isProxy = m_socket.error() == QAbstractSocket::ProxyAuthenticationRequiredError;
    end(StreamEnd::Kind::Refused, 0, isProxy ? proxyDenial(m_socket.proxy()) : m_socket.errorString());
}

void NotificationListener::onDisconnected() {
    const int code = static_cast<int>(m_socket.closeCode());
    if (!m_wasOpen)
        return refused();
    if (!m_sawCloseFrame)
        return end(StreamEnd::Kind::Lost, 0, tr("the connection ended without a close frame"));
    // Qt closes with these codes by itself when the peer breaks the protocol or a limit.
    const bool ours = code == QWebSocketProtocol::CloseCodeProtocolError ||
                      code == QWebSocketProtocol::CloseCodeTooMuchData ||
                      code == QWebSocketProtocol::CloseCodeWrongDatatype;
    end(ours ? StreamEnd::Kind::Protocol : StreamEnd::Kind::Closed, code, m_socket.closeReason());
}

void NotificationListener::end(StreamEnd::Kind kind, int code, const QString& message) {
    if (std::exchange(m_ended, true))
        return;
    flush();
    qCInfo(lcNet).noquote() << "stream" << m_request.generation << named(kind) << code << message;
    Q_EMIT ended(StreamEnd{kind, code, message});
}

} // namespace attune::net
