// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpServer>
#include <QUrl>

#include <memory>
#include <openssl/ssl.h>

namespace attune::test {

/// A TLS server on 127.0.0.1 that presents any chain, however weak, and offers any protocol. It keeps what it is sent
/// and never answers. QSslServer cannot serve as one: Qt loads the certificate before anything can lower OpenSSL's
/// level of security.
class LaxTlsServer : public QObject {
public:
    /// PEM files; `protocol` as in TLS1_VERSION, 0 = whatever the client likes best.
    LaxTlsServer(const QString& chainFile, const QString& keyFile, int protocol);

    [[nodiscard]] bool works() const { return m_works; }
    [[nodiscard]] QUrl url(const QString& scheme) const;
    /// Every decrypted byte of every connection.
    [[nodiscard]] const QByteArray& received() const { return m_received; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Leaves what comes unread, and so every handshake undone, until release().
    void hold() { m_isHolding = true; }
    void release();

private:
    void onConnection();
    void pump(SSL& tls, QTcpSocket& socket);

    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_context;
    QTcpServer m_server;
    QByteArray m_received;
    int m_connections = 0;
    bool m_works = false;
    bool m_isHolding = false;
};

} // namespace attune::test
