// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "live/activity.h"
#include "world/lifecycle.h"

// The part of Activity that concerns executions.
namespace attune::sim {

using namespace std::chrono_literals;

Execution& Activity::startExecution(std::uint32_t action, Id enforcement) {
    Execution draft;
    draft.action = action;
    draft.enforcement = enforcement;
    draft.created = draft.updated = m_clock.now();
    Execution& execution = m_world.executions.add(draft);
    m_notifier.executionCreated(execution);
    plan(fateOfExecution(m_world.seed, execution.id).queueing, {Deed::Kind::AdvanceExecution, execution.id});
    return execution;
}

void Activity::onAdvance(Id id) {
    Execution* execution = m_world.executions.find(id);
    if (execution == nullptr || isTerminal(execution->status) || execution->status == ExecutionStatus::Canceling)
        return;
    const ExecutionFate fate = fateOfExecution(m_world.seed, id);
    if (fate.stuck && execution->status == fate.end)
        return;
    const bool runs = execution->status == ExecutionStatus::Running;
    if (runs) {
        setStatus(*execution, fate.stuck ? ExecutionStatus::Completed : fate.end);
        return onFinished(*execution);
    }
    setStatus(*execution, static_cast<ExecutionStatus>(static_cast<int>(execution->status) + 1));
    if (execution->status != ExecutionStatus::Running)
        return plan(fate.queueing, {Deed::Kind::AdvanceExecution, id});
    if (m_world.catalog.actions[execution->action].isWorkflow())
        return startTask(*execution, 0); // its last task finishes it
    plan(fate.running, {Deed::Kind::AdvanceExecution, id});
}

void Activity::onFinished(const Execution& execution) {
    if (execution.parent != 0) {
        Execution* parent = m_world.executions.find(execution.parent);
        if (parent == nullptr || parent->status != ExecutionStatus::Running)
            return;
        const std::size_t tasks = m_world.catalog.actions[parent->action].tasks.size();
        if (execution.status != ExecutionStatus::Completed)
            setStatus(*parent, execution.status);
        else if (execution.task + std::size_t{1} == tasks)
            setStatus(*parent, ExecutionStatus::Completed);
        else
            startTask(*parent, static_cast<std::uint16_t>(execution.task + 1));
    } else if (execution.retry == 0 && fateOfExecution(m_world.seed, execution.id).retried) {
        plan(1s, {Deed::Kind::Retry, execution.id});
    }
}

void Activity::startTask(const Execution& parent, std::uint16_t task) {
    Execution draft;
    draft.action = task % 4U; // the plain actions of the core pack
    draft.enforcement = parent.enforcement;
    draft.parent = parent.id;
    draft.task = task;
    draft.created = draft.updated = m_clock.now();
    const Execution& child = m_world.executions.add(draft);
    m_notifier.executionCreated(child);
    plan(fateOfExecution(m_world.seed, child.id).queueing, {Deed::Kind::AdvanceExecution, child.id});
}

void Activity::retry(Id failed) {
    const Execution* first = m_world.executions.find(failed);
    if (first == nullptr)
        return;
    Execution draft;
    draft.action = first->action;
    draft.enforcement = first->enforcement;
    draft.original = first->id;
    draft.retry = 1;
    draft.created = draft.updated = m_clock.now();
    const Execution& again = m_world.executions.add(draft);
    m_notifier.executionCreated(again);
    plan(fateOfExecution(m_world.seed, again.id).queueing, {Deed::Kind::AdvanceExecution, again.id});
}

void Activity::cancel(Execution& execution) {
    if (execution.status != ExecutionStatus::Running) {
        setStatus(execution, ExecutionStatus::Cancelled);
        return;
    }
    setStatus(execution, ExecutionStatus::Canceling);
    plan(300ms, {Deed::Kind::FinishCancel, execution.id});
    for (Id id = execution.id + 1; id < m_world.executions.nextId(); ++id) {
        Execution* child = m_world.executions.find(id);
        if (child->parent == execution.id && !isTerminal(child->status) && child->status != ExecutionStatus::Canceling)
            cancel(*child);
    }
}

void Activity::setStatus(Execution& execution, ExecutionStatus status) {
    const ExecutionStatus old = execution.status;
    execution.status = status;
    execution.updated = m_clock.now();
    if (status == ExecutionStatus::Running)
        execution.startedAt = execution.updated;
    m_notifier.executionChanged(execution, old);
}

} // namespace attune::sim
