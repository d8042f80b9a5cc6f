// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "ioworker.h"

#include "proxychoice.h"

namespace attune::net {

IoWorker::IoWorker(core::Vocabulary& vocabulary, StreamCounters& counters, const core::Clock& clock)
    : m_vocabulary(vocabulary), m_counters(counters), m_clock(clock), m_api(this), m_names(this) {
    connect(&m_api, &ApiClient::unreachable, &m_names, &FreshNames::refresh);
}

void IoWorker::setTrust(const TrustRules& trust) {
    m_trust = trust;
    m_api.setTrust(trust);
}

void IoWorker::setProxy(const ProxySetting& proxy) {
    m_proxy = proxy;
    m_api.setProxy(proxy);
}

void IoWorker::openStream(const StreamRequest& request) {
    closeStream(request.generation);
    auto* stream = new NotificationListener(request, m_trust, m_vocabulary, m_counters, m_clock, this);
    m_streams.emplace(request.generation, stream);
    connectStream(request.generation, stream);
    const QNetworkProxy proxy = proxyFor(m_proxy, request.url);
    m_names.whenFresh(FreshNames::nameFor(request.url, proxy), stream,
                      [this, stream, proxy, generation = request.generation] {
                          const auto found = m_streams.find(generation);
                          if (found != m_streams.end() && found->second == stream)
                              stream->open(proxy);
                      });
}

void IoWorker::connectStream(Generation generation, NotificationListener* stream) {
    connect(stream, &NotificationListener::opened, this, [this, generation] { Q_EMIT streamOpened(generation); });
    connect(stream, &NotificationListener::welcomed, this, [this, generation] { Q_EMIT streamWelcomed(generation); });
    connect(stream, &NotificationListener::errorFrame, this,
            [this, generation](const QString& message) { Q_EMIT streamErrorFrame(generation, message); });
    connect(stream, &NotificationListener::pong, this,
            [this, generation](const QByteArray& payload) { Q_EMIT streamPong(generation, payload); });
    connect(stream, &NotificationListener::frameRejected, this,
            [this, generation](const QString& reason) { Q_EMIT frameRejected(generation, reason); });
    connect(stream, &NotificationListener::frameUnknown, this,
            [this, generation](const QString& what) { Q_EMIT frameUnknown(generation, what); });
    connect(stream, &NotificationListener::ended, this, [this, generation](const StreamEnd& end) {
        forget(generation);
        Q_EMIT streamEnded(generation, end);
    });
}

void IoWorker::sendText(Generation generation, const QString& text) {
    if (const auto stream = m_streams.find(generation); stream != m_streams.end())
        stream->second->sendText(text);
}

void IoWorker::ping(Generation generation, const QByteArray& payload) {
    if (const auto stream = m_streams.find(generation); stream != m_streams.end())
        stream->second->ping(payload);
}

void IoWorker::closeStream(Generation generation) {
    if (NotificationListener* stream = forget(generation))
        stream->close();
}

/// The stream, still alive until control returns to the event loop: it may be the sender of the current signal.
NotificationListener* IoWorker::forget(Generation generation) {
    const auto found = m_streams.find(generation);
    if (found == m_streams.end())
        return nullptr;
    NotificationListener* stream = found->second;
    m_streams.erase(found);
    stream->disconnect(this);
    stream->deleteLater();
    return stream;
}

} // namespace attune::net
