// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "readsink.h"

#include <algorithm>

namespace attune::session {

namespace {

// No answer takes that long, nor does a notification.
constexpr std::chrono::minutes RememberedFor{5};

} // namespace

void ReadSink::push(const std::vector<core::EnforcementUpdate>& rows, Instant asked) {
    if (m_provenAt.empty())
        return m_queue.push(rows);
    std::vector<core::EnforcementUpdate> passing;
    passing.reserve(rows.size());
    for (const core::EnforcementUpdate& row : rows) {
        const Fate fate = judge(row.row.id, asked);
        if (fate == Fate::Passes)
            passing.push_back(row);
        else if (fate == Fate::Waits)
            m_later.emplace_back(row, asked);
    }
    m_queue.push(std::move(passing));
}

ReadSink::Fate ReadSink::judge(core::Id id, Instant asked) {
    const auto proven = m_provenAt.find(id);
    if (proven == m_provenAt.end())
        return Fate::Passes;
    if (asked < proven->second)
        return Fate::Refused;
    if (m_inQueue.contains(id) && !m_queue.isEmpty())
        return Fate::Waits;
    forget(id);
    return Fate::Passes;
}

void ReadSink::pushRemoved(core::Id id, Instant proven) {
    if (m_queue.isEmpty())
        m_inQueue.clear();
    m_inQueue.insert(id);
    m_queue.pushRemoved(id);
    std::erase_if(m_later, [id](const auto& waiting) { return waiting.first.row.id == id; });
    const auto known = m_provenAt.find(id);
    const Instant latest = known == m_provenAt.end() ? proven : std::max(proven, known->second);
    forget(id);
    m_provenAt.emplace(id, latest);
    m_byAge.emplace(latest, id);
    while (m_provenAt.size() > MaxRemoved || m_byAge.begin()->first < latest - RememberedFor)
        forget(m_byAge.begin()->second);
}

std::set<core::Id> ReadSink::toldOf(const std::vector<core::EnforcementUpdate>& updates) const {
    std::set<core::Id> told;
    if (m_provenAt.empty())
        return told;
    for (const core::EnforcementUpdate& update : updates) {
        if (update.origin == core::Origin::Notification && m_provenAt.contains(update.row.id))
            told.insert(update.row.id);
    }
    return told;
}

void ReadSink::onHandedOver() {
    if (!m_queue.isEmpty())
        return; // more has come meanwhile, and is handed over soon
    m_inQueue.clear();
    for (const auto& [update, asked] : std::exchange(m_later, {}))
        push({update}, asked);
}

void ReadSink::clear() {
    [[maybe_unused]] const auto dropped = m_queue.drain();
    m_provenAt.clear();
    m_byAge.clear();
    m_inQueue.clear();
    m_later.clear();
}

void ReadSink::forget(core::Id id) {
    const auto known = m_provenAt.find(id);
    if (known == m_provenAt.end())
        return;
    m_byAge.erase({known->second, id});
    m_provenAt.erase(known);
}

} // namespace attune::session
