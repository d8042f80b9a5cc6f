// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/searchedground.h"
#include "requester.h"
#include "sync/storequery.h"
#include "sync/walkrunner.h"

#include "attune/core/enforcementstore.h"
#include "attune/session/historysearch.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <unordered_set>
#include <vector>

namespace attune::session {

/// Pages backwards through what is older than the cache, when the operator asks for it: with what of the filter the
/// server itself can apply, in verified steps, so many rows at a go. What it reads is merged; since when everything is
/// loaded does not change by it unless it read everything.
class HistoryReader : public QObject {
    Q_OBJECT
public:
    /// `clock` is the server's.
    HistoryReader(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                  SearchedGrounds& grounds, QObject* parent = nullptr);

    void setStore(const core::EnforcementStore* store) { m_store = store; }
    /// Rows that the store takes at most; 0 = no limit.
    void setCap(std::size_t rows) { m_cap = rows; }

    /// Begins below `completeSince`, or goes on if this filter was searched already.
    void search(const core::EnforcementFilter& filter, core::UtcMicros completeSince);
    /// What was found stays.
    void cancel();
    /// Another filter: nothing is searched for it yet.
    void forget();
    /// What the search said is true only while it joins what is loaded.
    void onCompleteSince(core::UtcMicros completeSince);

    [[nodiscard]] const HistorySearch& state() const { return m_state; }

    /// Rows found, or else read, after which the operator is asked whether to go on.
    static constexpr std::size_t FoundAtOnce = 500;
    static constexpr std::size_t ReadAtOnce = 10'000;
    static constexpr std::size_t StepRows = 500;

Q_SIGNALS:
    void pageRead(const attune::core::EnforcementPage& page);
    /// All rows of the list were read there, not only those of a query; `began` by the steady clock.
    void everythingRead(const attune::session::VerifiedWalk& walk, std::chrono::nanoseconds began);
    /// In the cache, and not on the server's list any more.
    void unseenFound(const attune::session::Unseen& unseen);
    void changed();

private:
    using Phase = HistorySearch::Phase;

    void begin(const core::EnforcementFilter& filter, core::UtcMicros completeSince);
    void readOn();
    void startStep();
    void onPage(const core::EnforcementPage& page);
    void onStepDone(std::chrono::nanoseconds began);
    void finish(Phase phase, const QString& reason = {});
    void stopStep();
    [[nodiscard]] core::UtcMicros firm() const;
    [[nodiscard]] bool isFull() const { return m_store != nullptr && m_cap > 0 && m_store->size() >= m_cap; }

    Requester& m_requester;
    core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    core::Random& m_random;
    SearchedGrounds& m_grounds;
    const core::EnforcementStore* m_store = nullptr;
    std::size_t m_cap = 0;

    HistorySearch m_state;
    core::EnforcementFilter m_filter;
    HistoryQuery m_query;
    core::UtcMicros m_top = core::UnknownTime;   // where the search joins what is loaded
    core::UtcMicros m_down = core::UnknownTime;  // gone over down to here
    core::UtcMicros m_bound = core::UnknownTime; // nothing older matches
    std::int64_t m_rank = 0;                     // of the query's list, there
    std::size_t m_foundBefore = 0;               // when the operator asked last, like the next one
    std::size_t m_readBefore = 0;
    std::size_t m_readInSteps = 0; // by the steps before this one
    std::unordered_set<core::Id> m_found;
    QPointer<WalkRunner> m_step;
    std::vector<core::Id> m_before; // in the cache where the step reads, when it began
};

} // namespace attune::session
