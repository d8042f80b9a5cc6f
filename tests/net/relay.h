// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace attune::test {

/// A proxy on 127.0.0.1 that speaks HTTP (CONNECT and absolute addresses) and SOCKS5.
class Relay : public QObject {
public:
    Relay();

    [[nodiscard]] QUrl url(const QString& scheme) const;
    /// From now on only this login may use it.
    void demand(const QByteArray& user, const QByteArray& password);
    /// Everything that clients sent, tunnelled or not.
    [[nodiscard]] const QByteArray& seen() const { return m_seen; }
    int denials = 0;
    /// Tunnels and requests that went through, by kind.
    int connects = 0;
    int requests = 0;
    int socks = 0;

private:
    enum class Stage { Start, SocksLogin, SocksRequest };
    void onConnection();
    void onBytes(QTcpSocket* client, Stage& stage);
    void denyHttp(QTcpSocket* client);
    void checkSocks(QTcpSocket* client, Stage& stage);
    void greetSocks(QTcpSocket* client, Stage& stage);
    void joinSocks(QTcpSocket* client);
    void joinHttp(QTcpSocket* client);
    /// Everything from one side goes to the other from now on.
    void join(QTcpSocket* client, const QString& host, quint16 port, const QByteArray& toClient,
              const QByteArray& toServer);

    QTcpServer m_server;
    QByteArray m_seen;
    QByteArray m_user;
    QByteArray m_password;
};

} // namespace attune::test
