// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/syncengine.h"

#include <algorithm>
#include <utility>

namespace attune::session {

namespace {

using namespace std::chrono_literals;

constexpr core::UtcMicros BeginningOfTime = 0;
constexpr std::size_t MaxOpenRows = 2'000;
constexpr std::size_t MaxFullRows = 20'000;
constexpr std::size_t MaxSettledById = 50;

} // namespace

SyncEngine::SyncEngine(Requester& requester, core::UpdateQueue& sink, core::Vocabulary& vocabulary, core::Clock& clock,
                       core::Random& random, QObject* parent)
    : QObject(parent)
    , m_requester(requester)
    , m_sink(sink)
    , m_vocabulary(vocabulary)
    , m_clock(clock)
    , m_random(random)
    , m_hydrator(requester, sink, vocabulary, clock, this) {}

void SyncEngine::reset() {
    for (auto* walk : {&m_head, &m_open, &m_full})
        delete walk->data();
    m_headTimer.reset();
    m_openTimer.reset();
    m_fullTimer.reset();
    m_hydrator.reset();
    m_synced = m_degraded = m_announced = false;
    m_earlyHeads = 0;
    m_highWater = m_completeSince = m_lastReconcile = core::UnknownTime;
}

void SyncEngine::setReadDepth(int rows) {
    const auto depth = static_cast<std::size_t>(rows);
    m_deepen = m_deepen || depth > m_readDepth;
    m_readDepth = depth;
}

bool SyncEngine::isFresh() const {
    const auto period = m_degraded ? DegradedPeriod : HeadPeriod;
    return m_lastReconcile != core::UnknownTime && m_clock.steady() - m_lastReconcileSteady <= 2 * period + 5s;
}

double SyncEngine::progress() const { return m_head ? m_head->walk().progress() : m_synced ? 1 : 0; }

void SyncEngine::resync() {
    m_synced = false;
    m_announced = false;
    m_earlyHeads = 2;
    delete m_head.data();
    startHead();
}

void SyncEngine::suspect() {
    if (!m_synced || m_head || m_clock.steady() - m_lastSuspicion < SuspicionInterval)
        return;
    m_lastSuspicion = m_clock.steady();
    startHead();
}

void SyncEngine::setDegraded(bool degraded) {
    if (std::exchange(m_degraded, degraded) == degraded)
        return;
    if (degraded && !m_head)
        startHead();
}

WalkRunner* SyncEngine::start(WalkRunner::Plan plan, Reader reader) {
    auto* runner = new WalkRunner(m_requester, m_vocabulary, m_clock, m_random, std::move(plan), this);
    connect(runner, &WalkRunner::pageRead, this,
            [this, reader](const core::EnforcementPage& page) { onPage(page, reader); });
    connect(runner, &WalkRunner::completed, runner, &QObject::deleteLater);
    connect(runner, &WalkRunner::abandoned, runner, &QObject::deleteLater);
    return runner;
}

void SyncEngine::startHead() {
    m_headTimer.reset();
    WalkRunner::Plan plan;
    plan.goal.maxRows = m_readDepth;
    plan.firstPageIsUrgent = m_highWater == core::UnknownTime;
    const bool allTheWay = std::exchange(m_deepen, false) || m_highWater == core::UnknownTime;
    if (!allTheWay)
        plan.goal.low = m_highWater - std::chrono::microseconds(Margin).count();
    m_head = start(std::move(plan), Reader::Head);
    connect(m_head, &WalkRunner::completed, this, [this, walk = m_head] {
        m_head = nullptr;
        onHeadDone(walk->walk());
    });
    connect(m_head, &WalkRunner::abandoned, this, [this](const QString& reason) {
        m_head = nullptr;
        onHeadFailed(reason);
    });
    m_head->start();
    Q_EMIT progressChanged();
}

void SyncEngine::onPage(const core::EnforcementPage& page, Reader reader) {
    if (page.rejected > 0)
        Q_EMIT rowsRejected(page.rejected, page.rejectionReason);
    if (reader != Reader::Head || m_announced)
        countGaps(page);
    m_sink.push(page.items);
    if (reader == Reader::Head)
        Q_EMIT progressChanged();
}

/// Rows old enough to have been announced that the cache does not know, or knows in an earlier state.
void SyncEngine::countGaps(const core::EnforcementPage& page) {
    if (m_store == nullptr || m_completeSince == core::UnknownTime)
        return;
    const core::UtcMicros settled = m_clock.now() - std::chrono::microseconds(5s).count();
    for (const core::EnforcementUpdate& update : page.items) {
        const core::EnforcementRow& row = update.row;
        if (row.created > settled || row.created <= m_completeSince)
            continue;
        const auto seq = m_store->find(row.id);
        const bool stale =
            seq && m_store->row(*seq).status == core::Status::Created && core::Status::isFinal(row.status);
        m_gapsFound += !seq || stale ? 1U : 0U;
    }
}

void SyncEngine::onHeadDone(const VerifiedWalk& walk) {
    // Complete since the edge of the walk or, if the walk met what was complete before, since the older of the two.
    const bool met = m_completeSince != core::UnknownTime && walk.coveredAbove() < m_highWater;
    if (walk.coveredAbove() == core::UnknownTime)
        m_completeSince = BeginningOfTime;
    else
        m_completeSince = met ? std::min(m_completeSince, walk.coveredAbove()) : walk.coveredAbove();
    m_highWater = std::max(m_highWater, walk.newest());
    m_lastReconcile = m_clock.now();
    m_lastReconcileSteady = m_clock.steady();
    const bool first = !std::exchange(m_synced, true);
    m_announced = true;
    if (first) {
        Q_EMIT synced();
        if (!m_open)
            startOpen();
        if (!m_fullTimer)
            m_fullTimer = m_clock.after(jittered(FullPeriod), [this] { startFull(); });
    }
    Q_EMIT reconciled();
    scheduleHead();
}

void SyncEngine::onHeadFailed(const QString& reason) {
    Q_EMIT failed(reason);
    scheduleHead();
}

void SyncEngine::scheduleHead() {
    std::chrono::milliseconds period = HeadPeriod;
    if (m_degraded || !m_synced)
        period = DegradedPeriod;
    else if (m_earlyHeads > 0)
        period = m_earlyHeads-- == 2 ? 5s : 25s; // again 5 s and 30 s after a resync: commits may be late
    m_headTimer = m_clock.after(jittered(period), [this] {
        if (!m_head)
            startHead();
    });
}

void SyncEngine::startOpen() {
    m_openTimer.reset();
    if (m_open)
        return;
    m_openBefore = knownIds(core::UnknownTime, true);
    WalkRunner::Plan plan;
    plan.goal.maxRows = MaxOpenRows;
    plan.filter.addQueryItem(QStringLiteral("status"), QStringLiteral("created"));
    m_open = start(std::move(plan), Reader::Open);
    const auto again = [this] {
        m_open = nullptr;
        m_openTimer = m_clock.after(jittered(hasOldOpenRows() ? OpenPeriodBusy : OpenPeriod), [this] { startOpen(); });
    };
    connect(m_open, &WalkRunner::completed, this, [this, again, walk = m_open] {
        onOpenDone(walk->walk());
        again();
    });
    connect(m_open, &WalkRunner::abandoned, this, again);
    m_open->start();
}

void SyncEngine::onOpenDone(const VerifiedWalk& walk) {
    // What is no longer in the list of open rows has become final or is gone; which of the two only its detail tells.
    std::vector<core::Id> vanished;
    for (const core::Id id : std::exchange(m_openBefore, {})) {
        const auto seq = m_store != nullptr ? m_store->find(id) : std::nullopt;
        if (seq && m_store->row(*seq).status == core::Status::Created && !walk.seen().contains(id) &&
            (walk.coveredAbove() == core::UnknownTime || m_store->row(*seq).created > walk.coveredAbove()))
            vanished.push_back(id);
    }
    m_hydrator.request(vanished);
}

void SyncEngine::startFull() {
    m_fullTimer.reset();
    if (m_full)
        return;
    m_fullBefore = knownIds(core::UnknownTime, false);
    WalkRunner::Plan plan;
    plan.goal.maxRows = MaxFullRows;
    plan.goal.low = m_completeSince;
    m_full = start(std::move(plan), Reader::Full);
    const auto again = [this] {
        m_full = nullptr;
        m_fullBefore.clear();
        m_fullTimer = m_clock.after(jittered(FullPeriod), [this] { startFull(); });
    };
    connect(m_full, &WalkRunner::completed, this, [this, again, walk = m_full] {
        onFullDone(walk->walk());
        again();
    });
    connect(m_full, &WalkRunner::abandoned, this, again);
    m_full->start();
}

void SyncEngine::onFullDone(const VerifiedWalk& walk) {
    std::vector<core::Id> vanished;
    for (const core::Id id : m_fullBefore) {
        const auto seq = m_store != nullptr ? m_store->find(id) : std::nullopt;
        const bool covered =
            seq && (walk.coveredAbove() == core::UnknownTime || m_store->row(*seq).created > walk.coveredAbove());
        if (covered && !walk.seen().contains(id))
            vanished.push_back(id);
    }
    settle(vanished, walk);
}

/// A few are asked for one by one even when the walk proves their absence; many only if it does.
void SyncEngine::settle(const std::vector<core::Id>& candidates, const VerifiedWalk& walk) {
    if (candidates.size() <= MaxSettledById)
        return m_hydrator.request(candidates);
    if (!walk.proven())
        return m_hydrator.request({candidates.end() - static_cast<std::ptrdiff_t>(MaxSettledById), candidates.end()});
    for (const core::Id id : candidates)
        m_sink.pushRemoved(id);
}

std::vector<core::Id> SyncEngine::knownIds(core::UtcMicros createdAfter, bool onlyOpen) const {
    std::vector<core::Id> ids;
    if (m_store == nullptr)
        return ids;
    for (auto seq = m_store->firstSeq(); seq < m_store->endSeq(); ++seq) {
        const core::EnforcementRow& row = m_store->row(seq);
        if (row.created > createdAfter && (!onlyOpen || row.status == core::Status::Created))
            ids.push_back(row.id);
    }
    return ids;
}

bool SyncEngine::hasOldOpenRows() const {
    if (m_store == nullptr)
        return false;
    const core::UtcMicros old = m_clock.now() - std::chrono::microseconds(10s).count();
    for (auto seq = m_store->firstSeq(); seq < m_store->endSeq(); ++seq) {
        const core::EnforcementRow& row = m_store->row(seq);
        if (row.status == core::Status::Created && row.created < old)
            return true;
    }
    return false;
}

std::chrono::milliseconds SyncEngine::jittered(std::chrono::milliseconds period) {
    return std::chrono::milliseconds(
        static_cast<std::int64_t>(static_cast<double>(period.count()) * (0.8 + 0.4 * m_random.uniform())));
}

} // namespace attune::session
