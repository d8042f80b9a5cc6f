// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/connectiongate.h"

#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>

#include <array>
#include <cerrno>
#include <chrono>
#include <sys/socket.h>
#include <unistd.h>

namespace attune::sim {

namespace {

constexpr std::size_t MaxHead = 64 * 1024;
constexpr std::chrono::milliseconds RetryDelay{5};
constexpr std::chrono::seconds Patience{10};

} // namespace

/// One connection whose first bytes are awaited. Owns the descriptor until it is settled.
class ConnectionGate::Peek : public QObject {
public:
    Peek(ConnectionGate& gate, qintptr descriptor)
        : QObject(&gate), m_gate(gate), m_descriptor(descriptor), m_notifier(descriptor, QSocketNotifier::Read) {
        connect(&m_notifier, &QSocketNotifier::activated, this, &Peek::look);
        QTimer::singleShot(Patience, this, [this] { leave(Destination::Nowhere, {}); });
    }
    ~Peek() override {
        if (m_descriptor >= 0)
            ::close(static_cast<int>(m_descriptor));
    }

private:
    void look() {
        QByteArray bytes(static_cast<qsizetype>(MaxHead), Qt::Uninitialized);
        const ssize_t count = ::recv(static_cast<int>(m_descriptor), bytes.data(), MaxHead, MSG_PEEK | MSG_DONTWAIT);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (count <= 0)
            return leave(Destination::Nowhere, {});
        bytes.truncate(static_cast<qsizetype>(count));
        const auto head = RequestHead::parse(bytes);
        const Destination destination = head ? m_gate.m_decide(*head) : Destination::NeedsMore;
        if (destination != Destination::NeedsMore)
            return leave(destination, *head);
        if (static_cast<std::size_t>(count) == MaxHead)
            return leave(Destination::Http, {}); // let the parser complain
        // The bytes seen stay readable, so the notifier would fire for ever.
        m_notifier.setEnabled(false);
        QTimer::singleShot(RetryDelay, this, [this] { m_notifier.setEnabled(true); });
    }

    void leave(Destination destination, const RequestHead& head) {
        m_notifier.setEnabled(false);
        const qintptr descriptor = std::exchange(m_descriptor, -1);
        deleteLater();
        if (descriptor >= 0)
            m_gate.settle(descriptor, destination, head);
    }

    ConnectionGate& m_gate;
    qintptr m_descriptor;
    QSocketNotifier m_notifier;
};

ConnectionGate::ConnectionGate(Decide decide, Take takeWebSocket, QObject* parent)
    : QTcpServer(parent), m_decide(std::move(decide)), m_takeWebSocket(std::move(takeWebSocket)) {}

void ConnectionGate::incomingConnection(qintptr descriptor) { new Peek(*this, descriptor); }

void ConnectionGate::settle(qintptr descriptor, Destination destination, const RequestHead& head) {
    if (destination == Destination::Nowhere || destination == Destination::NeedsMore) {
        // Closing with the request unread makes the kernel answer with a reset, as a refusing machine would.
        ::close(static_cast<int>(descriptor));
        return;
    }
    auto* socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (destination == Destination::WebSocket)
        m_takeWebSocket(socket, head);
    else
        addPendingConnection(socket);
}

} // namespace attune::sim
