// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "marks/rowfade.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace attune::widgets {

RowFade::RowFade(core::Clock& clock, std::function<void()> onStep,
                 std::function<void(const std::vector<core::Id>&)> onGone)
    : m_clock(clock), m_onStep(std::move(onStep)), m_onGone(std::move(onGone)) {}

void RowFade::setEnabled(bool enabled) {
    m_enabled = enabled;
    if (enabled || m_leaving.empty())
        return;
    std::vector<core::Id> gone;
    std::ranges::transform(m_leaving, std::back_inserter(gone), &Leaving::id);
    clear();
    m_onGone(gone);
}

bool RowFade::begin(core::Id id) {
    std::erase_if(m_leaving, [id](const Leaving& leaving) { return leaving.id == id; });
    if (!hasRoom())
        return false;
    m_leaving.push_back({id, m_clock.steady()});
    if (!m_timer)
        schedule();
    return true;
}

int RowFade::level(core::Id id) const {
    const auto found = std::ranges::find(m_leaving, id, &Leaving::id);
    return found == m_leaving.end() ? 0 : std::min(levelOf(*found), Steps);
}

void RowFade::clear() {
    m_leaving.clear();
    m_timer.reset();
}

int RowFade::levelOf(const Leaving& leaving) const {
    return 1 + static_cast<int>((m_clock.steady() - leaving.since) / std::chrono::nanoseconds(StepTime));
}

/// One timer for all: what leaves in one batch steps together.
void RowFade::schedule() {
    m_timer = m_clock.after(StepTime, [this] { step(); });
}

void RowFade::step() {
    m_timer.reset();
    std::vector<core::Id> gone;
    std::erase_if(m_leaving, [&](const Leaving& leaving) {
        const bool isOver = levelOf(leaving) > Steps;
        if (isOver)
            gone.push_back(leaving.id);
        return isOver;
    });
    if (!m_leaving.empty())
        schedule();
    if (!gone.empty())
        m_onGone(gone);
    m_onStep();
}

} // namespace attune::widgets
