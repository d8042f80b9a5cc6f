// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/serverclock.h"

#include <utility>

namespace attune::core {

std::unique_ptr<Timer> ServerClock::after(std::chrono::milliseconds delay, std::function<void()> then) {
    return m_local.after(delay, std::move(then));
}

void ServerClock::setAhead(std::optional<std::chrono::seconds> ahead) {
    const bool differs = ahead && std::chrono::abs(*ahead) > Blur;
    m_ahead.store(differs ? std::chrono::microseconds(*ahead).count() : 0, std::memory_order_relaxed);
}

} // namespace attune::core
