// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "notifierside.h"

#include "rowtext.h"

#include <algorithm>

namespace attune::test {

namespace {

using Kind = net::StreamEnd::Kind;
using namespace std::chrono_literals;

constexpr int TokenExpiredCode = 4401;

} // namespace

NotifierSide::NotifierSide(ScriptedTransport& transport, ManualClock& clock, core::Random& random, World& world,
                           TokenOffice& tokens, const Faults& faults, std::chrono::milliseconds latency,
                           core::Vocabulary& vocabulary)
    : m_transport(transport)
    , m_clock(clock)
    , m_random(random)
    , m_world(world)
    , m_tokens(tokens)
    , m_faults(faults)
    , m_latency(latency)
    , m_decoder(vocabulary)
    , m_agenda(clock) {
    m_world.onNews = [this](const World::News& news) { announce(news); };
    m_transport.onOpen = [this](net::Generation generation) {
        m_streams[generation] = {};
        if (onOpen)
            onOpen(generation);
        m_agenda.after(m_latency, [this, generation] { accept(generation); });
    };
    m_transport.onText = [this](net::Generation generation, const QString& text) {
        m_agenda.after(m_latency, [this, generation, text] { read(generation, text); });
    };
    m_transport.onPing = [this](net::Generation generation) {
        m_agenda.after(m_latency, [this, generation] {
            if (speaks(generation))
                m_transport.pong(generation);
        });
    };
}

bool NotifierSide::isOpen(net::Generation generation) const {
    const auto found = m_transport.streams.find(generation);
    return found != m_transport.streams.end() && found->second.open;
}

bool NotifierSide::speaks(net::Generation generation) const {
    return isOpen(generation) && !m_faults.frozen && !m_streams.at(generation).deadSince;
}

std::vector<net::Generation> NotifierSide::openStreams() const { return m_transport.openStreams(); }

void NotifierSide::noteClosedByClient(net::Generation generation) {
    if (isOpen(generation))
        m_streams.at(generation).endedByClient = m_clock.steady();
}

void NotifierSide::end(net::Generation generation, Kind kind, int code, const QString& message) {
    m_streams.at(generation).endedByServer = true;
    m_transport.end(generation, kind, code, message);
}

void NotifierSide::accept(net::Generation generation) {
    if (!speaks(generation) || m_faults.refuse)
        m_tokens.noteRefusal(); // a client cannot know whether it is the token
    if (!speaks(generation))
        return;
    if (m_faults.refuse)
        return end(generation, Kind::Refused, 0, QStringLiteral("Connection refused"));
    if (!m_tokens.notifierAccepts(m_transport.stream(generation).request.bearer))
        return end(generation, Kind::Refused, 0, QStringLiteral("handshake refused"));
    watchExpiry(generation);
    if (m_faults.flap) {
        m_streams.at(generation).hasFlaw = true;
        m_agenda.after(m_latency * 3 + std::chrono::milliseconds(static_cast<int>(m_random.uniform() * 300)),
                       [this, generation] {
                           if (isOpen(generation))
                               end(generation, Kind::Lost, 0, QStringLiteral("gone"));
                       });
    }
    m_transport.welcome(generation);
}

/// Looks every 30 s, as the server does; the close frame may not make it to the wire.
void NotifierSide::watchExpiry(net::Generation generation) {
    m_agenda.after(30s, [this, generation] {
        if (!isOpen(generation))
            return;
        if (!m_tokens.hasExpired(m_transport.stream(generation).request.bearer))
            return watchExpiry(generation);
        m_tokens.noteRefusal();
        if (m_random.uniform() < 0.5)
            end(generation, Kind::Closed, TokenExpiredCode, QStringLiteral("token expired"));
        else
            end(generation, Kind::Lost, 0, QStringLiteral("gone"));
    });
}

void NotifierSide::read(net::Generation generation, const QString& text) {
    if (!speaks(generation))
        return;
    if (text.contains(QStringLiteral("fence:"))) {
        if (!m_faults.swallowFence)
            m_transport.confirm(generation);
    } else if (m_faults.deny) {
        m_transport.errorFrame(generation, QStringLiteral("Unauthorized to subscribe to requested filter"));
    } else if (text.contains(QStringLiteral("entity_type:enforcement"))) {
        m_streams.at(generation).isSubscribed = true;
    }
}

void NotifierSide::close(int code) {
    for (const net::Generation generation : openStreams()) {
        if (!m_streams.at(generation).deadSince)
            end(generation, code == 0 ? Kind::Lost : Kind::Closed, code, QStringLiteral("closed"));
    }
}

void NotifierSide::cutSilently() {
    noteFlaws();
    for (const net::Generation generation : openStreams()) {
        if (auto& since = m_streams.at(generation).deadSince; !since)
            since = m_clock.steady();
    }
}

void NotifierSide::noteFlaws() {
    for (const net::Generation generation : openStreams())
        m_streams.at(generation).hasFlaw = true;
}

void NotifierSide::complain() {
    noteFlaws();
    for (const net::Generation generation : openStreams()) {
        if (speaks(generation))
            m_transport.errorFrame(generation, QStringLiteral("Internal error"));
    }
}

void NotifierSide::sendGarbage() {
    for (const net::Generation generation : openStreams()) {
        if (speaks(generation))
            m_transport.reject(generation, QStringLiteral("malformed JSON at byte 1"));
    }
}

core::EnforcementUpdate NotifierSide::decode(const World::News& news, bool deferred) {
    const QByteArray frame = notificationFrame(news, deferred, m_world.now());
    auto decoded = m_decoder.decode({frame.constData(), static_cast<std::size_t>(frame.size())});
    if (!decoded)
        qFatal("bad frame: %s", qPrintable(decoded.error().message));
    return std::get<core::EnforcementUpdate>(*decoded);
}

void NotifierSide::announce(const World::News& news) {
    if (news.row.hidden || m_faults.deaf)
        return;
    for (const net::Generation generation : openStreams()) {
        if (!m_streams.at(generation).isSubscribed || m_random.uniform() < m_faults.lose)
            continue;
        const core::EnforcementUpdate update = decode(news, m_random.uniform() < m_faults.defer);
        const int copies = m_random.uniform() < m_faults.duplicate ? 3 : 1;
        for (int copy = 0; copy < copies; ++copy) {
            auto delay = m_latency;
            if (m_random.uniform() < m_faults.reorder)
                delay += std::chrono::milliseconds(static_cast<int>(m_random.uniform() * 5'000));
            m_agenda.after(delay, [this, generation, update] { deliver(generation, update); });
        }
    }
}

void NotifierSide::noteBurst() {
    constexpr auto Remembered = 15s; // longer than any judge looks away
    const auto now = m_clock.steady();
    if (std::exchange(m_latest.at, now) != now)
        m_latest.frames = 0;
    ++m_latest.frames;
    if (m_latest.frames > m_largest.frames || now - m_largest.at > Remembered)
        m_largest = m_latest;
}

void NotifierSide::deliver(net::Generation generation, const core::EnforcementUpdate& update) {
    const Stream& stream = m_streams.at(generation);
    // A stream that was just closed on one thread may still hand over what another thread is reading.
    const bool isClosing = stream.endedByClient && m_clock.steady() - *stream.endedByClient <= 40ms;
    if (!speaks(generation) && !isClosing)
        return;
    m_transport.noteFrame(generation);
    m_transport.counters().enforcements.fetch_add(1);
    noteBurst();
    m_transport.stream(generation).request.sink->push(update);
}

} // namespace attune::test
