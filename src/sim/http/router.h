// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/tokens.h"
#include "http/httpanswer.h"
#include "http/httprequest.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace attune::sim {

using Handler = std::function<HttpAnswer(HttpRequest&)>;
enum class Access : std::uint8_t { Open, Bearer };

/// Finds the handler of a request, after checking its bearer token where one is needed. Errors: shapes 2 and 4.
class Router {
public:
    /// `tokens` outlives it.
    explicit Router(const Tokens& tokens) : m_tokens(tokens) {}

    /// `pattern` is a path in which `{}` stands for one segment; routes added first win.
    void add(const QByteArray& method, const QByteArray& pattern, Access access, Handler handler);
    [[nodiscard]] HttpAnswer handle(HttpRequest& request) const;

private:
    struct Route {
        QByteArray method;
        QList<QByteArray> segments;
        Access access = Access::Open;
        Handler handler;
    };
    [[nodiscard]] std::optional<HttpAnswer> refusal(HttpRequest& request) const;

    const Tokens& m_tokens;
    std::vector<Route> m_routes;
};

} // namespace attune::sim
