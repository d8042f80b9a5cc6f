// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/backoff.h"

#include <algorithm>

namespace attune::core {

Backoff::Backoff(Random& random, std::chrono::milliseconds cap) : m_random(random), m_cap(cap) {}

std::chrono::milliseconds Backoff::next() {
    constexpr int LastDoubling = 20; // far beyond any cap; keeps the shift defined
    const std::chrono::milliseconds ceiling =
        std::min<std::chrono::milliseconds>(m_cap, Base * (1LL << std::min(m_attempt, LastDoubling)));
    ++m_attempt;
    return std::chrono::milliseconds(
        static_cast<std::int64_t>(m_random.uniform() * static_cast<double>(ceiling.count())));
}

} // namespace attune::core
