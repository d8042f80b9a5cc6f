// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "history/searchedground.h"

#include "sync/storequery.h"

#include <algorithm>
#include <utility>

namespace attune::session {

std::vector<core::Id> idsListed(const core::EnforcementStore* store, const HistoryQuery& query, core::UtcMicros above,
                                core::UtcMicros top) {
    if (!query.isLasting())
        return {};
    return idsWhere(store, [&](const core::EnforcementRow& row) {
        return row.created > above && row.created <= top && query.lists(row);
    });
}

void SearchedGrounds::add(SearchedGround ground) {
    std::erase_if(m_grounds, [&ground](const SearchedGround& other) {
        const bool touches = other.query == ground.query && other.above <= ground.top && ground.above <= other.top;
        if (touches) {
            ground.above = std::min(ground.above, other.above);
            ground.top = std::max(ground.top, other.top);
            ground.readFrom = std::max(ground.readFrom, other.readFrom);
        }
        return touches;
    });
    m_grounds.push_back(std::move(ground));
    if (m_grounds.size() > MaxGrounds)
        m_grounds.erase(m_grounds.begin());
}

core::UtcMicros SearchedGrounds::continued(const HistoryQuery& query, core::UtcMicros since) const {
    for (const SearchedGround& ground : m_grounds) {
        if (ground.query == query && ground.top >= since)
            since = std::min(since, ground.above);
    }
    return since;
}

} // namespace attune::session
