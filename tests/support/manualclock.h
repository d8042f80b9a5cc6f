// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace attune::test {

/// A clock that moves only when told to. Calls that become due run inside advance(), in order.
class ManualClock final : public core::Clock {
public:
    /// Wall time starts at 2026-06-01T12:00:00Z.
    [[nodiscard]] core::UtcMicros now() const override { return m_now; }
    [[nodiscard]] std::chrono::nanoseconds steady() const override { return m_steady; }

    [[nodiscard]] std::unique_ptr<core::Timer> after(std::chrono::milliseconds delay,
                                                     std::function<void()> then) override {
        const Key key{m_steady + delay, ++m_counter};
        m_calls->emplace(key, std::move(then));
        return std::make_unique<Pending>(m_calls, key);
    }

    void advance(std::chrono::milliseconds span) {
        const auto target = m_steady + span;
        while (!m_calls->empty() && m_calls->begin()->first.first <= target) {
            const auto [key, call] = *m_calls->begin();
            m_calls->erase(m_calls->begin());
            moveTo(std::max(m_steady, key.first));
            call();
        }
        moveTo(target);
    }

    /// Time passes while the event loop is stopped: calls become overdue.
    void stall(std::chrono::milliseconds span) { moveTo(m_steady + span); }
    /// A jump of the wall clock alone.
    void setNow(core::UtcMicros now) { m_now = now; }
    [[nodiscard]] std::size_t pendingCalls() const { return m_calls->size(); }
    /// How long until the next call is due; nothing if none is pending.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNextCall() const {
        if (m_calls->empty())
            return std::nullopt;
        return std::chrono::ceil<std::chrono::milliseconds>(m_calls->begin()->first.first - m_steady);
    }

private:
    using Key = std::pair<std::chrono::nanoseconds, std::uint64_t>;
    using Calls = std::map<Key, std::function<void()>>;

    class Pending final : public core::Timer {
    public:
        Pending(std::weak_ptr<Calls> calls, Key key) : m_calls(std::move(calls)), m_key(key) {}
        ~Pending() override {
            if (const auto calls = m_calls.lock())
                calls->erase(m_key);
        }

    private:
        std::weak_ptr<Calls> m_calls;
        Key m_key;
    };

    void moveTo(std::chrono::nanoseconds steady) {
        m_now += std::chrono::duration_cast<std::chrono::microseconds>(steady - m_steady).count();
        m_steady = steady;
    }

    core::UtcMicros m_now = 1'780'315'200'000'000;
    std::chrono::nanoseconds m_steady{std::chrono::hours(1)};
    std::uint64_t m_counter = 0;
    std::shared_ptr<Calls> m_calls = std::make_shared<Calls>();
};

} // namespace attune::test
