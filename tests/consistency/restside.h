// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agenda.h"
#include "faults.h"
#include "scriptedtransport.h"
#include "tokenoffice.h"
#include "world.h"

#include "attune/core/random.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace attune::test {

/// The REST API over a world: one answer is one snapshot, taken at some moment between the question and its arrival,
/// pages are cut by offset, rows of one instant have no order, nothing tells of deletions.
class RestSide {
public:
    RestSide(ScriptedTransport& transport, ManualClock& clock, core::Random& random, World& world, TokenOffice& tokens,
             const Faults& faults, std::chrono::milliseconds latency);

    /// When a list was last answered in full, and when a request last failed; negative: never.
    [[nodiscard]] World::Instant lastGoodList() const { return m_lastGoodList; }
    [[nodiscard]] World::Instant lastFailure() const { return m_lastFailure; }
    /// When the latest question was asked of those whose answers have shown the row; negative: none has.
    [[nodiscard]] World::Instant askedFor(core::Id id) const;
    /// Of how many changes of the permissions an answer has told.
    [[nodiscard]] int grantsTold() const { return m_grantsTold; }

    std::function<void(const net::HttpRequest&)> onRequest; ///< a look at each request

private:
    /// What the server has decided to say.
    struct Answer {
        net::HttpReply::Outcome outcome = net::HttpReply::Outcome::Answered;
        int status = 200;
        QByteArray body; ///< of what is answered
        QString message; ///< of what is not
        bool json = true;
        bool isFailure = false;             ///< a misfortune, or a list that is not as it should be
        bool isList = false;                ///< and a good one
        std::chrono::milliseconds later{0}; ///< than usual
        int grants = 0;                     ///< so many changes of the permissions are known to it
        std::vector<core::Id> shown;
    };

    [[nodiscard]] static Answer said(int status, QByteArray body);
    [[nodiscard]] static Answer unanswered(net::HttpReply::Outcome outcome, const QString& message,
                                           std::chrono::milliseconds later = {});
    void receive(const net::HttpRequest& request);
    void deliver(net::RequestId id, World::Instant asked, const Answer& answer);
    [[nodiscard]] Answer answer(const net::HttpRequest& request);
    [[nodiscard]] std::optional<Answer> misfortune(const net::HttpRequest& request);
    [[nodiscard]] Answer answerAuth(const net::HttpRequest& request);
    [[nodiscard]] Answer answerApi(const net::HttpRequest& request);
    [[nodiscard]] Answer answerDetail(const net::HttpRequest& request);
    [[nodiscard]] Answer answerList(const net::HttpRequest& request);

    ScriptedTransport& m_transport;
    ManualClock& m_clock;
    core::Random& m_random;
    core::SeededRandom m_moments{0}; // at which answers are written: of their own, so that seeds mean what they meant
    World& m_world;
    TokenOffice& m_tokens;
    const Faults& m_faults;
    std::chrono::milliseconds m_latency;
    Agenda m_agenda;
    World::Instant m_lastGoodList{-1};
    World::Instant m_lastFailure{-1};
    std::unordered_map<core::Id, World::Instant> m_askedFor;
    int m_grantsTold = 0;
};

} // namespace attune::test
