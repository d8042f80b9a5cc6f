// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/world.h"

#include <vector>

namespace attune::sim {

/// Collects the executions of the past and gives them their ids in the order of their creation.
class ExecutionHistory {
public:
    explicit ExecutionHistory(World& world) : m_world(world) {}

    /// The execution of this row, its retry, and its children when its action is a workflow.
    void add(const Enforcement& row);
    /// Nothing of what was added is younger than `latest` afterwards.
    void commit(UtcMicros latest);

private:
    struct Draft {
        Execution execution;
        std::int64_t key = 0; ///< stands for the id until there is one
        std::int64_t parentKey = 0;
        std::int64_t originalKey = 0;
    };
    Draft& addDraft(const Enforcement& row, std::uint32_t action, UtcMicros created);
    void addTasks(const Enforcement& row, const Draft& parent);
    void addRetry(const Enforcement& row, const Draft& failed);

    World& m_world;
    std::vector<Draft> m_drafts;
};

} // namespace attune::sim
