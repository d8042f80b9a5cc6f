// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freshnames.h"

#include "attune/net/apiclient.h"
#include "attune/net/notificationlistener.h"
#include "attune/net/proxysetting.h"
#include "attune/net/trustrules.h"

#include <QObject>

#include <unordered_map>

namespace attune::net {

/// What lives on the I/O thread: the REST client and the streams by generation (two while a token is renewed).
class IoWorker : public QObject {
    Q_OBJECT
public:
    IoWorker(core::Vocabulary& vocabulary, StreamCounters& counters, const core::Clock& clock);

    void setTrust(const TrustRules& trust);
    void setProxy(const ProxySetting& proxy);
    void openStream(const StreamRequest& request);
    void sendText(Generation generation, const QString& text);
    void ping(Generation generation, const QByteArray& payload);
    void closeStream(Generation generation);
    [[nodiscard]] ApiClient& api() { return m_api; }

Q_SIGNALS:
    void streamOpened(attune::net::Generation generation);
    void streamWelcomed(attune::net::Generation generation);
    void streamErrorFrame(attune::net::Generation generation, const QString& message);
    void streamPong(attune::net::Generation generation, const QByteArray& payload);
    void frameRejected(attune::net::Generation generation, const QString& reason);
    void frameUnknown(attune::net::Generation generation, const QString& what);
    void streamEnded(attune::net::Generation generation, const attune::net::StreamEnd& end);

private:
    void connectStream(Generation generation, NotificationListener* stream);
    NotificationListener* forget(Generation generation);

    core::Vocabulary& m_vocabulary;
    StreamCounters& m_counters;
    const core::Clock& m_clock;
    TrustRules m_trust;
    ProxySetting m_proxy;
    ApiClient m_api;
    FreshNames m_names;
    std::unordered_map<Generation, NotificationListener*> m_streams; // children of this
};

} // namespace attune::net
