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

void GroundChecker::check() {
    if (m_walk)
        return;
    m_left = m_grounds.all();
    checkNext();
}

void GroundChecker::stop() {
    m_left.clear();
    if (m_walk)
        m_walk->stop();
    m_walk = nullptr;
}

void GroundChecker::checkNext() {
    m_before.clear();
    while (m_before.empty()) {
        if (m_left.empty())
            return;
        const SearchedGround ground = std::move(m_left.back());
        m_left.pop_back();
        m_before = idsListed(m_store, ground.query, ground.above, ground.readFrom);
        if (m_before.empty())
            continue;
        WalkRunner::Plan plan;
        plan.goal.high = ground.readFrom;
        plan.goal.low = ground.above;
        plan.goal.maxRows = MaxRows;
        plan.goal.firstRow =
            static_cast<std::int64_t>(idsListed(m_store, ground.query, ground.readFrom, INT64_MAX).size());
        plan.filter = urlQuery(ground.query, m_vocabulary);
        m_walk = new WalkRunner(m_requester, m_vocabulary, m_clock, m_random, std::move(plan), this);
    }
    connect(m_walk, &WalkRunner::pageRead, this, &GroundChecker::pageRead);
    connect(m_walk, &WalkRunner::completed, this, &GroundChecker::onDone);
    connect(m_walk, &WalkRunner::abandoned, this, [this] {
        m_walk = nullptr;
        checkNext();
    });
    m_walk->start();
}

void GroundChecker::onDone() {
    const VerifiedWalk& walk = std::exchange(m_walk, nullptr)->walk();
    Q_EMIT unseenFound(unseenIds(m_store, std::exchange(m_before, {}), walk));
    if (!m_walk)
        checkNext();
}

} // namespace attune::session
