// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes.h"
#include "targets.h"

#include "attune/core/enforcementstore.h"

#include <map>
#include <optional>

namespace attune::fuzz {

namespace {

constexpr core::UtcMicros Start = 1'780'272'000'000'000;
constexpr int Rows = 8;

/// What an honest server may say about a row, of which `known` says how much.
[[nodiscard]] core::EnforcementUpdate tell(core::Id id, unsigned known) {
    core::EnforcementUpdate update;
    update.row.id = id;
    update.row.event = 1000 + id;
    update.row.status = (known & 1U) != 0 ? core::Status::Processed : core::Status::Created;
    update.row.rule = (known & 2U) != 0 ? core::NullId : 7;
    if ((known & 4U) == 0) {
        update.row.created = Start + id % 3;
        update.row.ruleRef = update.row.triggerRef = 5;
        update.row.condition = core::Condition::All;
    }
    if ((known & 8U) != 0)
        update.row.resolvedAt = (known & 1U) != 0 ? Start + 100 + id : core::NullTime;
    update.origin = static_cast<core::Origin>((known >> 4U) % 3);
    return update;
}

/// The promises of the merge, written down as plainly as can be.
class Reference {
public:
    void apply(const core::EnforcementBatch& batch) {
        for (const core::EnforcementUpdate& update : batch.updates)
            join(update.row);
        for (const core::Id id : batch.removed)
            m_rows.erase(id);
    }

    [[nodiscard]] const std::map<core::Id, core::EnforcementRow>& rows() const { return m_rows; }

private:
    void join(const core::EnforcementRow& said) {
        core::EnforcementRow& row = m_rows.try_emplace(said.id, core::EnforcementRow{.id = said.id}).first->second;
        row.event = said.event;
        if (row.status != core::Status::Processed)
            row.status = said.status;
        if (row.rule != core::NullId)
            row.rule = said.rule;
        if (said.created != core::UnknownTime) {
            row.created = said.created;
            row.ruleRef = row.triggerRef = said.ruleRef;
            row.condition = said.condition;
        }
        if (!core::isInstant(row.resolvedAt) && said.resolvedAt != core::UnknownTime)
            row.resolvedAt = said.resolvedAt;
    }

    std::map<core::Id, core::EnforcementRow> m_rows;
};

void compare(const core::EnforcementStore& store, const Reference& reference) {
    std::size_t complete = 0;
    for (const auto& [id, row] : reference.rows()) {
        const auto seq = store.find(id);
        demand(seq.has_value() == row.isComplete(), "exactly the complete rows are on show");
        if (!seq)
            continue;
        ++complete;
        demand(store.row(*seq) == row, "a row is the join of what was said about it");
    }
    demand(store.size() == complete, "nothing else is on show");
}

} // namespace

void mergeSequence(std::string_view bytes) {
    core::EnforcementStore store;
    Reference reference;
    Bytes steps(bytes.substr(0, 512));
    while (!steps.isEmpty()) {
        core::EnforcementBatch batch;
        for (unsigned left = 1 + steps.next() % 6; left > 0; --left) {
            const core::Id id = 1 + steps.next() % Rows;
            const unsigned what = steps.next();
            if (what >= 240)
                batch.removed.push_back(id);
            else
                batch.updates.push_back(tell(id, what));
        }
        reference.apply(batch);
        const core::BatchPlan plan = store.apply(batch);
        demand(plan.conflicts == 0, "an honest server contradicts nothing");
        compare(store, reference);
    }
}

} // namespace attune::fuzz
