// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hydrator.h"
#include "sync/storequery.h"

#include "attune/core/details.h"
#include "attune/core/enforcementstore.h"

#include <QObject>

#include <chrono>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace attune::session {

/// Finds out what became of rows that a list no longer shows: few are asked for one by one, many are looked up in the
/// list or believed to be gone if the walk proved it. Also reads single rows for others (hydrate()), and asks twice
/// about a row that a list shows as it cannot be any more (doubt()).
class AbsenceSettler : public QObject {
    Q_OBJECT
public:
    AbsenceSettler(Requester& requester, ReadSink& sink, core::Vocabulary& vocabulary, core::Clock& clock,
                   core::Random& random, QObject* parent);

    void setStore(const core::EnforcementStore* store) { m_store = store; }
    void hydrate(const std::vector<core::Id>& ids) { m_hydrator.request(ids); }
    /// How many rows wait to be asked for one by one.
    [[nodiscard]] std::size_t hydrating() const { return m_hydrator.waiting(); }

    /// A list of open rows does not show these although they are known as `created`: they are final or gone, or, if
    /// doubtful, perhaps only overlooked. `fromTheTop` replaces what was said before, otherwise it goes on;
    /// `isStreaming`: the news of most of them may be on its way.
    void settleOpen(const Unseen& unseen, bool fromTheTop, bool isStreaming = false);
    /// A list shows them as open: so they are not in doubt until forgetOpen().
    void noteOpen(const VerifiedWalk& walk) { m_knownOpen.insert(walk.seen().begin(), walk.seen().end()); }
    void forgetOpen() { m_knownOpen.clear(); }
    /// Perhaps only overlooked in a list: a few of them are asked for, others the next time.
    void lookInto(const std::vector<core::Id>& doubtful);
    /// Known, no longer listed at all.
    void settleAbsent(const Unseen& unseen);
    /// A list shows the row in a state that it had left when the list was asked for, or before.
    void doubt(core::Id id);
    /// A walk over the whole list begins, and has told all it can about what was unsettled then.
    void listBegun() { m_inList = m_unsettled; }
    /// It, or the next portion of it, is through.
    void listRead(const VerifiedWalk& walk, bool isLast);
    /// A walk over some of the list has told all it can about what lies there.
    void stretchRead(const VerifiedWalk& walk);
    /// No walk is going to tell more for now: what is left is asked for one by one if that is not too much.
    void askForTheRest();
    /// A page shows these rows: those that are still to be removed stay, if it was asked for after they were proven to
    /// be gone.
    void noteSeen(const core::EnforcementPage& page, std::chrono::nanoseconds asked);
    /// The sink is empty: more of what is gone may go into it.
    void onSinkDrained();
    void reset();

    /// The status of every row that settleOpen() named is known.
    [[nodiscard]] bool isSettled() const { return m_unsettled.empty(); }
    /// To find out takes more requests than anybody should wait for; until isSettled().
    [[nodiscard]] bool takesLong() const { return m_takesLong && !isSettled(); }
    [[nodiscard]] std::size_t unsettled() const { return m_unsettled.size(); }
    /// It takes long, and what was on its way is here.
    [[nodiscard]] bool isOutdated() const { return takesLong() && m_clock.steady() >= m_outdatedFrom; }
    /// Creation time of the newest row that is not settled; UnknownTime if none.
    [[nodiscard]] core::UtcMicros newestUnsettled() const;

    static constexpr std::size_t MaxById = 50;
    static constexpr std::size_t FewOpen = 8; ///< open rows asked for one by one although a page or two might tell
    static constexpr std::chrono::seconds NewsGrace{2};
    static constexpr std::size_t MaxAwaited = 60; ///< requests: about ten seconds, or a list of 5,000 rows

Q_SIGNALS:
    void settled();
    /// Only the list can tell: read it down to rows created at this instant.
    void listWanted(attune::core::UtcMicros downTo);
    /// The list can tell of many of them at once: read what was created after `from`, up to `to`.
    void stretchWanted(attune::core::UtcMicros from, attune::core::UtcMicros to);
    /// A row proved to be final that the cache believes to be open.
    void staleFound(attune::core::Id id);
    /// A row has gone back to a state that it had left: the server is not the one it was.
    void wentBack();

private:
    [[nodiscard]] std::size_t pagesDownTo(core::UtcMicros instant) const;
    void handOverGone();
    void leaveToPages(std::vector<core::Id>& ids);
    void noteFewer(std::size_t before);
    void onAnswer(const core::EnforcementRow& row, Hydrator::Outcome outcome);
    void onDoubtAnswered(const core::EnforcementRow& row, Hydrator::Outcome outcome);

    ReadSink& m_sink;
    core::Clock& m_clock;
    Hydrator m_hydrator;
    const core::EnforcementStore* m_store = nullptr;
    std::unordered_set<core::Id> m_unsettled;
    std::unordered_set<core::Id> m_knownOpen; // some list or answer has shown them so since forgetOpen()
    std::unordered_set<core::Id> m_inList;    // of m_unsettled, when the walk began, and still to be told
    std::unordered_set<core::Id> m_lastAsked; // of m_unsettled: the list did not tell, so that an answer has to do
    std::unordered_set<core::Id> m_absent;    // proven to be hidden or gone, being asked for
    std::unordered_map<core::Id, std::chrono::nanoseconds> m_gone; // since when that is proven; waits for the sink: all
                                                                   // at once could be more than it takes
    std::size_t m_turn = 0;   // of those to be looked into, so that each gets its turn
    bool m_takesLong = false; // as long as something is unsettled
    std::chrono::nanoseconds m_outdatedFrom{0};
    core::Id m_doubted = core::UnknownId; // one is enough: it stands for all
    bool m_isConfirmed = false;           // the first answer about it confirmed the doubt
};

} // namespace attune::session
