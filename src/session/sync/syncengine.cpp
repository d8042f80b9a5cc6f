// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/syncengine.h"

#include "logcategories.h"
#include "sync/gaps/lostnews.h"
#include "sync/storequery.h"

#include "attune/core/testing/mutants.h"

#include <algorithm>
#include <utility>

namespace attune::session {

using namespace std::chrono_literals;

SyncEngine::SyncEngine(Requester& requester, ReadSink& sink, core::Vocabulary& vocabulary, core::ServerClock& clock,
                       core::Random& random, QObject* parent)
    : QObject(parent)
    , m_requester(requester)
    , m_sink(sink)
    , m_vocabulary(vocabulary)
    , m_clock(clock)
    , m_random(random)
    , m_settler(requester, sink, vocabulary, clock, random, this)
    , m_reach(requester, vocabulary, clock, random, m_coverage, this)
    , m_missed(requester, vocabulary, clock, random, this)
    , m_gaps(clock)
    , m_holes(clock) {
    connect(&m_holes, &HoleWatch::suspicious, this, &SyncEngine::suspect);
    connect(&m_settler, &AbsenceSettler::settled, this, [this] {
        trySynced();
        Q_EMIT changed();
    });
    connect(&m_settler, &AbsenceSettler::listWanted, this, &SyncEngine::onListWanted);
    connect(&m_settler, &AbsenceSettler::wentBack, this, &SyncEngine::beginAnew);
    connect(&m_settler, &AbsenceSettler::staleFound, this, [this](core::Id id) {
        if (expectsNoNews() && !m_attention.isFrozen)
            m_gaps.noteStale(id);
    });
    connect(&m_reach, &ReachReader::pageRead, this, &SyncEngine::onPage);
    connect(&m_reach, &ReachReader::unseenFound, &m_settler, &AbsenceSettler::settleAbsent);
    connect(&m_reach, &ReachReader::advanced, this, &SyncEngine::changed);
    connect(&m_reach, &ReachReader::joined, this, &SyncEngine::checkAgain);
    connect(&m_missed, &MissedReader::pageRead, this, &SyncEngine::onPage);
    connect(&m_missed, &MissedReader::read, this, &SyncEngine::noteRead);
    connect(&m_missed, &MissedReader::read, &m_settler, &AbsenceSettler::stretchRead);
    connect(&m_missed, &MissedReader::caughtUp, &m_settler, &AbsenceSettler::askForTheRest);
    connect(&m_settler, &AbsenceSettler::stretchWanted, &m_missed, &MissedReader::doubt);
}

void SyncEngine::setStore(const core::EnforcementStore* store) {
    m_store = store;
    m_settler.setStore(store);
    m_reach.setStore(store);
    m_missed.setStore(store);
}

void SyncEngine::setReach(std::size_t rows, std::size_t cap) {
    m_wanted = std::max(rows, MinReach);
    m_reach.setReach(m_wanted, cap);
    if (m_synced)
        m_reach.consider();
}

void SyncEngine::suspend() {
    for (Reader* reader : {&m_head, &m_open, &m_full})
        reader->stop();
    m_settler.reset();
    m_round.wanted = core::UnknownTime;
    m_gaps.forgive();
    m_holes.forgive();
    m_unlisted.clear();
    m_hasListed = false;
    m_grace.reset();
    m_deafness.reset(m_gaps.count());
    distrust();
    m_degraded = m_suspected = false;
    m_earlyHeads = 0;
}

void SyncEngine::reset() {
    suspend();
    m_coverage.reset();
    m_reach.reset();
    m_missed.reset();
    m_round = {};
    m_top = {};
    m_failure.clear();
    m_lastReconcile = core::UnknownTime;
}

double SyncEngine::progress() const {
    constexpr double HeadShare = 0.9;
    if (m_synced)
        return outdated() > 0 ? 0.99 : 1;
    if (!m_headDone)
        return m_head.runner ? HeadShare * m_head.runner->walk().progress() : 0;
    if (m_openRound.isUnderWay())
        return 0.99; // among many unresolved ones, of which nobody knows how many there are
    return HeadShare + (m_open.runner ? (0.99 - HeadShare) * m_open.runner->walk().progress() : 0);
}

void SyncEngine::distrust() {
    m_reach.stop(); // what the operator waits for is read first
    m_missed.stop();
    m_missed.lost();
    m_headDone = m_openDone = m_synced = false;
    m_openRound = {};
    m_openCycled = false;
    m_settler.forgetOpen();
}

void SyncEngine::resync() {
    m_gaps.forgive();
    m_holes.forgive();
    m_deafness.reset(m_gaps.count());
    distrust();
    m_earlyHeads = 2;
    m_open.stop(); // what it read before now may have changed since, unannounced
    startHead();
}

void SyncEngine::refresh() {
    resync();
    if (m_full.runner) // has passed over what was deleted since, and has a goal of its own
        onListWanted(m_full.runner->walk().low());
    startFullAnew();
}

void SyncEngine::startOver() {
    qCWarning(lcSync) << "updates came faster than they were taken; what was dropped is read again";
    m_coverage.reset();
    m_reach.reset();
    resync();
    // What a full walk found out may be among what was dropped. Not at once: there was too much already.
    m_full.stop();
    m_full.timer = m_clock.after(jittered(DegradedPeriod), [this] { startFullAnew(); });
}

void SyncEngine::suspect() {
    m_missed.lost(HoleWatch::Patience + MissedSpans::Slack);
    if (!m_synced)
        return; // a sync is under way and reads what this one would
    m_suspected = true;
    if (!m_head.runner || m_head.runner->urgency() == Urgency::Check)
        scheduleHead();
}

void SyncEngine::suspectAll() {
    suspect();
    if (m_synced && !isReadingAllNow())
        startFullAnew();
}

void SyncEngine::setDegraded(bool degraded) {
    if (std::exchange(m_degraded, degraded) == degraded || !degraded)
        return;
    m_gaps.forgive();
    m_missed.lost();
    startPostponed();
    if (!m_head.runner || m_head.runner->urgency() == Urgency::Check)
        startHead();
}

void SyncEngine::launch(Reader& reader, WalkRunner::Plan plan, WalkDone done, void (SyncEngine::*again)()) {
    reader.stop();
    auto* runner = new WalkRunner(m_requester, m_vocabulary, m_clock, m_random, std::move(plan), this);
    reader.runner = runner;
    connect(runner, &WalkRunner::pageRead, this, &SyncEngine::onPage);
    connect(runner, &WalkRunner::completed, this, [this, &reader, runner, done] {
        reader.runner = nullptr;
        (this->*done)(runner->walk());
    });
    connect(runner, &WalkRunner::abandoned, this, [this, &reader, again](const QString& reason) {
        reader.runner = nullptr;
        m_failure = reason;
        m_isHeadDue = m_isHeadDue || &reader == &m_head;
        qCInfo(lcSync).noquote() << "a walk was given up:" << reason;
        (this->*again)();
        Q_EMIT changed();
    });
    runner->start();
}

/// The list is being read to find out what became of rows: nothing else is worth the few requests there may be.
bool SyncEngine::waitsForList() const { return !m_synced && m_headDone && m_openDone && isReadingAllNow(); }

void SyncEngine::startHead() {
    if (waitsForList())
        return scheduleHead();
    if (postpones(m_head))
        return;
    const bool isHinted = std::exchange(m_suspected, false);
    if (isHinted) {
        m_lastSuspicion = m_clock.steady();
        // Where creations were lost, changes were lost, too.
        if (!m_open.runner && m_lastSuspicion - m_lastOpen > SuspicionInterval)
            m_open.timer = m_clock.after(0ms, [this] { startOpen(); });
    }
    if (m_head.runner)
        m_missed.noteHead(m_head.runner->walk(), m_headBeganAt, false);
    m_missed.pause();
    m_unlisted.listBegun();
    m_top.begin(m_store);
    m_headBeganAt = m_clock.steady();
    const bool isFirst = m_coverage.completeSince() == core::UnknownTime;
    WalkRunner::Plan plan;
    plan.goal.maxRows = std::min(m_wanted, expectsNoNews() && !isHinted && !m_missed.hasMore() ? HeadRows : FirstRows);
    plan.goal.low = m_coverage.nextLow();
    plan.urgency = expectsNoNews() && !isHinted ? Urgency::Check : Urgency::List;
    plan.firstPageIsUrgent = isFirst;
    launch(m_head, std::move(plan), &SyncEngine::onHeadDone, &SyncEngine::scheduleHead);
    connect(m_head.runner, &WalkRunner::begun, this, [this](auto askedAt) { m_headBeganAt = askedAt; });
    Q_EMIT changed();
}

void SyncEngine::onBatch(const core::EnforcementBatch& batch) {
    m_gaps.noteAnnounced(batch);
    m_holes.noteBatch(batch);
    const bool mayCompare = expectsNoNews() && !m_attention.isFrozen && m_store != nullptr && !m_suspected;
    if (mayCompare && showsLoss(batch, *m_store, std::max(completeSince(), m_store->newestRetired())))
        suspect();
}

void SyncEngine::onPage(const core::EnforcementPage& page) {
    if (page.rejected > 0)
        Q_EMIT rowsRejected(page.rejected, page.rejectionReason);
    if (isOfAnotherServer(page))
        return beginAnew();
    const core::UtcMicros since = completeSince();
    if (expectsNoNews() && !m_attention.isFrozen && m_store != nullptr && since != core::UnknownTime)
        m_gaps.notePage(page, *m_store, std::max(since, m_store->newestRetired()));
    awaitAnnouncements();
    m_settler.noteSeen(page, m_requester.askedAt());
    m_sink.push(page.items, m_requester.askedAt());
    if (!m_sink.isEmpty())
        m_coverage.noteOnTheWay();
    if (!m_synced || m_reach.isReading())
        Q_EMIT changed();
}

bool SyncEngine::isOfAnotherServer(const core::EnforcementPage& page) {
    for (const core::EnforcementUpdate& update : page.items) {
        if (isAnother(m_store, update.row))
            return true;
        // It may only be that the page was written before the news came that overtook it.
        if (goesBack(m_store, update.row))
            m_settler.doubt(update.row.id);
    }
    return false;
}

void SyncEngine::beginAnew() {
    const bool wasDegraded = m_degraded;
    reset();
    m_degraded = wasDegraded;
    qCWarning(lcSync) << "the server was restored or replaced; everything is read anew";
    Q_EMIT serverReplaced();
    m_failure = tr("the server was restored or replaced");
    refresh();
}

void SyncEngine::onHeadDone(const VerifiedWalk& walk) {
    qCDebug(lcSync) << "head walk:" << walk.seen().size() << "rows, proven:" << walk.proven();
    const TopWatch::Finding top = m_top.judge(m_store, walk, m_headBeganAt);
    if (top.isRestored)
        return beginAnew();
    if (!top.gone.empty())
        m_settler.settleAbsent({top.gone, {}});
    if (m_coverage.noteHead(walk, m_headBeganAt, m_clock.steady())) {
        m_failure.clear();
        m_lastHead = m_headBeganAt;
        const auto ago = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.steady() - m_lastHead);
        m_lastReconcile = m_clock.local().now() - ago.count();
        m_headDone = true;
    } else {
        m_failure = tr("the list of the server is not in order");
    }
    m_hasListed = true;
    m_isHeadDue = false;
    judgeStream();
    if (!carryOn(walk))
        scheduleHead();
    if (m_headDone && !m_openDone && !m_open.runner)
        startOpen();
    trySynced();
    if (m_synced)
        m_reach.consider();
    if (!m_head.runner)
        m_missed.readOn();
    Q_EMIT changed();
}

