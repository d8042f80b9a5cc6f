// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "rawserver.h"

#include <QCryptographicHash>
#include <QSslServer>
#include <QSslSocket>
#include <QtEndian>

namespace attune::test {

namespace {

constexpr int PingOpcode = 9;
constexpr int PongOpcode = 10;

} // namespace

RawConnection::RawConnection(QTcpSocket* socket, std::function<void(RawConnection&)> onRequest, QObject* parent)
    : QObject(parent), m_socket(socket), m_onRequest(std::move(onRequest)) {
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &RawConnection::onReadyRead);
}

QByteArray RawConnection::header(const QByteArray& name) const {
    for (const QByteArray& line : m_head.split('\n')) {
        if (line.toLower().startsWith(QByteArray(name.toLower() + ':')))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

void RawConnection::answer(int status, const QByteArray& contentType, const QByteArray& body,
                           const QByteArray& headers) {
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Text\r\n";
    if (!contentType.isEmpty())
        answer += "Content-Type: " + contentType + "\r\n";
    answer += headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    write(answer);
}

void RawConnection::acceptWebSocket() {
    const QByteArray key = header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    m_isWebSocket = true;
    write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
          QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n");
}

void RawConnection::sendFrame(int opcode, const QByteArray& payload, bool last) {
    QByteArray frame(1, static_cast<char>((last ? 0x80 : 0) | opcode));
    constexpr qsizetype Short = 125;
    constexpr qsizetype Medium = 65535;
    if (payload.size() <= Short) {
        frame += static_cast<char>(payload.size());
    } else if (payload.size() <= Medium) {
        frame += static_cast<char>(126);
        frame.resize(4);
        qToBigEndian(static_cast<quint16>(payload.size()), frame.data() + 2);
    } else {
        frame += static_cast<char>(127);
        frame.resize(10);
        qToBigEndian(static_cast<quint64>(payload.size()), frame.data() + 2);
    }
    write(frame + payload);
}

void RawConnection::sendClose(int code, const QByteArray& reason) {
    QByteArray payload(2, '\0');
    qToBigEndian(static_cast<quint16>(code), payload.data());
    sendFrame(8, payload + reason);
}

void RawConnection::stopReading() {
    disconnect(m_socket, &QTcpSocket::readyRead, this, nullptr);
    m_socket->setReadBufferSize(1);
}

void RawConnection::onReadyRead() {
    const QByteArray bytes = m_socket->readAll();
    m_received += bytes;
    m_unread += bytes;
    while (!m_isWebSocket && takeRequest()) {
        ++m_requests;
        if (m_onRequest)
            m_onRequest(*this);
    }
    if (m_isWebSocket)
        readFrames();
}

bool RawConnection::takeRequest() {
    const auto end = m_unread.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray previous = std::exchange(m_head, m_unread.left(end));
    const qsizetype length = header("Content-Length").toInt();
    if (m_unread.size() < end + 4 + length) {
        m_head = previous;
        return false;
    }
    m_body = m_unread.mid(end + 4, length);
    m_unread.remove(0, end + 4 + length);
    return true;
}

void RawConnection::readFrames() {
    while (m_unread.size() >= 6) {
        const auto opcode = static_cast<unsigned char>(m_unread[0]) & 0x0F;
        qsizetype length = static_cast<unsigned char>(m_unread[1]) & 0x7F;
        qsizetype start = 2;
        if (length == 126) {
            length = qFromBigEndian<quint16>(m_unread.constData() + 2);
            start = 4;
        }
        if (m_unread.size() < start + 4 + length)
            return;
        QByteArray payload = m_unread.mid(start + 4, length);
        for (qsizetype i = 0; i < length; ++i)
            payload[i] = static_cast<char>(payload[i] ^ m_unread[start + i % 4]);
        m_unread.remove(0, start + 4 + length);
        m_frames.push_back({opcode, payload});
        if (opcode == PingOpcode && m_autoPong)
            sendFrame(PongOpcode, payload);
    }
}

RawServer::RawServer(std::function<void(RawConnection&)> onRequest)
    : m_server(std::make_unique<QTcpServer>()), m_onRequest(std::move(onRequest)) {
    start();
}

RawServer::RawServer(const QSslConfiguration& tls, std::function<void(RawConnection&)> onRequest)
    : m_onRequest(std::move(onRequest)), m_tls(true) {
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    connect(server.get(), &QSslServer::errorOccurred, this, [this] { ++m_handshakeErrors; });
    connect(server.get(), &QSslServer::peerVerifyError, this, [this] { ++m_handshakeErrors; });
    m_server = std::move(server);
    start();
}

RawServer::~RawServer() = default;

void RawServer::setTls(const QSslConfiguration& tls) { static_cast<QSslServer&>(*m_server).setSslConfiguration(tls); }

void RawServer::start() {
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RawServer::onConnection);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("cannot listen: %s", qPrintable(m_server->errorString()));
}

void RawServer::onConnection() {
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        const auto answer = [this](RawConnection& connection) {
            if (m_onRequest)
                m_onRequest(connection);
        };
        m_connections.push_back(new RawConnection(socket, answer, this));
        m_connections.back()->onReadyRead();
    }
}

QUrl RawServer::url(const QString& path) const {
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(m_server->serverPort())
                    .arg(path));
}

QUrl RawServer::wsUrl(const QString& path) const {
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_tls ? QStringLiteral("wss") : QStringLiteral("ws"))
                    .arg(m_server->serverPort())
                    .arg(path));
}

QByteArray RawServer::received() const {
    QByteArray all;
    for (const RawConnection* connection : m_connections)
        all += connection->received();
    return all;
}

} // namespace attune::test
