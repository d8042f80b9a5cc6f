// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/backoff.h"

#include <algorithm>

namespace attune::core {

Backoff::Backoff(Random& random, std::chrono::milliseconds cap) : m_random(random), m_cap(cap) {}

std::chrono::milliseconds Backoff::next() {
    using std::chrono::milliseconds;
    constexpr int LastDoubling = 20; // far beyond any cap; keeps the shift defined
    const bool isSecondOfABlip = m_attempt > 0 && m_doublings == 0;
    const milliseconds step =
        isSecondOfABlip ? MostBlipPause : milliseconds(Base * (1LL << std::min(m_doublings, LastDoubling)));
    const milliseconds ceiling = std::min(m_cap, step);
    const milliseconds floor = isSecondOfABlip ? std::min(LeastBlipPause, ceiling) : milliseconds(0);
    const milliseconds delay =
        floor +
        milliseconds(static_cast<std::int64_t>(m_random.uniform() * static_cast<double>((ceiling - floor).count())));
    ++m_attempt;
    m_waited += delay;
    if (m_waited >= Blip)
        m_doublings = m_attempt;
    return delay;
}

void Backoff::reset() noexcept {
    m_attempt = 0;
    m_doublings = 0;
    m_waited = std::chrono::milliseconds(0);
}

} // namespace attune::core
