// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "routes/controlbody.h"
#include "routes/routes.h"
#include "rowedit.h"
#include "simcontext.h"

#include "attune/sim/simcontrol.h"

#include <algorithm>

// The part of the control plane that concerns rows.
namespace attune::sim {

namespace {

using nlohmann::json;

constexpr std::int64_t MaxCount = 1'000'000;

HttpAnswer stats(SimContext& context) {
    const SimStats stats = SimControl(context).stats();
    return HttpAnswer::json(json{{"rows", stats.rows},
                                 {"clients", stats.clients},
                                 {"subscriptions", stats.subscriptions},
                                 {"notifications", stats.notifications},
                                 {"dropped", stats.dropped},
                                 {"requests", stats.requests},
                                 {"handshakes", stats.handshakes}});
}

int countOf(ControlBody& body, const char* key) {
    return static_cast<int>(std::clamp<std::int64_t>(body.number(key), 0, MaxCount));
}

HttpAnswer emitRows(SimContext& context, ControlBody& body, bool deferred) {
    std::vector<RowSpec> specs;
    for (const json& item : body.list("rows")) {
        const auto spec = readRowSpec(item);
        if (!spec)
            return HttpAnswer::error(400, "BAD_REQUEST", spec.error().message.toStdString());
        specs.push_back(*spec);
    }
    if (!body.error().empty())
        return controlAnswer(body);
    return controlAnswer(body, {{"ids", SimControl(context).emitRows(specs, deferred)}});
}

HttpAnswer emitSome(SimContext& context, const HttpRequest& request) {
    ControlBody body(request);
    SimControl control(context);
    const bool deferred = body.flag("deferred");
    const bool settle = body.flag("settle");
    if (body.has("rows"))
        return emitRows(context, body, deferred);
    const int created = countOf(body, "created");
    const int changes = countOf(body, "changes");
    if (!body.error().empty())
        return controlAnswer(body);
    std::vector<core::Id> ids = control.emitCreated(created, settle, deferred);
    for (const core::Id id : control.emitChanges(changes, deferred))
        ids.push_back(id);
    return controlAnswer(body, {{"ids", ids}});
}

HttpAnswer deleteSome(SimContext& context, const HttpRequest& request) {
    ControlBody body(request);
    const auto ids = body.numbers("ids");
    const auto events = body.numbers("events");
    if (body.error().empty()) {
        SimControl(context).deleteRows(ids);
        SimControl(context).purgeEvents(events);
    }
    return controlAnswer(body);
}

HttpAnswer setRate(SimContext& context, const HttpRequest& request) {
    ControlBody body(request);
    const double rate = body.real("rate");
    if (body.error().empty())
        SimControl(context).setRate(rate);
    return controlAnswer(body);
}

} // namespace

void addControlRoutes(SimContext& context) {
    Router& router = context.controlRouter;
    router.add("GET", "/sim/state", Access::Open, [&](HttpRequest&) {
        HttpAnswer answer = HttpAnswer::json(std::string());
        answer.body = SimControl(context).stateJson();
        return answer;
    });
    router.add("GET", "/sim/stats", Access::Open, [&](HttpRequest&) { return stats(context); });
    router.add("POST", "/sim/rate", Access::Open, [&](HttpRequest& request) { return setRate(context, request); });
    router.add("POST", "/sim/emit", Access::Open, [&](HttpRequest& request) { return emitSome(context, request); });
    router.add("POST", "/sim/delete", Access::Open, [&](HttpRequest& request) { return deleteSome(context, request); });
}

} // namespace attune::sim
