// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QSslServer>
#include <QUrl>

class QTcpSocket;

namespace attune::test {

/// What stands before a plain server on 127.0.0.1 and speaks TLS for it.
class TlsFront : public QObject {
public:
    TlsFront(const QUrl& plain, const QSslConfiguration& tls);

    /// The address of that server as it is seen from before.
    [[nodiscard]] QUrl url() const;
    /// From the next handshake on.
    void setTls(const QSslConfiguration& tls) { m_server.setSslConfiguration(tls); }
    /// Resets every connection.
    void cut();
    /// Everything that clients sent, decrypted.
    [[nodiscard]] const QByteArray& received() const { return m_received; }

private:
    void onConnection();
    void join(QTcpSocket& client);

    QUrl m_plain;
    QSslServer m_server;
    QByteArray m_received;
};

} // namespace attune::test
