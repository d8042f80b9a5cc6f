// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QTcpServer>

#include <chrono>
#include <cstdint>
#include <memory>
#include <random>
#include <vector>

namespace attune::test {

class FaultLink;

/// What happens to the bytes of one direction. What is held back arrives when the road is mended, as TCP would do.
struct Road {
    std::chrono::milliseconds latency{0};
    std::chrono::milliseconds jitter{0}; ///< up to this much more; the order stays
    std::int64_t bytesPerSecond = 0;     ///< 0 = as fast as it goes
    std::int64_t segment = 0;            ///< bytes handed on at a time, every SegmentGap; 0 = whole
    std::int64_t passOnly = -1;          ///< of each connection; then silence
    bool isBlackHole = false;

    static constexpr std::chrono::milliseconds SegmentGap{2};
};

/// A bad network between a client and a server on this machine, at the level of TCP. Lives on the thread of the test.
class FaultProxy : public QObject {
    Q_OBJECT
public:
    /// Listens on 127.0.0.1 at once.
    explicit FaultProxy(std::uint16_t target, std::uint32_t seed = 1);
    /// Listens on this address and port at once.
    FaultProxy(std::uint16_t target, QHostAddress address, std::uint16_t port);
    ~FaultProxy() override;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    void setRoads(const Road& toServer, const Road& toClient);
    /// Both directions as they should be.
    void mend() { setRoads({}, {}); }
    void setBlackHole(bool toServer, bool toClient);
    /// New connections lead to this port.
    void setTarget(std::uint16_t target) { m_target = target; }
    /// Nobody listens; open connections stay.
    void setRefusing(bool refusing);
    /// New connections are accepted and then ignored.
    void setIgnoring(bool ignoring) { m_isIgnoring = ignoring; }
    /// New connections get these bytes instead of the server; empty = the server.
    void setBanner(const QByteArray& banner) { m_banner = banner; }
    void inject(const QByteArray& bytes); ///< to every client, as if the server had sent them
    void resetAll();                      ///< RST to both sides
    void closeAll();                      ///< FIN to both sides

    /// Of the listener and of the open connections to clients.
    [[nodiscard]] std::vector<int> clientSockets() const;
    [[nodiscard]] int openLinks() const;
    /// Those on which a request waits for its answer.
    [[nodiscard]] int busyLinks() const;
    /// Nothing reaches the clients.
    [[nodiscard]] bool isDeaf() const { return m_toClient.isBlackHole; }
    [[nodiscard]] int accepted() const { return m_accepted; }
    /// Everything clients sent, for looking through.
    [[nodiscard]] const QByteArray& sentByClients() const { return m_sent; }
    [[nodiscard]] const QByteArray& receivedByClients() const { return m_received; }

private:
    void listen();
    void onConnection();

    QTcpServer m_listener;
    QHostAddress m_address{QHostAddress::LocalHost};
    std::uint16_t m_target;
    std::uint16_t m_port = 0;
    std::mt19937 m_dice;
    Road m_toServer;
    Road m_toClient;
    std::vector<std::unique_ptr<FaultLink>> m_links;
    QByteArray m_banner;
    QByteArray m_sent;
    QByteArray m_received;
    bool m_isIgnoring = false;
    int m_accepted = 0;
};

} // namespace attune::test
