// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/storequery.h"

#include "attune/core/testing/mutants.h"

namespace attune::session {

namespace {

template<class Visit>
void forEachRow(const core::EnforcementStore* store, Visit&& visit) {
    if (store == nullptr)
        return;
    for (auto seq = store->firstSeq(); seq < store->endSeq();) {
        const auto run = store->run(seq);
        for (const core::EnforcementRow& row : run)
            visit(row);
        seq += static_cast<core::EnforcementStore::Seq>(run.size());
    }
}

[[nodiscard]] const core::EnforcementRow* findRow(const core::EnforcementStore* store, core::Id id) {
    const auto seq = store != nullptr ? store->find(id) : std::nullopt;
    return seq ? &store->row(*seq) : nullptr;
}

} // namespace

std::vector<core::Id> idsWhere(const core::EnforcementStore* store,
                               const std::function<bool(const core::EnforcementRow&)>& holds) {
    std::vector<core::Id> ids;
    forEachRow(store, [&](const core::EnforcementRow& row) {
        if (holds(row))
            ids.push_back(row.id);
    });
    return ids;
}

std::vector<core::Id> knownIds(const core::EnforcementStore* store) {
    std::vector<core::Id> ids;
    ids.reserve(store != nullptr ? store->size() : 0);
    forEachRow(store, [&ids](const core::EnforcementRow& row) { ids.push_back(row.id); });
    return ids;
}

std::vector<core::Id> idsUpTo(const core::EnforcementStore* store, core::UtcMicros instant) {
    std::vector<core::Id> ids;
    forEachRow(store, [&ids, instant](const core::EnforcementRow& row) {
        if (row.created <= instant)
            ids.push_back(row.id);
    });
    return ids;
}

std::vector<core::Id> openIds(const core::EnforcementStore* store) {
    std::vector<core::Id> ids;
    forEachRow(store, [&ids](const core::EnforcementRow& row) {
        if (row.status == core::Status::Created)
            ids.push_back(row.id);
    });
    return ids;
}

bool hasOpenRowOlderThan(const core::EnforcementStore* store, core::UtcMicros instant) {
    bool found = false;
    forEachRow(store, [&found, instant](const core::EnforcementRow& row) {
        found = found || (row.status == core::Status::Created && row.created < instant);
    });
    return found;
}

core::UtcMicros newestRetired(const core::EnforcementStore* store) {
    return store != nullptr ? store->newestRetired() : core::UnknownTime;
}

std::size_t countNewer(const core::EnforcementStore& store, core::UtcMicros instant) {
    std::size_t count = 0;
    forEachRow(&store, [&count, instant](const core::EnforcementRow& row) { count += row.created > instant ? 1 : 0; });
    return count;
}

bool isOpen(const core::EnforcementStore* store, core::Id id) {
    const core::EnforcementRow* row = findRow(store, id);
    return row != nullptr && row->status == core::Status::Created;
}

core::UtcMicros createdOf(const core::EnforcementStore* store, core::Id id) {
    const core::EnforcementRow* row = findRow(store, id);
    return row != nullptr ? row->created : core::UnknownTime;
}

Unseen unseenIds(const core::EnforcementStore* store, const std::vector<core::Id>& before, const VerifiedWalk& walk) {
    Unseen unseen;
    for (const core::Id id : before) {
        const core::EnforcementRow* row = findRow(store, id);
        if (row == nullptr || walk.seen().contains(id))
            continue;
        if (walk.covers(row->created) ||
            (walk.spans(row->created) && isBroken(core::Mutant::DeleteByIncompleteAbsence)))
            unseen.gone.push_back(id);
        else if (walk.spans(row->created))
            unseen.doubtful.push_back(id);
    }
    return unseen;
}

bool goesBack(const core::EnforcementStore* store, const core::EnforcementRow& row) {
    const core::EnforcementRow* known = findRow(store, row.id);
    if (known == nullptr)
        return false;
    const bool reopened = core::Status::isFinal(known->status) && row.status == core::Status::Created;
    return reopened || (known->rule == core::NullId && row.rule > 0) || isAnother(store, row);
}

bool isAnother(const core::EnforcementStore* store, const core::EnforcementRow& row) {
    const core::EnforcementRow* known = findRow(store, row.id);
    return known != nullptr && core::isInstant(row.created) && known->created != row.created;
}

} // namespace attune::session