/// What was missed beyond the rows that the operator waits for is read at once, in the same walk: not after a pause,
/// and not from the top again.
bool SyncEngine::carryOn(const VerifiedWalk& walk) {
    m_missed.noteHead(walk, m_headBeganAt, !m_degraded);
    const std::size_t most = std::min(m_wanted, HeadRows);
    const auto low = m_missed.reasonToGoOn(walk, most);
    if (!low)
        return false;
    VerifiedWalk longer = walk;
    if (!longer.goOn(most, *low))
        return false;
    WalkRunner::Plan plan;
    plan.begun = std::move(longer);
    plan.urgency = m_missed.hasMore() ? Urgency::List : Urgency::Check;
    launch(m_head, std::move(plan), &SyncEngine::onHeadDone, &SyncEngine::scheduleHead);
    return true;
}

void SyncEngine::judgeStream() {
    if (!expectsNoNews())
        return;
    const bool wasDeaf = m_deafness.isDeaf();
    if (const auto gaps = m_gaps.count(); gaps > m_deafness.gaps())
        qCInfo(lcSync) << gaps - m_deafness.gaps() << "changes were read that no notification had announced";
    m_deafness.noteRound(m_gaps.count());
    if (!m_deafness.isDeaf())
        return;
    if (!wasDeaf)
        qCWarning(lcSync) << "the stream leaves out notifications; another one is tried";
    Q_EMIT deafened();
}

