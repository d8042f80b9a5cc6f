// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace attune::test {

/// A proxy on 127.0.0.1 that speaks HTTP (CONNECT and absolute addresses) and SOCKS5, without sign-in.
class Relay : public QObject {
public:
    Relay();

    [[nodiscard]] QUrl url(const QString& scheme) const;
    /// Tunnels and requests that went through, by kind.
    int connects = 0;
    int requests = 0;
    int socks = 0;

private:
    enum class Stage { Start, SocksRequest };
    void onConnection();
    void onBytes(QTcpSocket* client, Stage& stage);
    void greetSocks(QTcpSocket* client, Stage& stage);
    void joinSocks(QTcpSocket* client);
    void joinHttp(QTcpSocket* client);
    /// Everything from one side goes to the other from now on.
    void join(QTcpSocket* client, const QString& host, quint16 port, const QByteArray& toClient,
              const QByteArray& toServer);

    QTcpServer m_server;
};

} // namespace attune::test
