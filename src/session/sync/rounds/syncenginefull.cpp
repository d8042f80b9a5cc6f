// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "logcategories.h"
#include "sync/storequery.h"
#include "sync/syncengine.h"

#include <utility>

// The walks over everything that is complete, which look for deletions.
namespace attune::session {

/// From the top, and as fast as it goes.
void SyncEngine::startFullAnew() {
    m_round.place = {};
    m_round.isUrgent = true;
    startFull();
}

/// The first portion of a round, or the next one.
void SyncEngine::startFull() {
    if (postpones(m_full))
        return;
    if (!m_round.place.isUnderWay()) {
        m_settler.listBegun();
        m_round.begin(m_clock.steady());
    }
    WalkRunner::Plan plan;
    plan.urgency = Urgency::Check;
    m_round.place.applyTo(plan.goal);
    plan.pace = fullPace();
    plan.goesOn = m_round.place.isUnderWay();
    plan.goal.maxRows = m_round.isUrgent ? FullRows : UnhurriedRows;
    plan.goal.low = m_round.bottom(m_coverage.completeSince(), newestRetired(m_store));
    m_full.before = m_round.place.isUnderWay() ? idsUpTo(m_store, m_round.place.from) : knownIds(m_store);
    m_round.portionBeganAt = m_clock.steady();
    launch(m_full, std::move(plan), &SyncEngine::onFullDone, &SyncEngine::scheduleFull);
}

void SyncEngine::onFullDone(const VerifiedWalk& walk) {
    qCDebug(lcSync) << "full walk:" << walk.seen().size() << "rows, proven:" << walk.proven();
    const Unseen unseen = unseenIds(m_store, std::exchange(m_full.before, {}), walk);
    const Pace pace = fullPace();
    m_round.hasDoubts = m_round.hasDoubts || unseen.doubtful.size() > AbsenceSettler::MaxById;
    noteOther(walk, m_round.portionBeganAt);
    // Ground that was read long ago may have become part of what is complete meanwhile, whoever joined it.
    const core::UtcMicros bottom = m_round.bottom(m_coverage.completeSince(), newestRetired(m_store));
    m_round.place.advance(walk, bottom != core::UnknownTime ? bottom : walk.oldest());
    m_settler.listRead(walk, !m_round.place.isUnderWay());
    if (m_round.place.isUnderWay())
        startFull();
    else if (m_round.wanted != core::UnknownTime && !m_settler.isSettled())
        startFullAnew();
    else
        scheduleFull();
    if (!m_round.hasDoubts)
        bringForward(m_full, m_round.beganAt + jittered(fullPeriod()), &SyncEngine::startFull);
    m_settler.settleAbsent(unseen);
    trySynced();
    if (m_round.place.isUnderWay() || m_full.runner)
        return;
    m_reach.expectMore(); // a flaw that held a pass up may be gone
    if (m_synced)
        m_reach.tryAgain();
    Q_EMIT listChecked(pace);
}

/// Ground that was read long ago is part of what is complete again: what became of its rows meanwhile is not known.
void SyncEngine::checkAgain() {
    m_round.hasDoubts = true;
    const bool isUnhurried = !std::exchange(m_round.isUrgent, true) && m_full.runner;
    if (!m_full.timer && !isUnhurried)
        return;
    m_full.stop();
    m_full.timer = m_clock.after(jittered(JoinedDelay), [this] { startFullAnew(); });
}

void SyncEngine::makeUpForFull() {
    const auto due = m_round.beganAt + jittered(fullPeriod());
    if (!m_full.timer && !m_full.runner)
        return;
    if (due <= m_clock.steady() && !isReadingAllNow())
        startFullAnew();
    else if (m_full.runner)
        m_full.runner->setPace(fullPace());
    else
        bringForward(m_full, due, &SyncEngine::startFull);
}

Pace SyncEngine::fullPace() const {
    return m_round.isUrgent ? Pace{} : m_attention.isAttended ? AttendedPace : UnattendedPace;
}

void SyncEngine::scheduleFull() {
    if (!m_round.place.isUnderWay())
        m_round.isUrgent = m_round.hasDoubts;
    m_full.timer = m_clock.after(jittered(fullPeriod()), [this] { startFull(); });
}

std::chrono::minutes SyncEngine::fullPeriod() const {
    if (m_round.hasDoubts)
        return DoubtPeriod;
    return m_attention.isAttended ? FullPeriod : UnattendedFullPeriod;
}

} // namespace attune::session
