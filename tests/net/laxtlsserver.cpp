// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "laxtlsserver.h"

#include <QTcpSocket>

#include <array>

namespace attune::test {

LaxTlsServer::LaxTlsServer(const QString& chainFile, const QString& keyFile, int protocol)
    : m_context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free) {
    SSL_CTX* context = m_context.get();
    SSL_CTX_set_security_level(context, 0);
    m_works = SSL_CTX_set_min_proto_version(context, protocol) == 1 &&
              SSL_CTX_set_max_proto_version(context, protocol) == 1 &&
              SSL_CTX_use_certificate_chain_file(context, chainFile.toUtf8().constData()) == 1 &&
              SSL_CTX_use_PrivateKey_file(context, keyFile.toUtf8().constData(), SSL_FILETYPE_PEM) == 1 &&
              m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &LaxTlsServer::onConnection);
}

QUrl LaxTlsServer::url(const QString& scheme) const {
    return QUrl(QStringLiteral("%1://127.0.0.1:%2/").arg(scheme).arg(m_server.serverPort()));
}

void LaxTlsServer::onConnection() {
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        ++m_connections;
        const std::shared_ptr<SSL> tls(SSL_new(m_context.get()), &SSL_free);
        SSL_set_bio(tls.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(tls.get());
        connect(socket, &QTcpSocket::readyRead, this, [this, tls, socket] { pump(*tls, *socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        pump(*tls, *socket);
    }
}

void LaxTlsServer::release() {
    m_isHolding = false;
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        Q_EMIT socket->readyRead();
}

void LaxTlsServer::pump(SSL& tls, QTcpSocket& socket) {
    if (m_isHolding)
        return;
    const QByteArray in = socket.readAll();
    if (!in.isEmpty())
        BIO_write(SSL_get_rbio(&tls), in.constData(), static_cast<int>(in.size()));
    std::array<char, 4096> bytes{};
    int read = 0;
    while ((read = SSL_read(&tls, bytes.data(), static_cast<int>(bytes.size()))) > 0) // shakes hands first
        m_received.append(bytes.data(), read);
    while ((read = BIO_read(SSL_get_wbio(&tls), bytes.data(), static_cast<int>(bytes.size()))) > 0)
        socket.write(bytes.data(), read);
    const int error = SSL_get_error(&tls, -1);
    if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_NONE)
        socket.disconnectFromHost(); // after the alert that says why
}

} // namespace attune::test
