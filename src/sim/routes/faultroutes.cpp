// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "routes/controlbody.h"
#include "routes/routes.h"
#include "simcontext.h"

#include "attune/sim/simcontrol.h"

#include <chrono>

// The part of the control plane that makes the server misbehave.
namespace attune::sim {

namespace {

using Act = std::function<void(SimControl&, ControlBody&)>;
using std::chrono::milliseconds;

QByteArray bytes(const std::string& text) { return QByteArray::fromStdString(text); }

void drop(SimControl& control, ControlBody& body) {
    control.dropNotifications(static_cast<std::uint64_t>(std::max<std::int64_t>(body.number("n"), 0)));
}

void close(SimControl& control, ControlBody& body) {
    const auto code = static_cast<int>(body.number("code", 1000));
    control.closeSockets(code, QString::fromStdString(body.text("reason", code == 4401 ? "token expired" : "")));
}

void stall(SimControl& control, ControlBody& body) {
    const bool rest = body.flag("rest");
    control.stall(rest, body.flag("ws"));
}

void sendRaw(SimControl& control, ControlBody& body) {
    if (body.has("text"))
        control.sendText(bytes(body.text("text")));
    if (body.has("text_base64"))
        control.sendText(QByteArray::fromBase64(bytes(body.text("text_base64"))));
    if (body.has("binary_base64"))
        control.sendBinary(QByteArray::fromBase64(bytes(body.text("binary_base64"))));
}

void setLatency(SimControl& control, ControlBody& body) {
    const milliseconds rest(body.number("ms"));
    control.setLatency(rest, milliseconds(body.number("ws_ms")));
}

void fail(SimControl& control, ControlBody& body) {
    SimFailure failure;
    failure.pathPrefix = bytes(body.text("path"));
    failure.status = static_cast<int>(body.number("status", 500));
    failure.contentType = bytes(body.text("content_type", "application/json"));
    failure.body = bytes(body.text("body"));
    failure.count = static_cast<int>(body.number("count", 1));
    if (body.error().empty())
        control.fail(failure);
}

void setPermissions(SimControl& control, ControlBody& body) {
    const std::string mode = body.text("permissions");
    if (mode == "full")
        control.setPermissions(PermissionMode::Full);
    else if (mode == "rules-scoped")
        control.setPermissions(PermissionMode::RulesScoped);
    else if (mode == "june-viewer")
        control.setPermissions(PermissionMode::JuneViewer);
    else
        body.refuse("permissions: full, rules-scoped or june-viewer");
}

void changeIdentity(SimControl& control, ControlBody& body) {
    if (body.has("permissions"))
        setPermissions(control, body);
    if (body.has("frozen"))
        control.setFrozen(body.flag("frozen"));
    if (body.has("integration_token_revoked"))
        control.setIntegrationTokenRevoked(body.flag("integration_token_revoked"));
    if (body.flag("rotate_secret"))
        control.rotateSecret();
}

HttpAnswer setDown(SimContext& context, bool down) {
    if (SimControl(context).setDown(down))
        return HttpAnswer::json(nlohmann::json{{"ok", true}});
    return HttpAnswer::error(500, "INTERNAL_SERVER_ERROR", "the port of the notifier is taken");
}

} // namespace

void addFaultRoutes(SimContext& context) {
    Router& router = context.controlRouter;
    const auto add = [&](const char* path, const Act& act) {
        router.add("POST", path, Access::Open, [&context, act](HttpRequest& request) {
            ControlBody body(request);
            SimControl control(context);
            if (body.error().empty())
                act(control, body);
            return controlAnswer(body);
        });
    };
    add("/sim/drop", drop);
    add("/sim/disconnect", [](SimControl& control, ControlBody&) { control.disconnectSockets(); });
    add("/sim/close", close);
    add("/sim/stall", stall);
    add("/sim/raw", sendRaw);
    add("/sim/latency", setLatency);
    add("/sim/fail", fail);
    add("/sim/identity", changeIdentity);
    router.add("POST", "/sim/down", Access::Open, [&](HttpRequest&) { return setDown(context, true); });
    router.add("POST", "/sim/up", Access::Open, [&](HttpRequest&) { return setDown(context, false); });
}

} // namespace attune::sim
