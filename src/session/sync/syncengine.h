// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "requester.h"
#include "sync/absencesettler.h"
#include "sync/attention.h"
#include "sync/coverage.h"
#include "sync/gaps/deafness.h"
#include "sync/gaps/gapcounter.h"
#include "sync/gaps/holewatch.h"
#include "sync/gaps/topwatch.h"
#include "sync/missedreader.h"
#include "sync/reachreader.h"
#include "sync/reader.h"
#include "sync/rounds/fullround.h"
#include "sync/syncmeasures.h"
#include "sync/unlistedrows.h"
#include "sync/walkrunner.h"

#include <QObject>

namespace attune::session {

/// Keeps the cache true to a server that offers neither replay nor sequence numbers: reads the newest rows after every
/// connect, and from time to time on a healthy stream, too. Six readers:
///  - head: what is newer than the last head walk minus a margin; finds lost creations (every HeadPeriod or faster);
///  - missed: what came or changed while no stream was believed, below the first head walk;
///  - reach: what is wanted below the head, and holes, once the head is there;
///  - open: all rows still `created`; finds lost status changes (every OpenPeriod);
///  - full: everything that is complete, in portions; finds deletions and late commits (every FullPeriod);
///  - ids: single rows that the others could not settle.
/// A row is removed only when a walk without a flaw did not see it or the server answers 404 for it.
class SyncEngine : public QObject, public SyncMeasures {
    Q_OBJECT
public:
    SyncEngine(Requester& requester, ReadSink& sink, core::Vocabulary& vocabulary, core::ServerClock& clock,
               core::Random& random, QObject* parent = nullptr);

    /// What the reader keeps of what it got; not owned, may be null (then nothing is concluded from absence).
    void setStore(const core::EnforcementStore* store);
    /// How many of the newest rows are wanted, at least 100, and how many the reader keeps at most.
    void setReach(std::size_t rows, std::size_t cap);

    /// What was read so far proves nothing until the next resync() is through.
    void distrust();
    /// The stream is confirmed: read what happened meanwhile, then keep reading.
    void resync();
    /// Like resync(), and looks for deletions, too.
    void refresh();
    /// What was read may be lost: read all of it again.
    void startOver();
    /// A hint that something was missed: a head walk soon, at most one per SuspicionInterval.
    void suspect();
    /// A hint that anything may have been missed, deletions too: all walks soon.
    void suspectAll();
    /// The stream is not to be trusted: read the head every DegradedPeriod.
    void setDegraded(bool degraded);
    /// What another reader has read: the rows of a page, a walk over the whole list, and what that did not see.
    void take(const core::EnforcementPage& page) { onPage(page); }
    void noteRead(const VerifiedWalk& walk, std::chrono::nanoseconds began);
    void settleAbsent(const Unseen& unseen) { m_settler.settleAbsent(unseen); }
    /// While nobody looks all is read more rarely; what is overdue is read at once when somebody does.
    void setAttended(bool attended);
    /// While the store is held back and there is a stream, nothing is compared; later what is overdue is read.
    void setFrozen(bool frozen);
    /// Reads nothing until the next resync().
    void suspend();
    /// The reader has taken over everything the sink held.
    void onSinkDrained();
    /// Rows of which more is wanted than is known: one by one, or by the list if there are many that it can tell.
    void hydrate(const std::vector<core::Id>& ids);
    /// Another identity: forgets everything.
    void reset();

    /// Since the last resync() the newest and all open rows were read, and what was missing is settled or outdated().
    [[nodiscard]] bool isSynced() const { return m_synced; }
    /// Since then, all of the open ones have been read, however many, and none of them is in doubt.
    [[nodiscard]] bool knowsOpenRows() const {
        return m_synced && !m_attention.isFrozen && m_openCycled && m_settler.isSettled();
    }
    /// The last complete walks are recent enough to vouch for what is shown.
    [[nodiscard]] bool isFresh() const;
    /// The stream keeps silent about much of what happens.
    [[nodiscard]] bool isDeaf() const { return m_deafness.isDeaf(); }
    [[nodiscard]] double progress() const;
    /// The newest rows are there; what is open is being checked.
    [[nodiscard]] bool isCheckingOpenRows() const { return m_headDone && (!m_synced || outdated() > 0); }
    [[nodiscard]] core::UtcMicros completeSince() const { return m_coverage.storedSince(); }
    /// Rows that are shown as `created` and are not any more; so many that nobody waits for them …
    [[nodiscard]] std::size_t outdated() const { return m_settler.isOutdated() ? m_settler.unsettled() : 0; }
    /// … the newest of which was created then.
    [[nodiscard]] core::UtcMicros newestOutdated() const;
    /// Older rows are being read, as many as are wanted.
    [[nodiscard]] bool isReadingReach() const { return m_reach.isReading(); }
    [[nodiscard]] std::size_t reachRead() const { return m_reach.rowsRead(); }
    [[nodiscard]] std::size_t reachWanted() const { return m_wanted; }
    /// When the last complete head walk began, by the clock of this computer.
    [[nodiscard]] core::UtcMicros lastReconcile() const { return m_lastReconcile; }
    /// Rows and states that reading found and no notification announced while it should have.
    [[nodiscard]] std::uint64_t gapsFound() { return m_gaps.count(); }
    void onBatch(const core::EnforcementBatch& batch); // before the store takes it over
    /// Why the last walk failed; empty if it did not.
    [[nodiscard]] const QString& failure() const { return m_failure; }

Q_SIGNALS:
    /// Any of the above.
    void changed();
    /// The stream proves to be deaf, after each round that finds it so; another one may not be.
    void deafened();
    /// The server was restored from a backup or replaced: everything known so far must go. It is being read again.
    void serverReplaced();
    /// A walk has looked for deletions in everything that is complete.
    void listChecked(const attune::session::Pace& pace);
    /// A page held rows that were refused.
    void rowsRejected(std::size_t count, const QString& reason);

private:
    using WalkDone = void (SyncEngine::*)(const VerifiedWalk&);

