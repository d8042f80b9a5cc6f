// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/timestamp.h"

#include <QMetaType>
#include <QString>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace attune::session {

/// What is proven about the connection. `Live` means: subscription confirmed and the last reconcile succeeded.
enum class ConnectionState : std::uint8_t {
    SignedOut,
    Connecting,
    Syncing,
    Live,
    Delayed,
    Offline,
    CertificateRefused
};

/// Stable word for machine output: signed_out, connecting, syncing, live, delayed, offline, certificate.
[[nodiscard]] QString stateWord(ConnectionState state);

/// As the instant since which everything is loaded: the server has nothing older.
inline constexpr core::UtcMicros SinceTheBeginning = 0;

/// Everything the indicator and its tooltip need.
struct ConnectionStatus {
    ConnectionState state = ConnectionState::SignedOut;
    QString profileName;
    QString login;
    QString host;
    bool plainText = false; ///< http/ws to another machine
    QString signInNotice;   ///< why the next start will ask for a secret although it should not; empty = it will not
    int attempt = 0;        ///< 1 = first attempt since the link was last good
    core::UtcMicros nextAttempt = core::UnknownTime;
    double syncProgress = 0;                            ///< 0 … 1
    QString activity;                                   ///< while Syncing: what is being read
    QString reason;                                     ///< while not Live: why, in words
    core::UtcMicros since = core::UnknownTime;          ///< of this state
    core::UtcMicros lastMessage = core::UnknownTime;    ///< arrival of the last frame
    std::optional<std::chrono::microseconds> lag;       ///< notifier's send time to arrival, of the last notification
    std::optional<std::chrono::seconds> clockAhead;     ///< of the server, of this computer's; negative = behind
    core::UtcMicros dataAsOf = core::UnknownTime;       ///< what is shown was true at this instant
    core::UtcMicros completeSince = core::UnknownTime;  ///< every row created since then is loaded
    std::size_t outdated = 0;                           ///< rows that left `created` unnoticed, being read …
    core::UtcMicros newestOutdated = core::UnknownTime; ///< … and the creation of the newest of them
    bool isReadingReach = false;                        ///< older rows are being read in the background: …
    std::size_t reachRead = 0;                          ///< … so many of the newest are there …
    std::size_t reachWanted = 0;                        ///< … of so many; more may be read to close a hole

    friend bool operator==(const ConnectionStatus&, const ConnectionStatus&) = default;
};

struct TimelineEntry {
    core::UtcMicros at = core::UnknownTime;
    ConnectionState from = ConnectionState::SignedOut;
    ConnectionState to = ConnectionState::SignedOut;
    QString reason;
};

/// One refused frame or body.
struct Rejection {
    core::UtcMicros at = core::UnknownTime;
    QString what;   ///< "notification", "page of enforcements", …
    QString reason; ///< plain text, may quote the server
};

/// Counts since the program started.
struct SessionCounters {
    std::uint64_t received = 0;      ///< frames
    std::uint64_t notifications = 0; ///< about enforcements
    std::uint64_t malformed = 0;     ///< frames and bodies refused
    std::uint64_t unknown = 0;       ///< well-formed, of an unknown kind
    std::uint64_t brokenStreams = 0; ///< ended because the notifier broke the protocol or a limit of it
    /// How often a row was told otherwise than before in what never changes: impossible on a sane server.
    std::uint64_t contradictions = 0;
    std::uint64_t reconnects = 0;
    std::uint64_t gapsFound = 0; ///< rows or states found by reading that no notification announced
    std::uint64_t requests = 0;
    int requestsLastMinute = 0;
    double notificationsPerSecond = 0; ///< over the last seconds
};

} // namespace attune::session

Q_DECLARE_METATYPE(attune::session::ConnectionStatus)