/// One lost row leads to the next look soon, so that a deaf stream is known after three short rounds.
void SyncEngine::awaitAnnouncements() {
    if (m_grace || !m_gaps.isWaiting())
        return;
    m_grace = m_clock.after(GapCounter::Grace + 100ms, [this] {
        m_grace.reset();
        if (m_gaps.count() > m_deafness.gaps())
            suspect();
        awaitAnnouncements();
    });
}

void SyncEngine::startOpen() {
    if (waitsForList())
        return scheduleOpen();
    if (postpones(m_open))
        return;
    m_open.before = openIds(m_store);
    WalkRunner::Plan plan;
    plan.goal.maxRows = OpenRows;
    m_openRound.applyTo(plan.goal);
    plan.filter.addQueryItem(QStringLiteral("status"), QStringLiteral("created"));
    launch(m_open, std::move(plan), &SyncEngine::onOpenDone, &SyncEngine::scheduleOpen);
}

void SyncEngine::onOpenDone(const VerifiedWalk& walk) {
    qCDebug(lcSync) << "walk of the open rows:" << walk.seen().size() << "rows";
    // What is no longer in the list of open rows has become final or is gone; which of the two it does not tell.
    const std::vector<core::Id> before = std::exchange(m_open.before, {});
    Unseen unseen = unseenIds(m_store, before, walk);
    for (auto* ids : {&unseen.gone, &unseen.doubtful})
        std::erase_if(*ids, [this](core::Id id) { return !isOpen(m_store, id); });
    const bool fromTheTop = !m_openRound.isUnderWay();
    m_openRound.advance(walk);
    const bool hasOlder = std::any_of(before.begin(), before.end(), [&](core::Id id) {
        return isOpen(m_store, id) && createdOf(m_store, id) <= walk.oldest();
    });
    if (m_synced)
        m_settler.lookInto(std::exchange(unseen.doubtful, {}));
    else
        m_settler.noteOpen(walk);
    m_settler.settleOpen(unseen, fromTheTop, expectsNoNews());
    if (!m_synced && hasOlder)
        return startOpen(); // to be checked before it is said that all is well
    m_openDone = true;
    m_lastOpen = m_clock.steady();
    m_openPages = static_cast<int>(walk.seen().size() / VerifiedWalk::MaxPage);
    m_openCycled = m_openCycled || !m_openRound.isUnderWay();
    scheduleOpen();
    trySynced();
}

