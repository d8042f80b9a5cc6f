// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/jsonbody.h"
#include "routes/routes.h"
#include "simcontext.h"

namespace attune::sim {

namespace {

using nlohmann::json;

HttpAnswer unauthorized(std::string_view message) { return HttpAnswer::error(401, "UNAUTHORIZED", message); }

HttpAnswer invalid(std::string_view message) {
    return HttpAnswer::error(422, "VALIDATION_ERROR", "Validation failed: " + std::string(message));
}

json grant(const SimContext& context, Tokens::Source source, bool withUser) {
    const Tokens& tokens = context.tokens;
    json body = {{"access_token", tokens.access(source, tokens.accessLifetime()).toStdString()},
                 {"refresh_token", tokens.refresh(source).toStdString()},
                 {"token_type", "Bearer"},
                 {"expires_in", tokens.accessLifetime().count()}};
    if (withUser)
        body["user"] = {{"id", Tokens::IdentityId}, {"login", tokens.login()}, {"display_name", "Demo Operator"}};
    return body;
}

HttpAnswer settings() {
    json body = {{"authentication_enabled", true},
                 {"local_password_enabled", true},
                 {"local_password_visible_by_default", true},
                 {"self_registration_enabled", false}};
    for (const std::string provider : {"oidc", "ldap"}) {
        body[provider + "_enabled"] = false;
        body[provider + "_visible_by_default"] = false;
        for (const char* field : {"_provider_name", "_provider_label", "_provider_icon_url"})
            body[provider + field] = nullptr;
    }
    return HttpAnswer::data(body);
}

HttpAnswer login(SimContext& context, const HttpRequest& request) {
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto name = stringField(*body, "login");
    const auto password = stringField(*body, "password");
    if (!name || !password)
        return name ? password.error() : name.error();
    if (name->empty() || name->size() > 255)
        return invalid("login: Login must be between 1 and 255 characters");
    if (password->empty())
        return invalid("password: Password cannot be empty");
    if (!context.tokens.passwordFits(*name, *password))
        return unauthorized("Invalid login or password");
    if (context.tokens.frozen)
        return HttpAnswer::forbidden("Identity is frozen and cannot authenticate");
    HttpAnswer answer = HttpAnswer::data(grant(context, Tokens::Source::Password, true));
    if (context.world.isNewest())
        answer.headers.emplace_back("set-cookie", "attune_access_token=; HttpOnly; Path=/; Max-Age=0");
    return answer;
}

HttpAnswer tokenLogin(SimContext& context, const HttpRequest& request) {
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto token = stringField(*body, "token");
    if (!token)
        return token.error();
    if (token->empty())
        return invalid("token: Token cannot be empty");
    if (!context.tokens.integrationTokenFits(*token) || context.tokens.frozen)
        return unauthorized("Invalid token");
    return HttpAnswer::data(grant(context, Tokens::Source::Integration, true));
}

HttpAnswer refresh(SimContext& context, const HttpRequest& request) {
    if (request.body.isEmpty())
        return unauthorized("Missing refresh token");
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto token = stringField(*body, "refresh_token");
    if (!token)
        return token.error();
    if (token->empty())
        return invalid("refresh_token: Refresh token cannot be empty");
    const auto source = context.tokens.refreshSource(QByteArray::fromStdString(*token));
    if (!source)
        return unauthorized("Invalid or expired refresh token");
    if (context.tokens.frozen)
        return HttpAnswer::forbidden("Identity is frozen and cannot authenticate");
    return HttpAnswer::data(grant(context, *source, false));
}

HttpAnswer me(const SimContext& context) {
    if (context.tokens.frozen)
        return HttpAnswer::forbidden("Identity is frozen and cannot authenticate");
    return HttpAnswer::data({{"id", Tokens::IdentityId},
                             {"login", context.tokens.login()},
                             {"display_name", "Demo Operator"},
                             {"auth_provider", "local"},
                             {"is_local", true},
                             {"can_change_password", true},
                             {"effective_permissions", context.permissions.effective()},
                             {"assigned_permission_set_refs", context.permissions.permissionSets()}});
}

HttpAnswer logout() {
    HttpAnswer answer = HttpAnswer::empty(307);
    answer.headers.emplace_back("location", "/login");
    return answer;
}

} // namespace

void addAuthRoutes(SimContext& context) {
    Router& router = context.router;
    const auto notImplemented = [](const char* what) {
        return [what](HttpRequest&) {
            return HttpAnswer::error(501, "NOT_IMPLEMENTED", std::string(what) + " is not configured");
        };
    };
    router.add("GET", "/auth/settings", Access::Open, [](HttpRequest&) { return settings(); });
    router.add("POST", "/auth/login", Access::Open, [&](HttpRequest& request) { return login(context, request); });
    router.add("POST", "/auth/token-login", Access::Open,
               [&](HttpRequest& request) { return tokenLogin(context, request); });
    router.add("POST", "/auth/refresh", Access::Open, [&](HttpRequest& request) { return refresh(context, request); });
    router.add("GET", "/auth/me", Access::Bearer, [&](HttpRequest&) { return me(context); });
    router.add("GET", "/auth/logout", Access::Open, [](HttpRequest&) { return logout(); });
    router.add("POST", "/auth/ldap/login", Access::Open, notImplemented("LDAP authentication"));
    router.add("GET", "/auth/oidc/login", Access::Open, notImplemented("OIDC authentication"));
    if (context.world.isNewest()) {
        router.add("POST", "/auth/oidc/device/start", Access::Open, notImplemented("OIDC authentication"));
        router.add("POST", "/auth/oidc/device/poll", Access::Open, notImplemented("OIDC authentication"));
    }
}

} // namespace attune::sim
