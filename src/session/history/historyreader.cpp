// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "history/historyreader.h"

#include "logcategories.h"
#include "sync/coverage.h"

#include <algorithm>
#include <utility>

namespace attune::session {

HistoryReader::HistoryReader(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock,
                             core::Random& random, SearchedGrounds& grounds, QObject* parent)
    : QObject(parent)
    , m_requester(requester)
    , m_vocabulary(vocabulary)
    , m_clock(clock)
    , m_random(random)
    , m_grounds(grounds) {}

void HistoryReader::search(const core::EnforcementFilter& filter, core::UtcMicros completeSince) {
    if (m_state.phase == Phase::Reading && filter == m_filter)
        return;
    stopStep();
    if (m_state.phase == Phase::None || filter != m_filter)
        begin(filter, completeSince);
    m_bound = filter.oldestMatching(m_clock.now());
    m_foundBefore = m_state.found;
    m_readBefore = m_state.read;
    m_state.phase = Phase::Reading;
    m_state.reason.clear();
    if (m_down == core::UnknownTime)
        return finish(Phase::Failed, tr("the newest enforcements are not read yet"));
    readOn();
    Q_EMIT changed();
}

void HistoryReader::begin(const core::EnforcementFilter& filter, core::UtcMicros completeSince) {
    m_state = {};
    m_found.clear();
    m_filter = filter;
    m_query = historyQuery(filter, m_vocabulary);
    m_state.criteria = criteriaText(m_query, m_vocabulary);
    m_top = completeSince;
    if (m_store != nullptr && m_store->newestRetired() != core::UnknownTime)
        m_grounds.clear(); // what was found may be among what the cache has let go
    m_down = m_grounds.continued(m_query, completeSince);
    m_state.back = m_down;
    m_rank = static_cast<std::int64_t>(idsWhere(m_store, [this](const core::EnforcementRow& row) {
                                           return row.created > m_down && m_query.lists(row);
                                       }).size());
    m_readInSteps = 0;
}

void HistoryReader::cancel() {
    if (m_state.phase == Phase::Reading)
        finish(Phase::Cancelled);
}

void HistoryReader::forget() {
    stopStep();
    m_found.clear();
    m_filter = {};
    if (std::exchange(m_state, {}) != m_state)
        Q_EMIT changed();
}

void HistoryReader::onCompleteSince(core::UtcMicros completeSince) {
    if (m_state.phase == Phase::None || m_state.phase == Phase::Reading)
        return;
    const core::UtcMicros retired = m_store != nullptr ? m_store->newestRetired() : core::UnknownTime;
    if (completeSince == core::UnknownTime || completeSince > m_top)
        return forget(); // a hole has opened between the two
    if (retired > m_state.back) {
        m_down = retired; // the oldest are not kept
        m_grounds.clear();
        std::erase_if(m_found, [this](core::Id id) { return !m_store->find(id); });
        m_state.found = m_found.size();
        finish(Phase::Full);
    }
}

void HistoryReader::readOn() {
    if (m_down <= Coverage::BeginningOfTime)
        return finish(Phase::AtEnd);
    if (core::isInstant(m_bound) && m_down < m_bound)
        return finish(Phase::AtBound);
    if (isFull())
        return finish(Phase::Full);
    if (m_state.found >= m_foundBefore + FoundAtOnce || m_state.read >= m_readBefore + ReadAtOnce)
        return finish(Phase::Paused);
    startStep();
}

void HistoryReader::startStep() {
    WalkRunner::Plan plan;
    plan.goal.low = m_bound;
    plan.goal.high = m_down;
    plan.goal.firstRow = std::max<std::int64_t>(0, m_rank - 1);
    plan.goal.maxRows = StepRows;
    plan.filter = urlQuery(m_query, m_vocabulary);
    plan.firstPageIsUrgent = true;
    m_before = idsListed(m_store, m_query, core::UnknownTime, m_down);
    m_step = new WalkRunner(m_requester, m_vocabulary, m_clock, m_random, std::move(plan), this);
    connect(m_step, &WalkRunner::pageRead, this, &HistoryReader::onPage);
    connect(m_step, &WalkRunner::completed, this, [this, began = m_clock.steady()] { onStepDone(began); });
    connect(m_step, &WalkRunner::abandoned, this, [this](const QString& reason) {
        m_step = nullptr;
        finish(Phase::Failed, reason);
    });
    m_step->start();
}

void HistoryReader::onPage(const core::EnforcementPage& page) {
    for (const core::EnforcementUpdate& update : page.items) {
        const core::EnforcementRow& row = update.row;
        if (row.created <= m_top && (m_store == nullptr || !m_store->find(row.id)) &&
            m_filter.match(row, m_vocabulary, m_clock.now(), update.traceTag))
            m_found.insert(row.id);
    }
    const QPointer<WalkRunner> step = m_step;
    Q_EMIT pageRead(page);
    if (!step || step != m_step)
        return; // what it held has ended the search
    m_state.found = m_found.size();
    m_state.read = m_readInSteps + m_step->walk().seen().size();
    if (core::isInstant(m_step->walk().oldest()))
        m_state.back = std::min(m_state.back, m_step->walk().oldest());
    Q_EMIT changed();
}

void HistoryReader::onStepDone(std::chrono::nanoseconds began) {
    const VerifiedWalk& walk = std::exchange(m_step, nullptr)->walk();
    const core::UtcMicros down =
        walk.oldest() == core::UnknownTime ? Coverage::BeginningOfTime : std::min(m_down, walk.oldest());
    m_state.isProven = m_state.isProven && walk.proven();
    m_readInSteps += walk.seen().size();
    if (walk.proven() && !m_query.isEmpty() && down < m_down)
        m_grounds.add({m_query, down, std::clamp(firm(), down, m_down), m_down});
    m_down = down;
    m_rank = walk.rank();
    if (m_query.isEmpty())
        Q_EMIT everythingRead(walk, began);
    Q_EMIT unseenFound(unseenIds(m_store, std::exchange(m_before, {}), walk));
    if (m_state.phase == Phase::Reading && !m_step)
        readOn();
}

/// What is older will have no row committed any more: a newer row tells how late it is at the server, at least.
core::UtcMicros HistoryReader::firm() const {
    if (m_store == nullptr || m_store->size() == 0)
        return core::UnknownTime;
    return m_store->row(m_store->endSeq() - 1).created - std::chrono::microseconds(Coverage::Margin).count();
}

void HistoryReader::finish(Phase phase, const QString& reason) {
    stopStep();
    m_readInSteps = m_state.read;
    m_state.phase = phase;
    m_state.reason = reason;
    m_state.back = m_down;
    qCInfo(lcSync).noquote() << "search for older rows:" << m_state.found << "found among" << m_state.read << reason;
    Q_EMIT changed();
}

void HistoryReader::stopStep() {
    if (m_step)
        m_step->stop();
    m_step = nullptr;
    m_before.clear();
}

} // namespace attune::session
