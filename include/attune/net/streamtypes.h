// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <atomic>
#include <cstdint>
#include <memory>

namespace attune::core {
class UpdateQueue;
}

namespace attune::net {

/// Tells the attempts to connect apart: late events of an old attempt carry an old number.
using Generation = std::uint64_t;

/// When a stream last gave a sign of life, noted where its bytes arrive; steady clock, zero = never. Of one stream
/// alone: two are open while a token is renewed, and one must not seem alive because the other is.
struct StreamLife {
    std::atomic<std::int64_t> lastFrameNs{0}; ///< text or binary
    std::atomic<std::int64_t> lastPongNs{0};
};

struct StreamRequest {
    Generation generation = 0;
    QUrl url;
    QByteArray bearer;
    /// Where its notifications go, straight from the I/O thread. Shared, and one per identity: what a stream still says
    /// while it is being closed must not reach whoever signs in next.
    std::shared_ptr<core::UpdateQueue> sink;
    std::shared_ptr<StreamLife> life = std::make_shared<StreamLife>();
};

/// Why a stream ended.
struct StreamEnd {
    enum class Kind : std::uint8_t {
        Closed,      ///< the server sent a close frame; `code` is its code
        Lost,        ///< the connection ended without one
        Refused,     ///< never opened: network or handshake
        Certificate, ///< the server's certificate was refused
        Protocol,    ///< we ended it: the peer broke the protocol or a limit
    };
    Kind kind = Kind::Lost;
    int code = 0;
    QString message; ///< plain text
};

/// Counted on the I/O thread, read anywhere.
struct StreamCounters {
    std::atomic<std::uint64_t> frames{0};
    std::atomic<std::uint64_t> enforcements{0};
    std::atomic<std::uint64_t> malformed{0};
    std::atomic<std::uint64_t> unknown{0};
    std::atomic<std::int64_t> lastFrameNs{0}; ///< arrival of the last text or binary frame; steady clock
    std::atomic<std::int64_t> lastPongNs{0};  ///< arrival of the last answer to a ping; steady clock
    std::atomic<std::int64_t> lagMicros{0};   ///< of one of the last notifications: arrival minus the notifier's clock
};

} // namespace attune::net

Q_DECLARE_METATYPE(attune::net::StreamEnd)
