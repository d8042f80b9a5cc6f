// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/holewatch.h"

#include <algorithm>
#include <utility>

namespace attune::session {

HoleWatch::HoleWatch(core::Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

void HoleWatch::noteBatch(const core::EnforcementBatch& batch) {
    for (const core::EnforcementUpdate& update : batch.updates)
        note(update);
    lookLater();
}

void HoleWatch::forgive() {
    m_newest = core::UnknownId;
    m_holes.clear();
    m_timer.reset();
}

void HoleWatch::note(const core::EnforcementUpdate& update) {
    const core::Id id = update.row.id;
    // That it was created should have been told before.
    const bool isLateNews = update.origin == core::Origin::Notification && update.oldStatus != core::Status::Unknown;
    if (id <= m_newest) {
        if (onFilled(id) && isLateNews && isBelieved())
            Q_EMIT suspicious();
        return;
    }
    const core::Id before = std::exchange(m_newest, id);
    // Pages come newest first: what is missing above them is what they have not come to yet.
    if (before == core::UnknownId || update.origin != core::Origin::Notification)
        return;
    if (id > before + 1)
        m_holes[before + 1] = {id - 1, m_clock.steady()};
    if (m_holes.size() > MaxHoles)
        m_holes.erase(m_holes.begin());
    if (isLateNews && isBelieved())
        Q_EMIT suspicious();
}

bool HoleWatch::onFilled(core::Id id) {
    if (m_holes.empty())
        return false;
    auto found = m_holes.upper_bound(id);
    if (found == m_holes.begin() || (--found)->second.last < id)
        return false;
    const core::Id first = found->first;
    const Hole hole = found->second;
    m_holes.erase(found);
    if (hole.isHinted) {
        judge(true);
        return true;
    }
    if (first < id)
        m_holes[first] = {id - 1, hole.since};
    if (id < hole.last)
        m_holes[id + 1] = hole;
    return true;
}

void HoleWatch::look() {
    const auto now = m_clock.steady();
    bool isNew = false;
    for (auto& [first, hole] : m_holes) {
        if (!hole.isHinted && hole.since + Patience <= now)
            isNew = hole.isHinted = true;
    }
    const std::size_t inVain = std::erase_if(
        m_holes, [now](const auto& entry) { return entry.second.isHinted && entry.second.since + Verdict <= now; });
    for (std::size_t i = 0; i < inVain; ++i)
        judge(false);
    lookLater();
    if (isNew && isBelieved())
        Q_EMIT suspicious();
}

void HoleWatch::lookLater() {
    if (m_timer || m_holes.empty())
        return;
    auto due = std::chrono::nanoseconds::max();
    for (const auto& [first, hole] : m_holes)
        due = std::min<std::chrono::nanoseconds>(due, hole.since + (hole.isHinted ? Verdict : Patience));
    const auto delay = std::max(due - m_clock.steady(), std::chrono::nanoseconds(0));
    m_timer = m_clock.after(std::chrono::ceil<std::chrono::milliseconds>(delay), [this] {
        m_timer.reset();
        look();
    });
}

void HoleWatch::judge(bool cameTrue) {
    m_judged.push_back(cameTrue);
    if (m_judged.size() > Judged)
        m_judged.pop_front();
}

bool HoleWatch::isBelieved() const {
    return std::count(m_judged.begin(), m_judged.end(), false) <= static_cast<std::ptrdiff_t>(MaxFalse);
}

} // namespace attune::session
