// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "scriptedtransport.h"

#include "attune/core/decoderest.h"

#include <utility>

namespace attune::test {

QString ScriptedTransport::setCertificateAuthorities(const QString& file, net::AuthorityUse use) {
    replacesAuthorities = use == net::AuthorityUse::Replace;
    authorities += file;
    return authorityProblem;
}

void ScriptedTransport::openStream(const net::StreamRequest& request) {
    streams[request.generation] = {request, true, {}, {}};
    if (onOpen)
        onOpen(request.generation);
}

void ScriptedTransport::sendText(net::Generation generation, const QString& text) {
    stream(generation).texts += text;
    if (onText)
        onText(generation, text);
}

void ScriptedTransport::ping(net::Generation generation, const QByteArray& payload) {
    stream(generation).pings += payload;
    if (onPing)
        onPing(generation);
}

void ScriptedTransport::closeStream(net::Generation generation) {
    if (onClose)
        onClose(generation);
    if (const auto found = streams.find(generation); found != streams.end())
        found->second.open = false;
}

void ScriptedTransport::sendRequest(const net::HttpRequest& request, net::BodyDecoder decoder) {
    sent.push_back(request);
    requests.insert_or_assign(request.id, Request{request, std::move(decoder)});
    if (onRequest)
        onRequest(request);
}

void ScriptedTransport::cancelRequest(net::RequestId id) {
    cancelled.push_back(id);
    requests.erase(id);
}

void ScriptedTransport::noteFrame(net::Generation generation) {
    m_counters.frames.fetch_add(1);
    m_counters.lastFrameNs.store(m_clock.steady().count());
    stream(generation).request.life->lastFrameNs.store(m_clock.steady().count());
}

void ScriptedTransport::welcome(net::Generation generation) {
    noteFrame(generation);
    Q_EMIT streamOpened(generation);
    Q_EMIT streamWelcomed(generation);
}

void ScriptedTransport::errorFrame(net::Generation generation, const QString& message) {
    noteFrame(generation);
    Q_EMIT streamErrorFrame(generation, message);
}

void ScriptedTransport::pong(net::Generation generation) {
    m_counters.lastPongNs.store(m_clock.steady().count());
    stream(generation).request.life->lastPongNs.store(m_clock.steady().count());
    const QByteArrayList& pings = stream(generation).pings;
    Q_EMIT streamPong(generation, pings.isEmpty() ? QByteArray() : pings.constLast());
}

void ScriptedTransport::pongLater(net::Generation generation) {
    QMetaObject::invokeMethod(
        this,
        [this, generation] {
            if (stream(generation).open)
                pong(generation);
        },
        Qt::QueuedConnection);
}

void ScriptedTransport::confirm(net::Generation generation) {
    errorFrame(generation, QStringLiteral("Invalid filter 'fence:%1': Unknown filter type: fence").arg(generation));
}

void ScriptedTransport::accept(net::Generation generation) {
    welcome(generation);
    confirm(generation);
    pong(generation);
}

void ScriptedTransport::end(net::Generation generation, net::StreamEnd::Kind kind, int code, const QString& message) {
    stream(generation).open = false;
    Q_EMIT streamEnded(generation, {kind, code, message});
}

void ScriptedTransport::reject(net::Generation generation, const QString& reason) {
    noteFrame(generation);
    m_counters.malformed.fetch_add(1);
    Q_EMIT frameRejected(generation, reason);
}

void ScriptedTransport::unknown(net::Generation generation, const QString& what) {
    noteFrame(generation);
    m_counters.unknown.fetch_add(1);
    Q_EMIT frameUnknown(generation, what);
}

void ScriptedTransport::notify(const core::EnforcementUpdate& update) {
    for (auto& [generation, stream] : streams) {
        const bool subscribed = stream.texts.join(u'\n').contains(QStringLiteral("entity_type:enforcement"));
        if (stream.open && subscribed) {
            noteFrame(generation);
            m_counters.enforcements.fetch_add(1);
            stream.request.sink->push(update);
        }
    }
}

void ScriptedTransport::answer(net::RequestId id, int status, const QByteArray& body, bool json) {
    const Request request = requests.at(id);
    requests.erase(id);
    net::HttpReply reply;
    reply.id = id;
    reply.status = status;
    reply.outcome = net::HttpReply::Outcome::Answered;
    reply.json = json;
    reply.clockAhead = clockAhead;
    if (status >= 400) {
        reply.retryAfter = retryAfter;
        reply.message = core::decodeErrorMessage(body, json ? "application/json" : "text/html");
    } else if (auto value = request.decoder(body)) {
        reply.value = std::move(*value);
    } else {
        reply.outcome = net::HttpReply::Outcome::Malformed;
        reply.message = value.error().message;
    }
    Q_EMIT requestFinished(reply);
}

void ScriptedTransport::fail(net::RequestId id, net::HttpReply::Outcome outcome, const QString& message) {
    requests.erase(id);
    net::HttpReply reply;
    reply.id = id;
    reply.outcome = outcome;
    reply.message = message.isEmpty() ? QStringLiteral("broken") : message;
    Q_EMIT requestFinished(reply);
}

std::size_t ScriptedTransport::forgetPast() {
    const std::size_t over = std::erase_if(
        streams, [last = lastGeneration()](const auto& entry) { return !entry.second.open && entry.first != last; });
    std::erase_if(sent, [this](const net::HttpRequest& request) { return !requests.contains(request.id); });
    sent.shrink_to_fit();
    cancelled = {};
    return over;
}

std::vector<net::Generation> ScriptedTransport::openStreams() const {
    std::vector<net::Generation> open;
    for (const auto& [generation, stream] : streams) {
        if (stream.open)
            open.push_back(generation);
    }
    return open;
}

std::vector<net::RequestId> ScriptedTransport::waiting(const QString& part) const {
    std::vector<net::RequestId> ids;
    for (const net::HttpRequest& request : sent) {
        if (requests.contains(request.id) && request.url.toString().contains(part))
            ids.push_back(request.id);
    }
    return ids;
}

} // namespace attune::test
