// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/jsonbody.h"
#include "json/rowjson.h"
#include "routes/pathid.h"
#include "routes/routes.h"
#include "simcontext.h"

namespace attune::sim {

namespace {

HttpAnswer cancel(SimContext& context, HttpRequest& request) {
    const auto id = pathId(request);
    if (!id)
        return badPathId(request);
    Execution* one = context.world.executions.find(*id);
    if (one == nullptr)
        return HttpAnswer::notFound("Execution with ID " + std::to_string(*id) + " not found");
    if (isTerminal(one->status))
        return HttpAnswer::error(409, "CONFLICT",
                                 "Execution is already in terminal state '" + std::string(word(one->status)) + "'");
    if (one->status != ExecutionStatus::Canceling)
        context.activity.cancel(*one);
    return HttpAnswer::data(executionDetail(context.world, *one, context.permissions.seesTraceTags(), false));
}

HttpAnswer execute(SimContext& context, const HttpRequest& request) {
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto ref = stringField(*body, "action_ref");
    if (!ref)
        return ref.error();
    if (!context.permissions.isAdmin())
        return HttpAnswer::forbidden("Insufficient permissions: actions:execute");
    const ActionInfo* action = context.world.catalog.findAction(*ref);
    if (action == nullptr)
        return HttpAnswer::notFound("Action '" + *ref + "' not found");
    const auto index = static_cast<std::uint32_t>(action - context.world.catalog.actions.data());
    const Execution& started = context.activity.startExecution(index, 0);
    HttpAnswer answer = HttpAnswer::data(executionDetail(context.world, started, false, false));
    answer.status = 201;
    return answer;
}

} // namespace

void addExecutionCommands(SimContext& context) {
    context.router.add("POST", "/api/v1/executions/execute", Access::Bearer,
                       [&](HttpRequest& request) { return execute(context, request); });
    context.router.add("POST", "/api/v1/executions/{}/cancel", Access::Bearer,
                       [&](HttpRequest& request) { return cancel(context, request); });
}

} // namespace attune::sim
