// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "json/jsontext.h"
#include "json/payloads.h"
#include "json/rowjson.h"

#include <nlohmann/json.hpp>

// Executions as REST bodies (protocol section 5.4).
namespace attune::sim {

namespace {

using nlohmann::json;

// What the summary and the detail have in common.
json commonFields(const World& world, const Execution& execution, const Enforcement* row, bool traceTag) {
    json body = {{"id", execution.id},
                 {"action_ref", world.catalog.actions[execution.action].ref},
                 {"status", word(execution.status)},
                 {"parent", idOrNull(execution.parent)},
                 {"enforcement", row != nullptr ? json(row->id) : json()},
                 {"created", restTime(execution.created)},
                 {"updated", restTime(execution.updated)}};
    if (execution.startedAt != core::NullTime)
        body["started_at"] = restTime(execution.startedAt);
    if (json task = workflowTask(world, execution); !task.is_null())
        body["workflow_task"] = std::move(task);
    if (execution.original != 0)
        body["original_execution"] = execution.original;
    const std::string tag = row != nullptr && traceTag ? world.traceTag(*row) : std::string();
    if (!tag.empty())
        body["trace_tag"] = tag;
    return body;
}

json configOf(World& world, const Execution& execution, const Enforcement* row, bool reveal) {
    json config = row != nullptr ? enforcementConfig(world, *row, reveal) : json::object();
    if (!config.is_object())
        config = json::object();
    if (execution.retry > 0) {
        config["retry_of"] = execution.original;
        config["retry_count"] = execution.retry;
    }
    return config;
}

} // namespace

json workflowTask(const World& world, const Execution& execution) {
    const Execution* parent = world.executions.find(execution.parent);
    if (execution.task == Execution::NoTask || parent == nullptr)
        return nullptr;
    const std::vector<std::string>& tasks = world.catalog.actions[parent->action].tasks;
    const bool done = isTerminal(execution.status) && execution.startedAt != core::NullTime;
    return {{"workflow_execution", parent->id},
            {"task_name", execution.task < tasks.size() ? tasks[execution.task] : "task"},
            {"task_index", execution.task},
            {"task_batch", nullptr},
            {"retry_count", 0},
            {"max_retries", 0},
            {"next_retry_at", nullptr},
            {"timeout_seconds", 60},
            {"timed_out", execution.status == ExecutionStatus::Timeout},
            {"duration_ms", done ? json((execution.updated - execution.startedAt) / 1000) : json()},
            {"started_at", restTime(execution.startedAt)},
            {"completed_at", done ? restTime(execution.updated) : json()}};
}

Id workflowDefinition(const Execution& execution) { return 800 + static_cast<Id>(execution.action); }

json executionSummary(const World& world, const Execution& execution, bool traceTag) {
    const Enforcement* row = world.enforcements.find(execution.enforcement);
    json body = commonFields(world, execution, row, traceTag);
    body["rule_ref"] = row != nullptr ? json(world.texts.text(row->ruleRef)) : json();
    body["trigger_ref"] = row != nullptr ? json(world.texts.text(row->triggerRef)) : json();
    return body;
}

json executionDetail(World& world, const Execution& execution, bool traceTag, bool reveal) {
    const Enforcement* row = world.enforcements.find(execution.enforcement);
    json body = commonFields(world, execution, row, traceTag);
    body["action"] = world.catalog.actions[execution.action].id;
    body["config"] = configOf(world, execution, row, reveal);
    body["executor"] = 1;
    body["worker"] = execution.startedAt != core::NullTime ? json(3) : json();
    body["result"] = executionResult(world, execution);
    return body;
}

} // namespace attune::sim
