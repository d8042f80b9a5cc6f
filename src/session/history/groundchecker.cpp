// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "history/groundchecker.h"

#include <utility>

namespace attune::session {

GroundChecker::GroundChecker(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock,
                             core::Random& random, const SearchedGrounds& grounds, QObject* parent)
    : QObject(parent)
    , m_requester(requester)
    , m_vocabulary(vocabulary)
    , m_clock(clock)
    , m_random(random)
    , m_grounds(grounds) {}

void GroundChecker::check(const Pace& pace) {
    if (!m_walk || !pace.isUnhurried())
        m_pace = pace;
    if (m_walk)
        return m_walk->setPace(m_pace);
    m_left = m_grounds.all();
    checkNext();
}

void GroundChecker::stop() {
    m_left.clear();
    m_round = {};
    if (m_walk)
        m_walk->stop();
    m_walk = nullptr;
}

void GroundChecker::checkNext() {
    while (!m_left.empty() && !begin(m_left.back())) {
        m_left.pop_back();
        m_round = {};
    }
}

/// False if nothing that is known lies there, or below the portions that are through.
bool GroundChecker::begin(const SearchedGround& ground) {
    const core::UtcMicros from = m_round.isUnderWay() ? m_round.from : ground.readFrom;
    m_before = idsListed(m_store, ground.query, ground.above, from);
    if (m_before.empty())
        return false;
    WalkRunner::Plan plan;
    plan.goal.high = from;
    plan.goal.low = ground.above;
    plan.goal.maxRows = PortionRows;
    plan.pace = m_pace;
    plan.goesOn = true;
    plan.goal.firstRow = static_cast<std::int64_t>(idsListed(m_store, ground.query, from, INT64_MAX).size());
    plan.filter = urlQuery(ground.query, m_vocabulary);
    m_walk = new WalkRunner(m_requester, m_vocabulary, m_clock, m_random, std::move(plan), this);
    connect(m_walk, &WalkRunner::pageRead, this, &GroundChecker::pageRead);
    connect(m_walk, &WalkRunner::completed, this, &GroundChecker::onDone);
    connect(m_walk, &WalkRunner::abandoned, this, [this] {
        m_walk = nullptr;
        m_left.pop_back();
        m_round = {};
        checkNext();
    });
    m_walk->start();
    return true;
}

void GroundChecker::onDone() {
    const VerifiedWalk& walk = std::exchange(m_walk, nullptr)->walk();
    m_round.advance(walk, m_left.back().above);
    if (!m_round.isUnderWay())
        m_left.pop_back();
    Q_EMIT unseenFound(unseenIds(m_store, std::exchange(m_before, {}), walk));
    if (!m_walk)
        checkNext();
}

} // namespace attune::session