void SyncEngine::onListWanted(core::UtcMicros downTo) {
    if (downTo == core::UnknownTime)
        return;
    m_round.wanted = m_round.wanted == core::UnknownTime ? downTo : std::min(m_round.wanted, downTo);
    if (!isReadingAllNow())
        startFullAnew();
}

void SyncEngine::noteRead(const VerifiedWalk& walk, std::chrono::nanoseconds began) {
    noteOther(walk, began);
    Q_EMIT changed();
}

void SyncEngine::noteOther(const VerifiedWalk& walk, std::chrono::nanoseconds began) {
    const core::UtcMicros before = m_coverage.completeSince();
    m_coverage.noteOther(walk, began);
    if (m_coverage.completeSince() < std::min(before, walk.reached()))
        checkAgain();
}

void SyncEngine::hydrate(const std::vector<core::Id>& ids) {
    std::vector<core::Id> single;
    for (const core::Id id : ids) {
        const bool isKnown = m_store == nullptr || m_store->find(id).has_value();
        if (isKnown || m_settler.hydrating() + single.size() < ManyUnlisted)
            single.push_back(id);
        else
            m_unlisted.add(id);
    }
    m_settler.hydrate(single);
    if (!m_unlisted.isEmpty())
        suspect();
}

void SyncEngine::onSinkDrained() {
    noteStored();
    if (m_store != nullptr && std::exchange(m_hasListed, false))
        m_settler.hydrate(m_unlisted.listRead(*m_store));
    m_settler.onSinkDrained();
    trySynced();
}

/// What a frozen view holds the reader has not.
void SyncEngine::noteStored() {
    if (m_attention.isFrozen || !m_sink.isEmpty())
        return;
    const core::UtcMicros before = completeSince();
    m_coverage.noteStored();
    if (completeSince() != before)
        Q_EMIT changed();
}

void SyncEngine::trySynced() {
    // What was read counts once it is shown.
    if (m_synced || !m_headDone || !m_openDone || !m_sink.isEmpty())
        return;
    if (!m_settler.isSettled() && !m_settler.takesLong())
        return;
    m_synced = true;
    m_settler.forgetOpen();
    if (!m_full.runner && !m_full.timer)
        scheduleFull();
    scheduleOpen();
    m_reach.consider();
    Q_EMIT changed();
}

} // namespace attune::session
