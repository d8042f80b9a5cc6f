// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/reachreader.h"

#include <algorithm>
#include <utility>

namespace attune::session {

ReachReader::ReachReader(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                         Coverage& coverage, QObject* parent)
    : QObject(parent)
    , m_requester(requester)
    , m_vocabulary(vocabulary)
    , m_clock(clock)
    , m_random(random)
    , m_coverage(coverage) {}

void ReachReader::setReach(std::size_t rows, std::size_t most) {
    if (rows > m_wanted)
        m_achieved = core::UnknownTime;
    m_wanted = rows;
    m_most = std::max(rows, most);
}

void ReachReader::stop() {
    if (m_step)
        m_step->stop();
    m_step = nullptr;
    m_isReading = false;
}

void ReachReader::reset() {
    stop();
    m_notBefore = {};
    m_achieved = core::UnknownTime;
}

std::size_t ReachReader::rowsRead() const {
    return m_step ? std::max(m_rows, static_cast<std::size_t>(m_step->walk().rank())) : m_rows;
}

void ReachReader::consider() {
    const bool isNarrower = m_achieved == core::UnknownTime || m_coverage.completeSince() > m_achieved;
    if (isNarrower && m_clock.steady() >= m_notBefore)
        tryAgain();
}

void ReachReader::tryAgain() {
    const core::UtcMicros since = m_coverage.completeSince();
    // While more comes than can be read, what a pass reads never joins anything.
    if (m_isReading || since == core::UnknownTime || !m_coverage.isJoined())
        return;
    m_isReading = true;
    m_down = since;
    m_rows = rowsAbove(since);
    readOn();
}

/// Without a cache to ask, what the pass itself has counted.
std::size_t ReachReader::rowsAbove(core::UtcMicros instant) const {
    return m_store != nullptr ? countNewer(*m_store, instant) : m_isReading ? m_rows : 0;
}

void ReachReader::readOn() {
    const core::UtcMicros since = m_coverage.completeSince();
    if (since < m_down) { // across ground that is complete already
        m_down = since;
        m_rows = std::max(m_rows, rowsAbove(since));
    }
    const core::UtcMicros island = m_coverage.nextIsland();
    const bool closesHole = island != core::UnknownTime && island < m_down && m_rows < m_most;
    if (m_down <= Coverage::BeginningOfTime || (m_rows >= m_wanted && !closesHole))
        return finish();
    startStep(closesHole ? island : core::UnknownTime);
}

void ReachReader::startStep(core::UtcMicros low) {
    WalkRunner::Plan plan;
    plan.urgency = Urgency::Check;
    plan.goal.low = low;
    plan.goal.high = m_down;
    plan.goal.firstRow = std::max<std::int64_t>(0, static_cast<std::int64_t>(m_rows) - 1);
    const std::size_t missing = m_wanted > m_rows ? m_wanted - m_rows : StepRows;
    plan.goal.maxRows = std::min(missing + VerifiedWalk::MaxPage, StepRows);
    m_before = idsUpTo(m_store, m_down);
    m_step = new WalkRunner(m_requester, m_vocabulary, m_clock, m_random, std::move(plan), this);
    connect(m_step, &WalkRunner::pageRead, this, &ReachReader::pageRead);
    connect(m_step, &WalkRunner::completed, this, [this, began = m_clock.steady()] { onStepDone(began); });
    connect(m_step, &WalkRunner::abandoned, this, &ReachReader::onStepAbandoned);
    m_step->start();
}

void ReachReader::onStepDone(std::chrono::nanoseconds began) {
    const VerifiedWalk& walk = std::exchange(m_step, nullptr)->walk();
    const core::UtcMicros before = m_coverage.completeSince();
    m_coverage.noteOther(walk, began);
    if (m_coverage.completeSince() < std::min(before, walk.reached()))
        Q_EMIT joined();
    m_down = walk.oldest() == core::UnknownTime ? Coverage::BeginningOfTime : std::min(m_down, walk.oldest());
    m_rows = std::max(m_rows, static_cast<std::size_t>(walk.rank()));
    Q_EMIT unseenFound(unseenIds(m_store, std::exchange(m_before, {}), walk));
    Q_EMIT advanced();
    if (m_isReading && !m_step)
        readOn();
}

/// What was proven stays so.
void ReachReader::onStepAbandoned() {
    m_step = nullptr;
    m_isReading = false;
    m_achieved = core::UnknownTime;
    m_notBefore = m_clock.steady() + RetryAfter;
    Q_EMIT advanced();
}

void ReachReader::finish() {
    m_isReading = false;
    m_achieved = m_coverage.completeSince();
    Q_EMIT advanced();
}

} // namespace attune::session
