// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/timestamp.h"

#include <QObject>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace attune::core {

/// A pending call; destroying it cancels the call.
class Timer {
public:
    Timer() = default;
    virtual ~Timer();
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;
};

/// Time, as a dependency: nothing in core, net or session reads a clock by itself.
class Clock {
public:
    Clock() = default;
    virtual ~Clock();
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;

    /// Wall time; may jump.
    [[nodiscard]] virtual UtcMicros now() const = 0;
    /// Never goes back; stops while the machine sleeps.
    [[nodiscard]] virtual std::chrono::nanoseconds steady() const = 0;
    /// Calls `then` once, on the calling thread's event loop, unless the returned timer is destroyed before.
    [[nodiscard]] virtual std::unique_ptr<Timer> after(std::chrono::milliseconds delay, std::function<void()> then) = 0;
};

/// From now to a full second of the steady clock, between 250 and 1,250 ms: whatever ticks once a second waits so long,
/// and the program wakes up once for all of it.
[[nodiscard]] std::chrono::milliseconds untilFullSecond(const Clock& clock);

/// The machine's clocks and Qt's timers.
class SystemClock final : public Clock {
public:
    [[nodiscard]] UtcMicros now() const override;
    [[nodiscard]] std::chrono::nanoseconds steady() const override;
    [[nodiscard]] std::unique_ptr<Timer> after(std::chrono::milliseconds delay, std::function<void()> then) override;
};

} // namespace attune::core
