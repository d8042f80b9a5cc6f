// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/clock.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace attune::core {

namespace {

// A twentieth more or less does not matter to these, and lets several wake the program together.
constexpr std::chrono::milliseconds CoarseFrom{200};

class QtTimer final : public Timer {
public:
    QtTimer(std::chrono::milliseconds delay, std::function<void()> then) : m_then(std::move(then)), m_left(delay) {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(delay < CoarseFrom ? Qt::PreciseTimer : Qt::CoarseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { onTimeout(); });
        startLap();
    }

private:
    /// Qt counts in an int of milliseconds, which ends after 24 days, and starts no timer with a negative delay.
    void startLap() {
        const auto lap = std::clamp<std::chrono::milliseconds>(m_left, std::chrono::milliseconds(0), LongestLap);
        m_left -= lap;
        m_timer.start(lap);
    }

    void onTimeout() {
        if (m_left.count() > 0) {
            startLap();
            return;
        }
        // The call may destroy this timer, so it must not live in it.
        const auto call = std::move(m_then);
        call();
    }

    static constexpr std::chrono::milliseconds LongestLap = std::chrono::hours(24);
    QTimer m_timer;
    std::function<void()> m_then;
    std::chrono::milliseconds m_left;
};

} // namespace

Timer::~Timer() = default;
Clock::~Clock() = default;

std::chrono::milliseconds untilFullSecond(const Clock& clock) {
    using namespace std::chrono_literals;
    const auto now = std::chrono::floor<std::chrono::milliseconds>(clock.steady());
    return std::chrono::floor<std::chrono::seconds>(now + 1250ms) - now;
}

UtcMicros SystemClock::now() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::chrono::nanoseconds SystemClock::steady() const { return std::chrono::steady_clock::now().time_since_epoch(); }

std::unique_ptr<Timer> SystemClock::after(std::chrono::milliseconds delay, std::function<void()> then) {
    return std::make_unique<QtTimer>(delay, std::move(then));
}

} // namespace attune::core
