// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/router.h"

namespace attune::sim {

namespace {

bool matches(const QList<QByteArray>& pattern, const QList<QByteArray>& path, std::vector<std::string>& args) {
    if (pattern.size() != path.size())
        return false;
    args.clear();
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == "{}" && !path[i].isEmpty())
            args.push_back(QByteArray::fromPercentEncoding(path[i]).toStdString());
        else if (pattern[i] != path[i])
            return false;
    }
    return true;
}

} // namespace

void Router::add(const QByteArray& method, const QByteArray& pattern, Access access, Handler handler) {
    m_routes.push_back({method, pattern.split('/'), access, std::move(handler)});
}

HttpAnswer Router::handle(HttpRequest& request) const {
    const QList<QByteArray> path = request.path.split('/');
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    QByteArray allowed;
    for (const Route& route : m_routes) {
        if (!matches(route.segments, path, request.args))
            continue;
        if (route.method != method) {
            allowed += (allowed.isEmpty() ? "" : ",") + route.method;
            continue;
        }
        if (route.access == Access::Bearer) {
            if (auto refused = refusal(request))
                return *std::move(refused);
        }
        return route.handler(request);
    }
    HttpAnswer answer = HttpAnswer::empty(allowed.isEmpty() ? 404 : 405);
    if (!allowed.isEmpty())
        answer.headers.emplace_back("allow", allowed);
    return answer;
}

std::optional<HttpAnswer> Router::refusal(HttpRequest& request) const {
    const QByteArray authorization = request.header("authorization");
    if (!authorization.startsWith("Bearer "))
        return HttpAnswer::bearerError("Missing authentication token");
    const auto checked = m_tokens.check(authorization.mid(7), std::chrono::seconds(60));
    if (checked.verdict == Tokens::Verdict::Expired)
        return HttpAnswer::bearerError("Authentication token expired");
    if (checked.verdict == Tokens::Verdict::Invalid || checked.claims.tokenType == "refresh")
        return HttpAnswer::bearerError("Invalid authentication token");
    request.claims = checked.claims;
    return std::nullopt;
}

} // namespace attune::sim
