// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faultproxy.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>

#include <deque>

namespace attune::test {

/// One direction of one connection.
class FaultPump : public QObject {
    Q_OBJECT
public:
    FaultPump(QTcpSocket& from, QTcpSocket& to, std::mt19937& dice, QByteArray& record, const char* head);

    void setRoad(const Road& road);
    /// Heads of requests or answers so far: how often what only they hold has passed.
    [[nodiscard]] qsizetype heads() const { return m_heads; }

private:
    void onReadable();
    void onSourceGone();
    void hand();
    [[nodiscard]] qint64 allowance();
    void scheduleNext();

    struct Chunk {
        std::chrono::milliseconds due{0};
        QByteArray bytes;
    };
    QTcpSocket& m_from;
    QTcpSocket& m_to;
    std::mt19937& m_dice;
    QByteArray& m_record;
    const char* m_head;
    qsizetype m_heads = 0;
    Road m_road;
    std::deque<Chunk> m_held;
    QElapsedTimer m_time;
    std::chrono::milliseconds m_lastHand{0};
    qint64 m_passed = 0;
    bool m_sourceGone = false;
    QTimer m_timer;
};

/// A connection of a client and the one to the server that belongs to it.
class FaultLink : public QObject {
    Q_OBJECT
public:
    FaultLink(std::unique_ptr<QTcpSocket> client, std::uint16_t target, std::mt19937& dice, QByteArray& sent,
              QByteArray& received);

    void setRoads(const Road& toServer, const Road& toClient);
    void inject(const QByteArray& bytes) {
        if (m_client->isOpen())
            m_client->write(bytes);
    }
    void reset();
    void close();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] int clientSocket() const { return static_cast<int>(m_client->socketDescriptor()); }
    [[nodiscard]] bool isBusy() const { return isOpen() && m_toServer.heads() > m_toClient.heads(); }

private:
    std::unique_ptr<QTcpSocket> m_client;
    QTcpSocket m_server;
    FaultPump m_toServer;
    FaultPump m_toClient;
};

} // namespace attune::test
