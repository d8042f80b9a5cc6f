// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "incompleterows.h"

#include "attune/core/enforcementstore.h"

#include <cstddef>
#include <memory_resource>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace attune::core {

/// Works out what one batch does to a store: one pass over the updates, one over the rows they touch. Lives for one
/// plan.
class BatchPlanner {
public:
    BatchPlanner(const EnforcementStore& store, IncompleteRows& incomplete, const EnforcementBatch& batch);

    [[nodiscard]] BatchPlan run();

private:
    /// One row that the batch touches, with everything known about it so far.
    struct Work {
        EnforcementRow row;
        std::string traceTag; // only when row.traceTag is Stored
        std::optional<EnforcementStore::Seq> seq;
        bool tagChanged = false;
        bool conflict = false;
        bool removed = false;
    };

    /// What the updates a little further on will look at.
    void fetchAhead(std::size_t position) const;
    Work& work(Id id);
    void join(const EnforcementUpdate& update);
    void joinTraceTag(Work& work, const EnforcementUpdate& update, bool tagRaised);
    void settle(Work& work);
    void settleNew(Work& work);
    [[nodiscard]] UtcMicros oldestOfThoseWithoutGaps() const;
    void settleRemoved(const Work& work);
    void orderPlan();
    void makeRuns();

    const EnforcementStore& m_store;
    IncompleteRows& m_incomplete;
    const EnforcementBatch& m_batch;
    std::pmr::monotonic_buffer_resource m_memory; // an allocation for each id would cost as much as finding it
    std::pmr::unordered_map<Id, std::size_t> m_positions{&m_memory};
    std::vector<Work> m_work;
    std::vector<EnforcementStore::Seq> m_removedSeqs;
    BatchPlan m_plan;
};

} // namespace attune::core
