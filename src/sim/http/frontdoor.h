// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/connectiongate.h"
#include "http/httpfront.h"

#include "attune/core/result.h"
#include "attune/sim/simoptions.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QWebSocketServer>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace attune::sim {

struct SimContext;

/// The listening sockets: one port in the layout of the web proxy, or one for the API and one for the notifier.
class FrontDoor : public QObject {
    Q_OBJECT

public:
    /// `context` outlives it.
    explicit FrontDoor(SimContext& context);
    ~FrontDoor() override;

    [[nodiscard]] core::Result<SimEndpoints> open();
    /// False when the notifier's port was taken by somebody else meanwhile.
    [[nodiscard]] bool setDown(bool down);
    /// Call after the stall of sockets has ended.
    void releaseHandshakes();
    [[nodiscard]] std::uint64_t handshakes() const { return m_handshakes; }

private:
    enum class Role : std::uint8_t { Api, Notifier, Proxy };

    [[nodiscard]] bool listen(Role role, std::uint16_t port, QString& why);
    [[nodiscard]] Destination decide(Role role, const RequestHead& head) const;
    [[nodiscard]] HttpFront::Reply handle(Role role, HttpRequest& request);
    void takeWebSocket(QTcpSocket* socket, const RequestHead& head);
    void onNewWebSocket();

    struct Arrival {
        QTcpSocket* socket = nullptr;
        RequestHead head;
    };
    struct Expected {
        std::uint16_t peerPort = 0;
        QPointer<QTcpSocket> socket; ///< null when the handshake failed after all
        std::int64_t expiresAt = 0;
    };

    SimContext& m_context;
    QWebSocketServer m_webSockets;
    std::vector<std::unique_ptr<HttpFront>> m_fronts;
    std::vector<ConnectionGate*> m_gates; // owned by their fronts
    std::vector<Arrival> m_held;          // handshakes nobody answers for now
    std::vector<Expected> m_expected;     // accepted, on their way through the QWebSocketServer
    std::uint16_t m_notifierPort = 0;
    std::uint64_t m_handshakes = 0;
};

} // namespace attune::sim
