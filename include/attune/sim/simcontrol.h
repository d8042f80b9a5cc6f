// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/sim/simoptions.h"
#include "attune/sim/simrow.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace attune::sim {

struct SimContext;

/// What happened on the wire so far.
struct SimStats {
    std::size_t rows = 0;
    std::size_t clients = 0;         ///< open sockets
    std::size_t subscriptions = 0;   ///< over all sockets
    std::uint64_t notifications = 0; ///< delivered, counted once per client
    std::uint64_t dropped = 0;
    std::uint64_t requests = 0;   ///< product requests; the control plane is not counted
    std::uint64_t handshakes = 0; ///< accepted and refused
};

/// An answer to give instead of the real one.
struct SimFailure {
    QByteArray pathPrefix; ///< of the requests it concerns; "/ws" concerns handshakes
    int status = 500;
    QByteArray contentType = "application/json";
    QByteArray body;
    int count = 1; ///< how many requests; negative for ever
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
};

/// The control plane: what `/sim/` offers over HTTP, as functions. Belongs to its SimServer and to the server's thread;
/// usable between start() and stop().
class SimControl {
public:
    explicit SimControl(SimContext& context);

    /// Every enforcement, sorted by id.
    [[nodiscard]] std::vector<StateRow> state() const;
    [[nodiscard]] QByteArray stateJson() const;
    [[nodiscard]] SimStats stats() const;

    void setRate(double enforcementsPerSecond);
    /// Creates rows that stay `created` until told otherwise, or that `settle` by themselves like those of the rate.
    /// `deferred` announces them in the compact form whatever their size. The ids, in commit order.
    std::vector<core::Id> emitCreated(int count, bool settle = false, bool deferred = false);
    /// Resolves the newest rows that are still `created`, at most `count`. Their ids.
    std::vector<core::Id> emitChanges(int count, bool deferred = false);
    std::vector<core::Id> emitRows(const std::vector<RowSpec>& rows, bool deferred = false);
    /// Deletes without telling anybody, as retention does.
    void deleteRows(const std::vector<core::Id>& ids);
    void purgeEvents(const std::vector<core::Id>& ids);

    /// The next `count` notifications that would have reached a subscriber are lost, silently.
    void dropNotifications(std::uint64_t count);
    /// Ends every socket without a close frame.
    void disconnectSockets();
    void closeSockets(int code, const QString& reason = {});
    /// Accept and never answer: requests, or handshakes, pings and notifications. Notifications held back arrive when
    /// the stall ends, requests stay unanswered.
    void stall(bool rest, bool sockets);
    void sendText(const QByteArray& text);
    void sendBinary(const QByteArray& bytes);
    /// Nobody listens, every connection ends; the control plane alone stays reachable.
    [[nodiscard]] bool setDown(bool down);
    void setLatency(std::chrono::milliseconds rest, std::chrono::milliseconds sockets = {});
    void fail(const SimFailure& failure);

    /// Every token issued so far becomes worthless.
    void rotateSecret();
    void setFrozen(bool frozen);
    void setPermissions(PermissionMode mode);
    void setIntegrationTokenRevoked(bool revoked);
    /// An access token; a negative lifetime gives one that has expired.
    [[nodiscard]] QByteArray accessToken(std::chrono::seconds lifetime = std::chrono::hours(1)) const;

private:
    SimContext& m_context;
};

} // namespace attune::sim
