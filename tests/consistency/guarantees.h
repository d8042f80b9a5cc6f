// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notifierside.h"
#include "restside.h"

#include "attune/core/enforcementstore.h"
#include "attune/session/connectionstatus.h"
#include "attune/session/historysearch.h"

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace attune::test {

/// What a client promises whatever happens, each promise with a judge of its own: while it runs (rows never regress,
/// nothing is invented or thrown away, the indicator tells the truth, effort is bounded) and once everything is quiet
/// again (the rows are those of the server).
class Guarantees {
public:
    /// What of the client and of the server the judges look at.
    struct Scene {
        const ManualClock& clock;
        const World& world;
        const NotifierSide& notifier;
        const RestSide& rest;
        const TokenOffice& tokens;
        const Faults& faults;
        const ScriptedTransport& transport;
        const core::EnforcementStore& store;
        const core::Vocabulary& vocabulary;
        std::size_t maxPending;
        std::size_t rowCap;
    };

    explicit Guarantees(const Scene& scene) : m_scene(scene), m_began(scene.clock.steady()) {}

    // While it runs.
    void onBatch(const core::EnforcementBatch& batch); ///< before the store takes it
    void onApplied(const core::BatchPlan& plan);
    /// The store has taken over everything that came.
    void onCaughtUp();
    /// Some of what came will never reach the store.
    void onNewsLost() { m_toldFinal.clear(); }
    void onStatus(const session::ConnectionStatus& status);
    void onRequest(const net::HttpRequest& request);
    void onStreamOpened();
    void onStreamClosedByClient(net::Generation generation);
    void onUserRetry() { m_attempts.clear(); }
    void onAttention(bool attended);
    /// The store is held back, or not any more.
    void onFrozen(bool frozen);
    /// What there is of streams is believed to be dead.
    void onResumed();
    /// The operator looks for older rows of a kind.
    void onSearch(int kind, const session::HistorySearch& search);
    void onSigningOut() { m_status = {}; }
    /// Everything was taken away, and is read anew.
    void onCleared();
    /// From time to time: what the clock alone can make untrue.
    void sample();

    /// When all has been quiet for long enough: row by row, field by field. `depth`: rows that must be covered.
    void compare(std::size_t depth);

    [[nodiscard]] const std::vector<std::string>& violations() const { return m_violations; }
    [[nodiscard]] std::size_t compared() const { return m_compared; }
    /// Rows below everything else that is claimed, which a search has found.
    [[nodiscard]] std::size_t searched() const { return m_searchedRows; }

private:
    using Row = World::Row;
    using Instant = World::Instant;

    void judgeRemoved(const std::vector<core::Id>& ids);
    void judgePace();
    void noteListAsked();
    void judgeLive();
    void judgeClaim(core::UtcMicros since);
    void judgeRowsOnShow();
    void judgeMissing(const Row& row);
    void judgeStatus(const Row& row, core::WordCode shown);
    void judgeOverload();
    void judgeHiddenRows();
    void judgeNewRow(const core::EnforcementRow& row);
    void judgeReturn(core::Id id);
    void judgePatch(const core::RowPatch& patch);
    void compareRow(const Row& row);
    void compareDepth(std::size_t depth);
    void compareSearch();
    [[nodiscard]] core::UtcMicros newestFlaw() const;
    void report(const char* guarantee, const std::string& what);
    [[nodiscard]] bool isInWindow(const Row& row) const;
    [[nodiscard]] bool wentBack(Instant since) const;
    [[nodiscard]] std::optional<Instant> deafSince() const;

    /// What is read rarely while nobody looks may be late, until it is made up for.
    [[nodiscard]] bool isReadRarely() const;
    [[nodiscard]] bool isOverdue(Instant since, Instant promptness) const;
    [[nodiscard]] Instant lastReadable() const;

    Scene m_scene;
    Instant m_began;
    std::set<core::Id> m_toldFinal; ///< by what the store has not taken over yet
    session::ConnectionStatus m_status;
    bool m_attended = true;
    Instant m_attendedSince{std::chrono::hours(-1)};
    bool m_isFrozen = false;
    Instant m_frozenAt{0};
    Instant m_thawedAt{std::chrono::hours(-1)};
    Instant m_resumedAt{-1};
    Instant m_liveSince{0};
    session::HistorySearch m_search;
    int m_searchedKind = 0;
    Instant m_searchBegan{0};
    std::deque<Instant> m_attempts;
    std::deque<Instant> m_requests;
    std::optional<Instant> m_overloadAt;
    Instant m_clearedAt{-1};
    int m_clearedFor = -1; ///< so many changes of the permissions are known to the client
    Instant m_judgedBurst{-1};
    std::deque<Instant> m_listsAsked; ///< of late
    core::UtcMicros m_newestRetired = core::UnknownTime;
    Instant m_retiredAt{0};
    std::unordered_map<core::Id, Instant> m_removedAt; ///< rows that have not come back since
    std::size_t m_compared = 0;
    std::size_t m_searchedRows = 0;
    std::vector<std::string> m_violations;
};

} // namespace attune::test
