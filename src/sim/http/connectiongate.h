// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/requesthead.h"

#include <QTcpServer>

#include <cstdint>
#include <functional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace attune::sim {

/// Where a connection belongs, decided by its first request without reading it.
enum class Destination : std::uint8_t { NeedsMore, Http, WebSocket, Nowhere };

/// Looks at the first bytes of each connection while they are still in the kernel's buffer, then hands the untouched
/// connection to the HTTP server (as a pending connection) or to the taker of WebSockets.
class ConnectionGate : public QTcpServer {
    Q_OBJECT

public:
    using Decide = std::function<Destination(const RequestHead&)>;
    /// The taker owns the socket from then on.
    using Take = std::function<void(QTcpSocket*, const RequestHead&)>;

    ConnectionGate(Decide decide, Take takeWebSocket, QObject* parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Peek;
    void settle(qintptr descriptor, Destination destination, const RequestHead& head);

    Decide m_decide;
    Take m_takeWebSocket;
};

} // namespace attune::sim
