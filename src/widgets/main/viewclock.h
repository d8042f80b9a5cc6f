// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"

#include <utility>

namespace attune::widgets {

/// The present of the table: another clock's, or the moment for which a paused table stands still. The steady clock and
/// the timers go on. GUI thread.
class ViewClock final : public core::Clock {
public:
    /// `clock` outlives this one.
    explicit ViewClock(core::Clock& clock) : m_clock(clock) {}

    /// At an instant; core::UnknownTime = goes on.
    void stopAt(core::UtcMicros moment) { m_stoppedAt = moment; }

    [[nodiscard]] core::UtcMicros now() const override {
        return m_stoppedAt == core::UnknownTime ? m_clock.now() : m_stoppedAt;
    }
    [[nodiscard]] std::chrono::nanoseconds steady() const override { return m_clock.steady(); }
    [[nodiscard]] std::unique_ptr<core::Timer> after(std::chrono::milliseconds delay,
                                                     std::function<void()> then) override {
        return m_clock.after(delay, std::move(then));
    }

private:
    core::Clock& m_clock;
    core::UtcMicros m_stoppedAt = core::UnknownTime;
};

} // namespace attune::widgets
