// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "live/ticker.h"

#include <algorithm>

namespace attune::sim {

namespace {

constexpr std::chrono::milliseconds Interval{8};

} // namespace

Ticker::Ticker(Activity& activity, const core::Clock& clock) : m_activity(activity), m_clock(clock) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(Interval);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::onTick);
    m_timer.start();
}

void Ticker::setRate(double perSecond) {
    m_rate = std::clamp(perSecond, 0.0, 1'000'000.0);
    m_last = m_clock.steady();
    m_owed = 0;
}

void Ticker::onTick() {
    const auto now = m_clock.steady();
    const std::chrono::duration<double> passed = now - std::exchange(m_last, now);
    // After a pause of the machine only a second's worth is made up for.
    m_owed = std::min(m_owed + m_rate * passed.count(), std::max(m_rate, 1.0));
    for (; m_owed >= 1; m_owed -= 1)
        m_activity.matchRule(true, false, true);
    m_activity.catchUp();
}

} // namespace attune::sim
