// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agenda.h"
#include "faults.h"
#include "scriptedtransport.h"
#include "tokenoffice.h"
#include "world.h"

#include "attune/core/notification.h"
#include "attune/core/random.h"

#include <map>
#include <optional>

namespace attune::test {

/// The notifier over a world: no acknowledgement but the fence, no replay, no numbers; what is lost is lost silently.
class NotifierSide {
public:
    struct Stream {
        bool isSubscribed = false;
        bool hasFlaw = false;                    ///< ever frozen, half-open or told to end
        std::optional<World::Instant> deadSince; ///< half-open: neither side hears the other
        std::optional<World::Instant> endedByClient;
        bool endedByServer = false;
    };

    NotifierSide(ScriptedTransport& transport, ManualClock& clock, core::Random& random, World& world,
                 TokenOffice& tokens, const Faults& faults, std::chrono::milliseconds latency,
                 core::Vocabulary& vocabulary);

    /// Ends every stream with this close code; 0: without a close frame.
    void close(int code);
    /// Every stream of this moment turns half-open.
    void cutSilently();
    void complain();    ///< an error frame that nobody asked for
    void sendGarbage(); ///< a frame that cannot be read
    /// Freezing starts or ends: streams that lived through it are no longer beyond reproach.
    void noteFlaws();

    [[nodiscard]] const std::map<net::Generation, Stream>& streams() const { return m_streams; }
    [[nodiscard]] bool isOpen(net::Generation generation) const;
    void noteClosedByClient(net::Generation generation);
    /// Notifications that were handed over at one instant.
    struct Burst {
        std::size_t frames = 0;
        World::Instant at{-1};
    };
    /// The largest one of late, whatever came after it.
    [[nodiscard]] const Burst& largestBurst() const { return m_largest; }

    std::function<void(net::Generation)> onOpen; ///< a look at each attempt

private:
    void accept(net::Generation generation);
    void read(net::Generation generation, const QString& text);
    void announce(const World::News& news);
    void noteBurst();
    void deliver(net::Generation generation, const core::EnforcementUpdate& update);
    [[nodiscard]] core::EnforcementUpdate decode(const World::News& news, bool deferred);
    [[nodiscard]] bool speaks(net::Generation generation) const;
    void end(net::Generation generation, net::StreamEnd::Kind kind, int code, const QString& message);
    void watchExpiry(net::Generation generation);
    [[nodiscard]] std::vector<net::Generation> openStreams() const;

    ScriptedTransport& m_transport;
    ManualClock& m_clock;
    core::Random& m_random;
    World& m_world;
    TokenOffice& m_tokens;
    const Faults& m_faults;
    std::chrono::milliseconds m_latency;
    core::NotificationDecoder m_decoder;
    Agenda m_agenda;
    std::map<net::Generation, Stream> m_streams;
    Burst m_latest;
    Burst m_largest;
};

} // namespace attune::test
