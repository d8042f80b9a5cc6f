// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "marks/changeglow.h"

#include <algorithm>
#include <utility>

namespace attune::widgets {

ChangeGlow::ChangeGlow(core::Clock& clock, std::function<void()> onStep)
    : m_clock(clock), m_onStep(std::move(onStep)) {}

void ChangeGlow::setEnabled(bool enabled) {
    m_enabled = enabled;
    if (!enabled && !m_glows.empty()) {
        m_glows.clear();
        m_timer.reset();
        m_onStep();
    }
}

void ChangeGlow::note(core::Id id) {
    const auto now = m_clock.steady();
    if (!m_enabled)
        return;
    if (now < m_quietUntil) {
        ++m_unlit;
        return;
    }
    std::erase_if(m_glows, [id](const Glow& glow) { return glow.id == id; });
    if (m_glows.size() >= Most || storms()) {
        m_glows.clear();
        m_timer.reset();
        becomeQuiet();
        return;
    }
    m_unlit = 0;
    m_glows.push_back({id, now});
    if (!m_timer)
        schedule();
}

void ChangeGlow::becomeQuiet() {
    m_quietUntil = m_clock.steady() + QuietTime;
    m_unlit = 0;
}

/// As many would have glowed at once, and it has hardly ceased.
bool ChangeGlow::storms() const {
    return m_unlit > Most * static_cast<std::size_t>(QuietTime / (Steps * StepTime)) &&
           m_clock.steady() < m_quietUntil + StepTime;
}

int ChangeGlow::level(core::Id id) const {
    const auto found = std::find_if(m_glows.begin(), m_glows.end(), [id](const Glow& glow) { return glow.id == id; });
    return found == m_glows.end() ? 0 : levelOf(*found);
}

int ChangeGlow::levelOf(const Glow& glow) const {
    const auto steps = (m_clock.steady() - glow.since) / std::chrono::nanoseconds(StepTime);
    return steps >= Steps ? 0 : Steps - static_cast<int>(steps);
}

/// One timer for all: glows of one batch step together.
void ChangeGlow::schedule() {
    m_timer = m_clock.after(StepTime, [this] { step(); });
}

void ChangeGlow::step() {
    m_timer.reset();
    std::erase_if(m_glows, [this](const Glow& glow) { return levelOf(glow) == 0; });
    if (!m_glows.empty())
        schedule();
    m_onStep();
}

} // namespace attune::widgets
