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

/// Which rows changed a moment ago, and how much of their glow is left: two steps, so that a change costs two more
/// paintings of its row and nothing else. When many rows change at once, and as long as they go on to, none
/// glows: that would tell nothing.
class ChangeGlow {
public:
    /// `onStep` is called when a glow has become fainter or gone. The clock outlives the object.
    ChangeGlow(core::Clock& clock, std::function<void()> onStep);

    void setEnabled(bool enabled);
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    /// A row in sight shows something else than before.
    void note(core::Id id);
    /// 0 = no glow, up to Steps.
    [[nodiscard]] int level(core::Id id) const;

    static constexpr int Steps = 2;
    static constexpr std::chrono::milliseconds StepTime{300};
    static constexpr std::size_t Most = 12;                                     ///< at once
    static constexpr std::chrono::milliseconds QuietTime{2 * Steps * StepTime}; ///< after a storm

private:
    struct Glow {
        core::Id id;
        std::chrono::nanoseconds since;
    };
    void becomeQuiet();
    [[nodiscard]] bool storms() const;
    void schedule();
    void step();
    [[nodiscard]] int levelOf(const Glow& glow) const;

    core::Clock& m_clock;
    std::function<void()> m_onStep;
    std::vector<Glow> m_glows; ///< oldest first
    std::unique_ptr<core::Timer> m_timer;
    std::chrono::nanoseconds m_quietUntil{0};
    std::size_t m_unlit = 0; ///< changes since it is quiet
    bool m_enabled = true;
};

} // namespace attune::widgets
