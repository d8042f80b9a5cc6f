// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/jsonlimits.h"
#include "attune/core/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <any>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace attune::net {

using RequestId = std::uint64_t;

/// One REST request. The bearer goes into the Authorization header of this request and nowhere else.
struct HttpRequest {
    enum class Method : std::uint8_t { Get, Post };

    RequestId id = 0;
    Method method = Method::Get;
    QUrl url;
    QByteArray bearer; ///< empty = none
    QByteArray body;   ///< JSON, for Post
    std::size_t maxBytes = core::MaxPageBytes;
    std::chrono::milliseconds timeout = std::chrono::seconds(20);  ///< of silence
    std::chrono::milliseconds deadline = std::chrono::seconds(60); ///< for the whole answer, however it trickles
};

/// Turns a body into a value, on the I/O thread. The any holds what the asker expects.
using BodyDecoder = std::function<core::Result<std::any>(const QByteArray&)>;

/// How a request ended.
struct HttpReply {
    enum class Outcome : std::uint8_t {
        Answered,    ///< any status; `value` is set if it was 2xx and readable
        Unreachable, ///< refused, reset (also in the middle of the answer), name not found, proxy
        TimedOut,
        ProxyDenied, ///< the proxy wants a login, or another one; `message` names it
        Certificate, ///< the server's certificate was refused; nothing was sent
        Redirected,  ///< 3xx: never followed, because Qt would carry the token along
        NotJson,     ///< 2xx of another content type, such as a web page
        TooLarge,
        Malformed, ///< 2xx that the decoder refused
    };

    RequestId id = 0;
    Outcome outcome = Outcome::Unreachable;
    int status = 0;
    std::any value;
    /// The body was announced as JSON. A 401 or 403 that is none comes from a proxy in between, not from the server.
    bool json = false;
    QString message; ///< the server's own words, or why there is no answer; plain text
    std::optional<std::chrono::seconds> retryAfter;
    std::optional<std::chrono::seconds> clockAhead; ///< of the server, of this computer's, by its `Date`

    [[nodiscard]] bool ok() const { return outcome == Outcome::Answered && status >= 200 && status < 300; }
};

} // namespace attune::net