    [[nodiscard]] bool waitsForList() const;
    [[nodiscard]] bool isReadingAllNow() const { return m_full.runner && m_round.isUrgent; }
    void startHead();
    void startOpen();
    void startFull();
    void launch(Reader& reader, WalkRunner::Plan plan, WalkDone done, void (SyncEngine::*again)());
    void onPage(const core::EnforcementPage& page);
    [[nodiscard]] bool isOfAnotherServer(const core::EnforcementPage& page);
    void beginAnew();
    void onHeadDone(const VerifiedWalk& walk);
    [[nodiscard]] bool carryOn(const VerifiedWalk& walk);
    void onOpenDone(const VerifiedWalk& walk);
    void startFullAnew();
    void onFullDone(const VerifiedWalk& walk);
    [[nodiscard]] Pace fullPace() const;
    void onListWanted(core::UtcMicros downTo);
    void scheduleHead();
    void scheduleOpen();
    void scheduleFull();
    void noteOther(const VerifiedWalk& walk, std::chrono::nanoseconds began);
    void checkAgain();
    [[nodiscard]] std::chrono::milliseconds headDelay();
    [[nodiscard]] std::chrono::milliseconds openDelay();
    [[nodiscard]] std::chrono::minutes fullPeriod() const;
    [[nodiscard]] bool postpones(Reader& reader);
    void startPostponed();
    void makeUpForFull();
    void bringForward(Reader& reader, std::chrono::nanoseconds due, void (SyncEngine::*start)());
    void judgeStream();
    void awaitAnnouncements();
    [[nodiscard]] bool expectsNoNews() const { return m_synced && !m_degraded; }
    [[nodiscard]] bool isHeldBack() const { return m_attention.isFrozen && expectsNoNews(); }
    void noteStored();
    void trySynced();
    [[nodiscard]] std::chrono::milliseconds jittered(std::chrono::milliseconds period);

    Requester& m_requester;
    ReadSink& m_sink;
    core::Vocabulary& m_vocabulary;
    core::ServerClock& m_clock;
    core::Random& m_random;
    AbsenceSettler m_settler;
    const core::EnforcementStore* m_store = nullptr;
    std::size_t m_wanted = FirstRows;

    Reader m_head;
    Reader m_open;
    Reader m_full;
    Coverage m_coverage;
    ReachReader m_reach;
    MissedReader m_missed;
    std::chrono::nanoseconds m_headBeganAt{0};
    FullRound m_round;
    Round m_openRound;
    int m_openPages = 0;       // of the last walk over open rows
    bool m_openCycled = false; // all open rows have been read since the last resync
    QString m_failure;
    bool m_headDone = false; // since the last resync, like the next two
    bool m_openDone = false;
    bool m_synced = false;
    bool m_degraded = false;
    Attention m_attention;
    bool m_suspected = false;
    bool m_isHeadDue = false; // the last head walk was given up
    int m_earlyHeads = 0;     // quick re-reads left after a resync: commits may be late
    core::UtcMicros m_lastReconcile = core::UnknownTime;
    std::chrono::nanoseconds m_lastHead{0};
    std::chrono::nanoseconds m_lastOpen{0};
    std::chrono::nanoseconds m_lastSuspicion{std::chrono::nanoseconds::min() / 2};
    GapCounter m_gaps;
    HoleWatch m_holes;
    TopWatch m_top;
    UnlistedRows m_unlisted;
    bool m_hasListed = false; // a head walk is through, of which the sink may still hold something
    Deafness m_deafness;
    std::unique_ptr<core::Timer> m_grace; // until what a page brought first should have been announced
};

} // namespace attune::session
