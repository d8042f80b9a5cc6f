// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"

#include <atomic>
#include <optional>

namespace attune::core {

/// A server's present, for whatever is compared with the server's instants: ages, the last 15 minutes, when something
/// arrived. The steady clock and the timers are this computer's.
class ServerClock final : public Clock {
public:
    /// `local`, the clock of this computer, outlives this one. Until something is known both are the same.
    explicit ServerClock(Clock& local) : m_local(local) {}

    /// May be called on any thread if that of `local` may.
    [[nodiscard]] UtcMicros now() const override { return m_local.now() + m_ahead.load(std::memory_order_relaxed); }
    [[nodiscard]] std::chrono::nanoseconds steady() const override { return m_local.steady(); }
    [[nodiscard]] std::unique_ptr<Timer> after(std::chrono::milliseconds delay, std::function<void()> then) override;

    /// For what this computer itself has noted the time of.
    [[nodiscard]] Clock& local() const { return m_local; }
    /// How far the server's clock is ahead of this computer's; negative = behind. Up to Blur they count as the same.
    void setAhead(std::optional<std::chrono::seconds> ahead);

    /// A server tells its time in whole seconds, and that is under way for a while.
    static constexpr std::chrono::seconds Blur{2};

private:
    Clock& m_local;
    std::atomic<UtcMicros> m_ahead{0};
};

} // namespace attune::core
