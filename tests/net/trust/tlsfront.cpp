// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "trust/tlsfront.h"

#include <QTcpSocket>

namespace attune::test {

TlsFront::TlsFront(const QUrl& plain, const QSslConfiguration& tls) : m_plain(plain) {
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &TlsFront::onConnection);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen: %s", qPrintable(m_server.errorString()));
}

QUrl TlsFront::url() const {
    QUrl url = m_plain;
    url.setScheme(m_plain.scheme() + u's');
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

void TlsFront::cut() {
    for (QTcpSocket* client : m_server.findChildren<QTcpSocket*>())
        client->abort();
}

void TlsFront::onConnection() {
    while (QTcpSocket* client = m_server.nextPendingConnection())
        join(*client);
}

void TlsFront::join(QTcpSocket& client) {
    auto* server = new QTcpSocket(&client);
    const auto toServer = [this, &client, server] {
        const QByteArray bytes = client.readAll();
        m_received += bytes;
        server->write(bytes);
    };
    connect(&client, &QTcpSocket::readyRead, server, toServer);
    connect(server, &QTcpSocket::readyRead, &client, [&client, server] { client.write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, &client, [&client] { client.disconnectFromHost(); });
    connect(&client, &QTcpSocket::disconnected, &client, &QObject::deleteLater);
    server->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_plain.port()));
    toServer();
}

} // namespace attune::test
