// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/topwatch.h"

#include "sync/storequery.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace attune::session {

namespace {

std::vector<core::Id> newestOfLately(const core::EnforcementStore& store) {
    constexpr core::EnforcementStore::Seq Lately = 200; // a page of older ones may have come after them
    std::vector<std::pair<core::UtcMicros, core::Id>> rows;
    for (auto seq = std::max(store.firstSeq(), store.endSeq() - Lately); seq < store.endSeq(); ++seq) {
        if (core::isInstant(store.row(seq).created))
            rows.emplace_back(store.row(seq).created, store.row(seq).id);
    }
    std::sort(rows.begin(), rows.end(), std::greater<>());
    std::vector<core::Id> ids;
    for (std::size_t i = 0; i < std::min(rows.size(), TopWatch::Rows); ++i)
        ids.push_back(rows[i].second);
    return ids;
}

bool seesAny(const VerifiedWalk& walk, const std::vector<core::Id>& ids) {
    return std::any_of(ids.begin(), ids.end(), [&walk](core::Id id) { return walk.seen().contains(id); });
}

} // namespace

void TopWatch::begin(const core::EnforcementStore* store) {
    if (m_missed.empty())
        m_newest = store != nullptr ? newestOfLately(*store) : std::vector<core::Id>();
}

TopWatch::Finding TopWatch::judge(const core::EnforcementStore* store, const VerifiedWalk& walk,
                                  std::chrono::nanoseconds asked) {
    if (m_missed.empty()) {
        m_missed = unseenIds(store, m_newest, walk).gone;
        m_missedSince = asked;
        return {};
    }
    if (asked < m_missedSince + Patience)
        return {};
    const std::vector<core::Id> missed = std::exchange(m_missed, {});
    Finding finding;
    finding.gone = unseenIds(store, missed, walk).gone;
    // Other readers may have removed some meanwhile.
    const auto removed = std::count_if(missed.begin(), missed.end(), [&](core::Id id) {
        return store == nullptr || (!store->find(id) && !walk.seen().contains(id));
    });
    finding.isRestored = finding.gone.size() + static_cast<std::size_t>(removed) >= Many && !seesAny(walk, m_newest);
    return finding;
}

} // namespace attune::session
