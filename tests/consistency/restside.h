// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agenda.h"
#include "faults.h"
#include "scriptedtransport.h"
#include "tokenoffice.h"
#include "world.h"

#include "attune/core/random.h"

namespace attune::test {

/// The REST API over a world: one answer is one snapshot, pages are cut by offset, rows of one instant have no order,
/// nothing tells of deletions.
class RestSide {
public:
    RestSide(ScriptedTransport& transport, ManualClock& clock, core::Random& random, World& world, TokenOffice& tokens,
             const Faults& faults, std::chrono::milliseconds latency);

    /// When a list was last answered in full, and when a request last failed; negative: never.
    [[nodiscard]] World::Instant lastGoodList() const { return m_lastGoodList; }
    [[nodiscard]] World::Instant lastFailure() const { return m_lastFailure; }

    std::function<void(const net::HttpRequest&)> onRequest; ///< a look at each request

private:
    enum class Fate : std::uint8_t { Served, Failed };

    void receive(const net::HttpRequest& request);
    void answer(const net::HttpRequest& request);
    [[nodiscard]] Fate misfortune(const net::HttpRequest& request);
    void answerAuth(const net::HttpRequest& request);
    void answerApi(const net::HttpRequest& request);
    void answerDetail(const net::HttpRequest& request);
    void answerList(const net::HttpRequest& request);

    ScriptedTransport& m_transport;
    ManualClock& m_clock;
    core::Random& m_random;
    World& m_world;
    TokenOffice& m_tokens;
    const Faults& m_faults;
    std::chrono::milliseconds m_latency;
    Agenda m_agenda;
    World::Instant m_lastGoodList{-1};
    World::Instant m_lastFailure{-1};
};

} // namespace attune::test
