// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/lostnews.h"

#include <algorithm>
#include <unordered_map>

namespace attune::session {

namespace {

using core::Status::isFinal;

[[nodiscard]] bool isChange(const core::EnforcementUpdate& update) {
    return update.origin == core::Origin::Notification && update.oldStatus != core::Status::Unknown;
}

/// A compact notification does not say when its row was created; ids are roughly in that order.
[[nodiscard]] bool shouldBeThere(const core::EnforcementRow& row, const core::EnforcementStore& store,
                                 core::UtcMicros since) {
    if (store.waitsForDetail(row.id))
        return false; // it was told, and is not shown yet
    if (core::isInstant(row.created))
        return row.created > since;
    return store.size() > 0 && row.id > store.row(store.firstSeq()).id;
}

/// The change begins in another state than the row was known in, and ends in one that it did not have yet.
[[nodiscard]] bool skipsAState(core::WordCode known, const core::EnforcementUpdate& update) {
    const bool isKnown = update.row.status == known || (isFinal(known) && !isFinal(update.row.status));
    return update.oldStatus != known && !isKnown;
}

} // namespace

bool showsLoss(const core::EnforcementBatch& batch, const core::EnforcementStore& store, core::UtcMicros since) {
    if (std::none_of(batch.updates.begin(), batch.updates.end(), isChange))
        return false;
    std::unordered_map<core::Id, core::WordCode> told; // by this batch
    told.reserve(batch.updates.size());
    for (const core::EnforcementUpdate& update : batch.updates) {
        const core::Id id = update.row.id;
        const auto earlier = told.find(id);
        const auto seq = earlier == told.end() ? store.find(id) : std::nullopt;
        const bool isThere = earlier != told.end() || seq;
        const core::WordCode known = earlier != told.end() ? earlier->second
                                     : seq                 ? store.row(*seq).status
                                                           : core::WordCode{core::Status::Unknown};
        if (isChange(update) && (isThere ? skipsAState(known, update) : shouldBeThere(update.row, store, since)))
            return true;
        if (!isFinal(known))
            told[id] = update.row.status;
    }
    return false;
}

} // namespace attune::session
