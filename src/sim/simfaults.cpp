// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "simcontext.h"

#include "attune/sim/simcontrol.h"

// The part of SimControl that makes the server misbehave.
namespace attune::sim {

void SimControl::dropNotifications(std::uint64_t count) { m_context.hub.dropNext(count); }

void SimControl::disconnectSockets() { m_context.hub.abortAll(); }

void SimControl::closeSockets(int code, const QString& reason) { m_context.hub.closeAll(code, reason); }

void SimControl::stall(bool rest, bool sockets) {
    m_context.faults.restStalled = rest;
    m_context.faults.socketsStalled = sockets;
    m_context.hub.setStalled(sockets);
    if (!sockets)
        m_context.door.releaseHandshakes();
}

void SimControl::sendText(const QByteArray& text) { m_context.hub.sendText(text); }

void SimControl::sendBinary(const QByteArray& bytes) { m_context.hub.sendBinary(bytes); }

bool SimControl::setDown(bool down) {
    if (down) {
        m_context.hub.abortAll();
        m_context.hub.restart();
    }
    return m_context.door.setDown(down);
}

void SimControl::setLatency(std::chrono::milliseconds rest, std::chrono::milliseconds sockets) {
    m_context.faults.restDelay = rest;
    m_context.hub.setDelay(sockets);
}

void SimControl::fail(const SimFailure& failure) { m_context.faults.failures.push_back(failure); }

void SimControl::rotateSecret() { m_context.tokens.rotateSecret(); }

void SimControl::setFrozen(bool frozen) { m_context.tokens.frozen = frozen; }

void SimControl::setPermissions(PermissionMode mode) { m_context.permissions.setMode(mode); }

void SimControl::setIntegrationTokenRevoked(bool revoked) { m_context.tokens.integrationRevoked = revoked; }

} // namespace attune::sim
