// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/gapcounter.h"

#include "sync/storequery.h"

namespace attune::session {

void GapCounter::notePage(const core::EnforcementPage& page, const core::EnforcementStore& store,
                          core::UtcMicros since) {
    for (const core::EnforcementUpdate& update : page.items) {
        const core::EnforcementRow& row = update.row;
        const bool isStale = core::Status::isFinal(row.status) && isOpen(&store, row.id);
        if (row.created > since && (isStale || !store.find(row.id)))
            suspect(row.id);
    }
}

void GapCounter::noteAnnounced(const core::EnforcementBatch& batch) {
    if (m_suspects.empty())
        return;
    for (const core::EnforcementUpdate& update : batch.updates) {
        if (update.origin == core::Origin::Notification)
            m_suspects.erase(update.row.id);
    }
}

std::uint64_t GapCounter::count() {
    m_count += std::erase_if(m_suspects, [now = m_clock.steady()](const auto& entry) { return entry.second <= now; });
    return m_count;
}

} // namespace attune::session
