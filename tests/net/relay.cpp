// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "relay.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <memory>

namespace attune::test {

Relay::Relay() {
    m_server.listen(QHostAddress::LocalHost);
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::onConnection);
}

QUrl Relay::url(const QString& scheme) const {
    QUrl url(scheme + QStringLiteral("://127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

void Relay::demand(const QByteArray& user, const QByteArray& password) {
    m_user = user;
    m_password = password;
}

void Relay::onConnection() {
    while (QTcpSocket* client = m_server.nextPendingConnection()) {
        auto stage = std::make_shared<Stage>(Stage::Start);
        connect(client, &QTcpSocket::readyRead, this, [this, client, stage] { onBytes(client, *stage); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
}

void Relay::onBytes(QTcpSocket* client, Stage& stage) {
    constexpr char SocksVersion = 5;
    const QByteArray seen = client->peek(client->bytesAvailable());
    if (stage == Stage::SocksLogin)
        checkSocks(client, stage);
    else if (stage == Stage::SocksRequest)
        joinSocks(client);
    else if (seen.startsWith(SocksVersion))
        greetSocks(client, stage);
    else if (seen.contains("\r\n\r\n"))
        joinHttp(client);
}

void Relay::greetSocks(QTcpSocket* client, Stage& stage) {
    constexpr char WithoutLogin = 0;
    constexpr char WithLogin = 2;
    const QByteArray offered = client->readAll().mid(2);
    const char wanted = m_user.isEmpty() ? WithoutLogin : WithLogin;
    const bool isOffered = offered.contains(wanted);
    stage = m_user.isEmpty() ? Stage::SocksRequest : Stage::SocksLogin;
    client->write(QByteArray("\x05", 1) + (isOffered ? wanted : '\xFF'));
    denials += isOffered ? 0 : 1;
    if (!isOffered)
        client->disconnectFromHost();
}

/// 1, length, user, length, password.
void Relay::checkSocks(QTcpSocket* client, Stage& stage) {
    const QByteArray login = client->readAll();
    const bool isRight = login == QByteArray("\x01", 1) + static_cast<char>(m_user.size()) + m_user +
                                      static_cast<char>(m_password.size()) + m_password;
    denials += isRight ? 0 : 1;
    stage = Stage::SocksRequest;
    client->write(QByteArray("\x01", 1) + (isRight ? '\0' : '\1'));
    if (!isRight)
        client->disconnectFromHost();
}

void Relay::denyHttp(QTcpSocket* client) {
    ++denials;
    client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"relay\"\r\n"
                  "Content-Length: 0\r\n\r\n");
}

/// version, connect, 0, address type 1 (IPv4) or 3 (name), address, port.
void Relay::joinSocks(QTcpSocket* client) {
    const QByteArray request = client->readAll();
    const bool isName = request.at(3) == 3;
    const qsizetype size = isName ? static_cast<uchar>(request.at(4)) + 1 : 4;
    const QString host = isName ? QString::fromLatin1(request.mid(5, size - 1))
                                : QStringLiteral("%1.%2.%3.%4")
                                      .arg(static_cast<uchar>(request.at(4)))
                                      .arg(static_cast<uchar>(request.at(5)))
                                      .arg(static_cast<uchar>(request.at(6)))
                                      .arg(static_cast<uchar>(request.at(7)));
    const auto port =
        static_cast<quint16>(static_cast<uchar>(request.at(4 + size)) * 256 + static_cast<uchar>(request.at(5 + size)));
    ++socks;
    join(client, host, port, QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x01", 10), {});
}

void Relay::joinHttp(QTcpSocket* client) {
    const QByteArray bytes = client->readAll();
    m_seen += bytes;
    const QByteArray login = "Proxy-Authorization: Basic " + QByteArray(m_user + ':' + m_password).toBase64() + "\r\n";
    if (!m_user.isEmpty() && !bytes.contains(login))
        return denyHttp(client);
    const QByteArrayList words = bytes.left(bytes.indexOf("\r\n")).split(' ');
    const bool isTunnel = words.value(0) == "CONNECT";
    ++(isTunnel ? connects : requests);
    const QUrl target(isTunnel ? QStringLiteral("tcp://") + QString::fromLatin1(words.value(1))
                               : QString::fromLatin1(words.value(1)));
    const auto port = static_cast<quint16>(target.port(80));
    if (isTunnel)
        return join(client, target.host(), port, "HTTP/1.1 200 Connected\r\n\r\n", {});
    const QByteArray path = target.path(QUrl::FullyEncoded).toLatin1();
    QByteArray request = bytes;
    request.replace(login, "");
    request.replace(request.indexOf(words.value(1)), words.value(1).size(), path.isEmpty() ? "/" : path);
    join(client, target.host(), port, {}, request);
}

void Relay::join(QTcpSocket* client, const QString& host, quint16 port, const QByteArray& toClient,
                 const QByteArray& toServer) {
    client->disconnect(this);
    auto* server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    connect(server, &QTcpSocket::connected, client, [this, client, server, toClient, toServer] {
        client->write(toClient);
        const QByteArray bytes = client->readAll();
        m_seen += bytes;
        server->write(toServer + bytes);
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
        if (server->state() != QAbstractSocket::ConnectedState)
            return;
        const QByteArray bytes = client->readAll();
        m_seen += bytes;
        server->write(bytes);
    });
    server->connectToHost(host, port);
}

} // namespace attune::test
