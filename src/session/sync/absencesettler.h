// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hydrator.h"

#include "attune/core/enforcementstore.h"

#include <QObject>

#include <unordered_set>
#include <vector>

namespace attune::session {

/// Finds out what became of rows that a list no longer shows: few are asked for one by one, many are looked up in the
/// list or believed to be gone if the walk proved it. Also reads single rows for others (hydrate()).
class AbsenceSettler : public QObject {
    Q_OBJECT
public:
    AbsenceSettler(Requester& requester, core::UpdateQueue& sink, core::Vocabulary& vocabulary, core::Clock& clock,
                   QObject* parent);

    void setStore(const core::EnforcementStore* store) { m_store = store; }
    void hydrate(const std::vector<core::Id>& ids) { m_hydrator.request(ids); }

    /// Known as `created`, no longer listed as such: final or gone. Replaces what was said before.
    void settleOpen(const std::vector<core::Id>& ids);
    /// Known, no longer listed at all; `proven`: by a walk without a flaw.
    void settleAbsent(const std::vector<core::Id>& ids, bool proven);
    /// A walk over the whole list begins, and has told all it can about what was unsettled then.
    void listBegun() { m_inList = m_unsettled; }
    void listRead();
    void reset();

    /// The status of every row that settleOpen() named is known.
    [[nodiscard]] bool isSettled() const { return m_unsettled.empty(); }

    static constexpr std::size_t MaxById = 50;

Q_SIGNALS:
    void settled();
    /// Only the list can tell: read it down to rows created at this instant.
    void listWanted(attune::core::UtcMicros downTo);
    /// A row proved to be final that the cache believes to be open.
    void staleFound(attune::core::Id id);

private:
    void onAnswer(core::Id id, Hydrator::Outcome outcome, core::WordCode status);

    core::UpdateQueue& m_sink;
    Hydrator m_hydrator;
    const core::EnforcementStore* m_store = nullptr;
    std::unordered_set<core::Id> m_unsettled;
    std::unordered_set<core::Id> m_inList; // of m_unsettled, when the walk began
    std::unordered_set<core::Id> m_absent; // proven to be hidden or gone, being asked for
};

} // namespace attune::session
