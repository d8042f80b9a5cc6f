// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultproxy.h"

#include "faultlink.h"

#include <algorithm>
#include <utility>

namespace attune::test {

FaultProxy::FaultProxy(std::uint16_t target, std::uint32_t seed) : m_target(target), m_dice(seed) { listen(); }

FaultProxy::FaultProxy(std::uint16_t target, QHostAddress address, std::uint16_t port)
    : m_address(std::move(address)), m_target(target), m_port(port), m_dice(1) {
    listen();
}

void FaultProxy::listen() {
    connect(&m_listener, &QTcpServer::newConnection, this, &FaultProxy::onConnection);
    m_listener.listen(m_address, m_port);
    m_port = m_listener.serverPort();
}

FaultProxy::~FaultProxy() = default;

void FaultProxy::setRoads(const Road& toServer, const Road& toClient) {
    m_toServer = toServer;
    m_toClient = toClient;
    for (const auto& link : m_links)
        link->setRoads(toServer, toClient);
}

void FaultProxy::setBlackHole(bool toServer, bool toClient) {
    Road there;
    there.isBlackHole = toServer;
    Road back;
    back.isBlackHole = toClient;
    setRoads(there, back);
}

void FaultProxy::setRefusing(bool refusing) {
    if (refusing)
        m_listener.close();
    else if (!m_listener.isListening())
        m_listener.listen(m_address, m_port);
}

void FaultProxy::inject(const QByteArray& bytes) {
    for (const auto& link : m_links)
        link->inject(bytes);
}

void FaultProxy::resetAll() {
    for (const auto& link : m_links)
        link->reset();
}

void FaultProxy::closeAll() {
    for (const auto& link : m_links)
        link->close();
}

std::vector<int> FaultProxy::clientSockets() const {
    std::vector<int> sockets{static_cast<int>(m_listener.socketDescriptor())};
    for (const auto& link : m_links) {
        if (link->isOpen())
            sockets.push_back(link->clientSocket());
    }
    return sockets;
}

int FaultProxy::openLinks() const {
    return static_cast<int>(
        std::count_if(m_links.begin(), m_links.end(), [](const auto& link) { return link->isOpen(); }));
}

int FaultProxy::busyLinks() const {
    return static_cast<int>(
        std::count_if(m_links.begin(), m_links.end(), [](const auto& link) { return link->isBusy(); }));
}

void FaultProxy::onConnection() {
    while (m_listener.hasPendingConnections()) {
        QTcpSocket* socket = m_listener.nextPendingConnection();
        ++m_accepted;
        if (m_isIgnoring)
            continue; // the listener owns it
        if (!m_banner.isEmpty()) {
            socket->write(m_banner);
            socket->disconnectFromHost();
            continue;
        }
        socket->setParent(nullptr);
        std::erase_if(m_links, [](const auto& link) { return !link->isOpen(); });
        m_links.push_back(
            std::make_unique<FaultLink>(std::unique_ptr<QTcpSocket>(socket), m_target, m_dice, m_sent, m_received));
        m_links.back()->setRoads(m_toServer, m_toClient);
    }
}

} // namespace attune::test
