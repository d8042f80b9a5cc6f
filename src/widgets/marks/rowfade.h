// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/enforcement.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace attune::widgets {

/// Which rows are leaving, and how faint they are: what stops matching a filter is still there for a moment, so that
/// the operator sees what went. When many leave at once they just go: nobody could follow.
class RowFade {
public:
    /// `onStep` is called when rows have become fainter; `onGone` with those whose time is over. The clock outlives the
    /// object.
    RowFade(core::Clock& clock, std::function<void()> onStep, std::function<void(const std::vector<core::Id>&)> onGone);

    /// What is fading goes at once when switched off.
    void setEnabled(bool enabled);
    /// Whether one more may fade; asked first, because in a flood the answer is no for nearly all.
    [[nodiscard]] bool hasRoom() const { return m_enabled && m_leaving.size() < Most; }
    /// Whether the row may stay for a while; it fades from now on, then.
    [[nodiscard]] bool begin(core::Id id);
    /// 0 = does not fade, up to Steps: nearly gone.
    [[nodiscard]] int level(core::Id id) const;
    void clear();

    static constexpr int Steps = 4;
    static constexpr std::chrono::milliseconds StepTime{500};
    static constexpr std::size_t Most = 12; ///< at once

private:
    struct Leaving {
        core::Id id;
        std::chrono::nanoseconds since;
    };
    void schedule();
    void step();
    [[nodiscard]] int levelOf(const Leaving& leaving) const;

    core::Clock& m_clock;
    std::function<void()> m_onStep;
    std::function<void(const std::vector<core::Id>&)> m_onGone;
    std::vector<Leaving> m_leaving; ///< oldest first
    std::unique_ptr<core::Timer> m_timer;
    bool m_enabled = true;
};

} // namespace attune::widgets
