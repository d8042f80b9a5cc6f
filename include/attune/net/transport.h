// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/net/httpmessage.h"
#include "attune/net/proxysetting.h"
#include "attune/net/streamtypes.h"
#include "attune/net/trustrules.h"

#include <QObject>
#include <QString>
#include <QUrl>

namespace attune::net {

/// Everything the session does on a network, as one seam: the program runs NetworkTransport, a test may run a script.
/// All calls and all signals belong to the thread that owns the object; nothing blocks.
class Transport : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Certificate authorities and revocation lists (PEM) for streams and requests made from now on; empty = the
    /// system's authorities only. The reason when the file cannot be used.
    [[nodiscard]] virtual QString setCertificateAuthorities(const QString& file, AuthorityUse use) = 0;
    /// The same road for streams and requests made from now on.
    virtual void setProxy(const ProxySetting& proxy) = 0;

    /// Opens one stream; answers with streamWelcomed() or streamEnded(), and has no time limit of its own.
    virtual void openStream(const StreamRequest& request) = 0;
    virtual void sendText(Generation generation, const QString& text) = 0;
    virtual void ping(Generation generation, const QByteArray& payload) = 0;
    /// Ends a stream at once; no signal of it follows.
    virtual void closeStream(Generation generation) = 0;

    /// Sends one request; exactly one requestFinished() follows, unless it is cancelled.
    virtual void sendRequest(const HttpRequest& request, BodyDecoder decoder) = 0;
    virtual void cancelRequest(RequestId id) = 0;
    /// Forgets idle connections, for instance after the network changed.
    virtual void forgetConnections() = 0;

    [[nodiscard]] virtual const StreamCounters& counters() const = 0;

Q_SIGNALS:
    void streamOpened(attune::net::Generation generation);
    void streamWelcomed(attune::net::Generation generation);
    void streamErrorFrame(attune::net::Generation generation, const QString& message);
    /// Answers the last ping; other pongs are not worth a signal.
    void streamPong(attune::net::Generation generation, const QByteArray& payload);
    /// At most a few per second; the counters count them all. The same holds for streamErrorFrame().
    void frameRejected(attune::net::Generation generation, const QString& reason);
    /// A frame of a kind that the protocol does not name; at most one a second of a stream is told.
    void frameUnknown(attune::net::Generation generation, const QString& what);
    void streamEnded(attune::net::Generation generation, const attune::net::StreamEnd& end);
    void requestFinished(const attune::net::HttpReply& reply);
};

} // namespace attune::net
