// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/raiserequest.h"

#include "instance/peer.h"
#include "instance/wish.h"

#include <utility>

namespace attune::net {

RaiseRequest::RaiseRequest(const QString& path, std::function<void(bool)> done) : m_done(std::move(done)) {
    connect(&m_socket, &QLocalSocket::connected, this, &RaiseRequest::onConnected);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { finish(false); });
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        if (m_socket.bytesAvailable() >= static_cast<qint64>(DoneMessage.size()))
            finish(m_socket.readAll() == QByteArray(DoneMessage.data(), DoneMessage.size()));
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(false); });
    m_patience.start(AnswerTime);
    m_socket.connectToServer(path);
}

void RaiseRequest::onConnected() {
    if (!isOwnUser(m_socket))
        return finish(false);
    m_socket.write(RaiseMessage.data(), static_cast<qint64>(RaiseMessage.size()));
}

void RaiseRequest::finish(bool comes) {
    m_patience.stop();
    // Later, because a socket that finds nobody says so before it has been left alone.
    if (auto done = std::exchange(m_done, nullptr))
        QMetaObject::invokeMethod(
            this, [done = std::move(done), comes] { done(comes); }, Qt::QueuedConnection);
}

} // namespace attune::net
