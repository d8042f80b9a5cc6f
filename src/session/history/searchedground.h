// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/historyquery.h"

#include "attune/core/enforcementstore.h"

#include <vector>

namespace attune::session {

/// Where searches have gone over the server's list: all rows of `query` created after `above`, up to `top`, were read,
/// and those above, up to `readFrom`, unless they were committed later.
struct SearchedGround {
    HistoryQuery query;
    core::UtcMicros above = core::UnknownTime;
    core::UtcMicros top = core::UnknownTime;
    core::UtcMicros readFrom = core::UnknownTime;
};

/// What a walk over the query's list must see between the two instants, or it is gone; nothing unless the query is
/// lasting.
[[nodiscard]] std::vector<core::Id> idsListed(const core::EnforcementStore* store, const HistoryQuery& query,
                                              core::UtcMicros above, core::UtcMicros top);

/// The grounds that are remembered: at most MaxGrounds, those that were searched last. A value.
class SearchedGrounds {
public:
    /// Joins what touches it and is of the same query.
    void add(SearchedGround ground);
    /// How far down rows of the query are known when everything created after `since` is.
    [[nodiscard]] core::UtcMicros continued(const HistoryQuery& query, core::UtcMicros since) const;
    [[nodiscard]] const std::vector<SearchedGround>& all() const { return m_grounds; }
    void clear() { m_grounds.clear(); }

    static constexpr std::size_t MaxGrounds = 16;

private:
    std::vector<SearchedGround> m_grounds; // the last one searched last
};

} // namespace attune::session
