// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/manualclock.h"

#include <functional>
#include <iterator>
#include <list>
#include <memory>
#include <utility>

namespace attune::test {

/// Calls that happen later, in virtual time, while this object lives.
class Agenda {
public:
    explicit Agenda(ManualClock& clock) : m_clock(clock) {}

    void after(std::chrono::milliseconds delay, std::function<void()> then) {
        auto& timer = m_timers.emplace_back();
        const auto here = std::prev(m_timers.end());
        timer = m_clock.after(delay, [this, here, then = std::move(then)] {
            const auto fired = std::move(*here);
            m_timers.erase(here);
            then();
        });
    }

private:
    ManualClock& m_clock;
    std::list<std::unique_ptr<core::Timer>> m_timers;
};

} // namespace attune::test
