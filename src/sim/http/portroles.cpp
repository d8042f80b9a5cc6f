// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/portroles.h"

#include "simcontext.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

constexpr char IndexPage[] =
    "<!doctype html><html><head><title>Attune</title></head><body><div id=\"root\"></div></body></html>";

HttpFront::Reply product(SimContext& context, HttpRequest& request, const Router& router) {
    Faults& faults = context.faults;
    if (faults.down)
        return {HttpAnswer::of(HttpAnswer::Manner::Drop), {}};
    ++context.requests;
    if (faults.restStalled)
        return {HttpAnswer::of(HttpAnswer::Manner::Hang), {}};
    if (auto failure = faults.takeFailure(request.path))
        return {*std::move(failure), faults.restDelay};
    return {router.handle(request), faults.restDelay};
}

bool isBelow(const QByteArray& path, const QByteArray& folder) {
    return path == folder || path.startsWith(QByteArray(folder + '/'));
}

} // namespace

bool isControlPath(const QByteArray& path) { return path.startsWith("/sim/"); }

HttpFront::Reply answerApi(SimContext& context, HttpRequest& request) {
    if (isControlPath(request.path))
        return {context.controlRouter.handle(request), {}};
    return product(context, request, context.router);
}

HttpFront::Reply answerNotifier(SimContext& context, HttpRequest& request) {
    return product(context, request, context.notifierRouter);
}

HttpFront::Reply answerProxy(SimContext& context, HttpRequest& request) {
    if (isControlPath(request.path) || isBelow(request.path, "/api") || isBelow(request.path, "/auth"))
        return answerApi(context, request);
    if (isBelow(request.path, "/ws")) {
        if (request.path != "/ws")
            request.path = request.path.mid(3);
        return answerNotifier(context, request);
    }
    if (context.faults.down)
        return {HttpAnswer::of(HttpAnswer::Manner::Drop), {}};
    if (isBelow(request.path, "/health")) {
        HttpAnswer answer = HttpAnswer::text(200, "OK");
        answer.contentType = "text/plain";
        return {answer, {}};
    }
    HttpAnswer page = HttpAnswer::text(200, IndexPage);
    page.contentType = "text/html";
    return {page, {}};
}

} // namespace attune::sim
