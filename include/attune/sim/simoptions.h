// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace attune::sim {

/// Which servers to imitate (protocol section 10).
enum class Generation : std::uint8_t { June, Newest };

/// What the one identity may see (protocol section 9).
enum class PermissionMode : std::uint8_t {
    Full,        ///< unconstrained grants, role `admin`
    RulesScoped, ///< newest generation: rules and triggers of a few packs; the rest is hidden, redacted or 403
    JuneViewer,  ///< June's shipped viewer: may list enforcements, may not open one
};

/// What to serve. Everything generated follows from `seed`; only instants follow the clock.
struct SimOptions {
    std::uint16_t apiPort = 0; ///< 0 picks a free port
    std::uint16_t wsPort = 0;  ///< 0 picks a free port
    std::optional<std::uint16_t>
        singlePort;          ///< set: one port in the layout of the web proxy, the other two are ignored
    std::size_t rows = 2000; ///< enforcements in the history, up to 10 million
    double rate = 0;         ///< new enforcements per second; each changes its status later
    std::uint64_t seed = 1;
    Generation generation = Generation::Newest;
    PermissionMode permissions = PermissionMode::Full;
    std::chrono::seconds accessLifetime{3600};
    std::chrono::seconds refreshLifetime{604800};
    std::chrono::milliseconds expiryCheck{30000}; ///< how often sockets are checked for an expired token
    double delayScale = 1;                        ///< stretches every delay of the lifecycle; 0.01 makes a hasty world
    QString login = QStringLiteral("admin");
    QString password = QStringLiteral("attune");
    QString integrationToken = QStringLiteral("attune_it_demo");
};

/// Where the server listens, always on 127.0.0.1.
struct SimEndpoints {
    QUrl api; ///< base of `/auth`, `/api/v1` and `/sim`
    QUrl ws;  ///< the notifier's `/ws`
};

} // namespace attune::sim
