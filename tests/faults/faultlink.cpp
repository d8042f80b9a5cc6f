// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultlink.h"

#include <QHostAddress>

#include <algorithm>
#include <sys/socket.h>
#include <utility>

namespace attune::test {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds RateStep{20};

/// The peer of this socket sees a reset.
void resetSocket(QTcpSocket& socket) {
    const linger hard{1, 0};
    if (socket.socketDescriptor() >= 0)
        ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket.abort();
}

} // namespace

FaultPump::FaultPump(QTcpSocket& from, QTcpSocket& to, std::mt19937& dice, QByteArray& record, const char* head)
    : m_from(from), m_to(to), m_dice(dice), m_record(record), m_head(head) {
    m_time.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FaultPump::hand);
    connect(&m_from, &QIODevice::readyRead, this, &FaultPump::onReadable);
    connect(&m_from, &QAbstractSocket::disconnected, this, &FaultPump::onSourceGone);
    connect(&m_to, &QAbstractSocket::connected, this, &FaultPump::hand);
}

void FaultPump::setRoad(const Road& road) {
    m_road = road;
    hand();
}

void FaultPump::onReadable() {
    const QByteArray bytes = m_from.readAll();
    m_record.append(bytes);
    m_heads += bytes.count(m_head);
    milliseconds due = milliseconds(m_time.elapsed()) + m_road.latency;
    if (m_road.jitter.count() > 0)
        due += milliseconds(std::uniform_int_distribution<std::int64_t>(0, m_road.jitter.count())(m_dice));
    if (!m_held.empty())
        due = std::max(due, m_held.back().due);
    m_held.push_back({due, bytes});
    hand();
}

void FaultPump::onSourceGone() {
    m_sourceGone = true;
    hand();
}

qint64 FaultPump::allowance() {
    if (m_road.isBlackHole || m_to.state() != QAbstractSocket::ConnectedState)
        return 0;
    const milliseconds since = milliseconds(m_time.elapsed()) - m_lastHand;
    qint64 allowed = std::numeric_limits<qint64>::max();
    if (m_road.segment > 0)
        allowed = since >= Road::SegmentGap ? m_road.segment : 0;
    if (m_road.bytesPerSecond > 0)
        allowed = std::min(allowed, m_road.bytesPerSecond * std::min<qint64>(since.count(), 1000) / 1000);
    if (m_road.passOnly >= 0)
        allowed = std::min(allowed, std::max<qint64>(m_road.passOnly - m_passed, 0));
    return allowed;
}

void FaultPump::hand() {
    qint64 allowed = allowance();
    while (allowed > 0 && m_to.isOpen() && !m_held.empty() && m_held.front().due <= milliseconds(m_time.elapsed())) {
        QByteArray& bytes = m_held.front().bytes;
        const qint64 count = std::min<qint64>(allowed, bytes.size());
        m_to.write(bytes.constData(), count);
        m_lastHand = milliseconds(m_time.elapsed());
        m_passed += count;
        allowed -= count;
        bytes.remove(0, count);
        if (bytes.isEmpty())
            m_held.pop_front();
    }
    if (m_held.empty() && m_sourceGone && !m_road.isBlackHole)
        m_to.disconnectFromHost();
    else
        scheduleNext();
}

void FaultPump::scheduleNext() {
    const bool isSilent = m_road.isBlackHole || (m_road.passOnly >= 0 && m_passed >= m_road.passOnly);
    if (m_held.empty() || isSilent || m_to.state() != QAbstractSocket::ConnectedState)
        return;
    const milliseconds wait = m_held.front().due - milliseconds(m_time.elapsed());
    const milliseconds step = m_road.bytesPerSecond > 0 ? RateStep : Road::SegmentGap;
    m_timer.start(std::max(wait, step));
}

FaultLink::FaultLink(std::unique_ptr<QTcpSocket> client, std::uint16_t target, std::mt19937& dice, QByteArray& sent,
                     QByteArray& received)
    : m_client(std::move(client))
    , m_toServer(*m_client, m_server, dice, sent, "\r\nHost:")
    , m_toClient(m_server, *m_client, dice, received, "HTTP/1.1 ") {
    // Without a server there is nothing to talk to.
    connect(&m_server, &QAbstractSocket::errorOccurred, this, [this] {
        if (m_server.state() != QAbstractSocket::ConnectedState)
            resetSocket(*m_client);
    });
    m_server.connectToHost(QHostAddress(QHostAddress::LocalHost), target);
}

void FaultLink::setRoads(const Road& toServer, const Road& toClient) {
    m_toServer.setRoad(toServer);
    m_toClient.setRoad(toClient);
}

void FaultLink::reset() {
    resetSocket(*m_client);
    resetSocket(m_server);
}

void FaultLink::close() {
    m_client->disconnectFromHost();
    m_server.disconnectFromHost();
}

bool FaultLink::isOpen() const { return m_client->state() == QAbstractSocket::ConnectedState; }

} // namespace attune::test
