// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/frontdoor.h"

#include "http/handshake.h"
#include "http/portroles.h"
#include "simcontext.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace attune::sim {

FrontDoor::FrontDoor(SimContext& context)
    : m_context(context), m_webSockets(QStringLiteral("attune-notifier"), QWebSocketServer::NonSecureMode) {
    m_webSockets.setSupportedSubprotocols({QStringLiteral("attune.v1")});
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, &FrontDoor::onNewWebSocket);
}

FrontDoor::~FrontDoor() = default;

core::Result<SimEndpoints> FrontDoor::open() {
    const SimOptions& options = m_context.options;
    QString why;
    const bool listening = options.singlePort
                               ? listen(Role::Proxy, *options.singlePort, why)
                               : listen(Role::Api, options.apiPort, why) && listen(Role::Notifier, options.wsPort, why);
    if (!listening)
        return core::Error{why};
    m_notifierPort = m_gates.back()->serverPort();
    SimEndpoints endpoints;
    endpoints.api = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_gates.front()->serverPort()));
    endpoints.ws = QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_notifierPort));
    return endpoints;
}

bool FrontDoor::listen(Role role, std::uint16_t port, QString& why) {
    auto front = std::make_unique<HttpFront>([this, role](HttpRequest& request) { return handle(role, request); });
    auto gate = std::make_unique<ConnectionGate>(
        [this, role](const RequestHead& head) { return decide(role, head); },
        [this](QTcpSocket* socket, const RequestHead& head) { takeWebSocket(socket, head); });
    if (!gate->listen(QHostAddress::LocalHost, port)) {
        why = QStringLiteral("Cannot listen on 127.0.0.1:%1: %2").arg(port).arg(gate->errorString());
        return false;
    }
    m_gates.push_back(gate.get());
    front->bind(gate.release()); // which becomes its child
    m_fronts.push_back(std::move(front));
    return true;
}

Destination FrontDoor::decide(Role role, const RequestHead& head) const {
    if (m_context.faults.down && !isControlPath(head.path))
        return Destination::Nowhere;
    const bool socketPath = head.path == "/ws" || (role == Role::Proxy && head.path == "/ws/ws");
    if (role == Role::Api || !socketPath)
        return Destination::Http;
    if (!head.complete)
        return Destination::NeedsMore;
    return head.isUpgrade() ? Destination::WebSocket : Destination::Http;
}

HttpFront::Reply FrontDoor::handle(Role role, HttpRequest& request) {
    switch (role) {
    case Role::Api:
        return answerApi(m_context, request);
    case Role::Notifier:
        return answerNotifier(m_context, request);
    case Role::Proxy:
        return answerProxy(m_context, request);
    }
    return {HttpAnswer::empty(404), {}};
}

void FrontDoor::takeWebSocket(QTcpSocket* socket, const RequestHead& head) {
    if (m_context.faults.socketsStalled) {
        m_held.push_back({socket, head});
        return;
    }
    ++m_handshakes;
    const auto failure = m_context.faults.takeFailure(head.path);
    const auto verdict = failure ? core::Result<std::int64_t, HttpAnswer>(*failure)
                                 : checkHandshake(head, m_context.tokens, m_context.options.generation);
    if (verdict) {
        std::erase_if(m_expected, [](const Expected& one) { return one.socket.isNull(); });
        m_expected.push_back({socket->peerPort(), socket, *verdict});
        m_webSockets.handleConnection(socket);
        return;
    }
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    // The request must be read before closing, or the reset that follows overtakes the answer.
    connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->readAll(); });
    socket->write(verdict.error().wireHead(false) + verdict.error().body);
    socket->disconnectFromHost();
}

void FrontDoor::onNewWebSocket() {
    while (m_webSockets.hasPendingConnections()) {
        std::unique_ptr<QWebSocket> socket(m_webSockets.nextPendingConnection());
        socket->setParent(nullptr);
        const auto expected = std::find_if(m_expected.begin(), m_expected.end(), [&socket](const Expected& one) {
            return one.peerPort == socket->peerPort();
        });
        if (expected == m_expected.end())
            continue;
        const Expected arrived = *expected;
        m_expected.erase(expected);
        m_context.hub.adopt(std::move(socket), arrived.socket, arrived.expiresAt);
    }
}

bool FrontDoor::setDown(bool down) {
    m_context.faults.down = down;
    for (const Arrival& arrival : down ? std::exchange(m_held, {}) : std::vector<Arrival>())
        delete arrival.socket;
    if (m_gates.size() < 2)
        return true;
    ConnectionGate* notifier = m_gates.back();
    if (down) {
        notifier->close();
        return true;
    }
    return notifier->isListening() || notifier->listen(QHostAddress::LocalHost, m_notifierPort);
}

void FrontDoor::releaseHandshakes() {
    for (const Arrival& arrival : std::exchange(m_held, {})) {
        if (arrival.socket->state() == QAbstractSocket::ConnectedState)
            takeWebSocket(arrival.socket, arrival.head);
        else
            arrival.socket->deleteLater();
    }
}

} // namespace attune::sim
