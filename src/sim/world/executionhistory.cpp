// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/executionhistory.h"

#include "world/lifecycle.h"

#include <algorithm>
#include <unordered_map>

namespace attune::sim {

void ExecutionHistory::add(const Enforcement& row) {
    const RuleInfo* rule = m_world.catalog.findRule(m_world.texts.text(row.ruleRef));
    if (rule == nullptr)
        return;
    const auto lead = fateOfEnforcement(m_world.seed, row.id).lead.count();
    const Draft parent = addDraft(row, rule->action, std::max(row.created, row.resolvedAt - lead));
    if (m_world.catalog.actions[rule->action].isWorkflow() && parent.execution.startedAt != core::NullTime)
        addTasks(row, parent);
    else if (fateOfExecution(m_world.seed, parent.key).retried)
        addRetry(row, parent);
}

ExecutionHistory::Draft& ExecutionHistory::addDraft(const Enforcement& row, std::uint32_t action, UtcMicros created) {
    Draft draft;
    draft.key = static_cast<std::int64_t>(m_drafts.size()) + 1;
    const ExecutionFate fate = fateOfExecution(m_world.seed, draft.key);
    draft.execution.enforcement = row.id;
    draft.execution.action = action;
    draft.execution.created = created;
    draft.execution.status = fate.end;
    draft.execution.updated = created + fate.queueing.count();
    if (fate.end >= ExecutionStatus::Running) {
        draft.execution.startedAt = created + 3 * fate.queueing.count();
        draft.execution.updated = draft.execution.startedAt;
    }
    if (isTerminal(fate.end))
        draft.execution.updated += fate.running.count();
    m_drafts.push_back(draft);
    return m_drafts.back();
}

void ExecutionHistory::addTasks(const Enforcement& row, const Draft& parent) {
    const auto count = static_cast<std::uint16_t>(m_world.catalog.actions[parent.execution.action].tasks.size());
    const UtcMicros step = (parent.execution.updated - parent.execution.startedAt) / (count + 1);
    for (std::uint16_t task = 0; task < count; ++task) {
        const auto action = static_cast<std::uint32_t>(task % 4U); // the plain actions of the core pack
        Draft& child = addDraft(row, action, parent.execution.startedAt + step * task);
        child.parentKey = parent.key;
        child.execution.task = task;
        const bool last = task + 1U == count;
        child.execution.status =
            last && isTerminal(parent.execution.status) ? parent.execution.status : ExecutionStatus::Completed;
        child.execution.startedAt = child.execution.created + step / 10;
        child.execution.updated = child.execution.created + step;
    }
}

void ExecutionHistory::addRetry(const Enforcement& row, const Draft& failed) {
    Draft& retry = addDraft(row, failed.execution.action, failed.execution.updated + 1'000'000);
    retry.originalKey = failed.key;
    retry.execution.retry = 1;
}

void ExecutionHistory::commit(UtcMicros latest) {
    std::stable_sort(m_drafts.begin(), m_drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.execution.created < b.execution.created; });
    std::unordered_map<std::int64_t, Id> ids;
    for (Draft& draft : m_drafts) {
        Execution& execution = draft.execution;
        execution.created = std::min(execution.created, latest);
        execution.startedAt = std::min(execution.startedAt, latest);
        execution.updated = std::min(execution.updated, latest);
        execution.parent = draft.parentKey != 0 ? ids[draft.parentKey] : 0;
        execution.original = draft.originalKey != 0 ? ids[draft.originalKey] : 0;
        ids[draft.key] = m_world.executions.add(execution).id;
    }
    m_drafts.clear();
}

} // namespace attune::sim
