// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/signinflow.h"

#include "logcategories.h"

#include "attune/core/decoderest.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace attune::session {

namespace {

template<class T>
[[nodiscard]] net::BodyDecoder erased(core::Result<T> (*decode)(const QByteArray&)) {
    return [decode](const QByteArray& body) -> core::Result<std::any> {
        auto value = decode(body);
        if (!value)
            return value.error();
        return std::any(std::move(value).value());
    };
}

[[nodiscard]] QString loginPath(SignInMethod method) {
    switch (method) {
    case SignInMethod::Password:
        return QStringLiteral("/auth/login");
    case SignInMethod::Ldap:
        return QStringLiteral("/auth/ldap/login");
    case SignInMethod::IntegrationToken:
        return QStringLiteral("/auth/token-login");
    }
    Q_UNREACHABLE();
}

/// A gateway says so while the server behind it is not there yet.
[[nodiscard]] bool isPassing(int status) { return status >= 502 && status <= 504; }

} // namespace

SignInFlow::SignInFlow(net::Transport& transport, net::RequestId firstRequest, Profile profile, SignInSecret secret,
                       Done done, QObject* parent)
    : QObject(parent)
    , m_transport(transport)
    , m_firstRequest(firstRequest)
    , m_profile(std::move(profile))
    , m_secret(std::move(secret))
    , m_done(std::move(done)) {
    connect(&m_transport, &net::Transport::requestFinished, this, &SignInFlow::onReply);
}

SignInFlow::~SignInFlow() {
    if (m_request != 0)
        m_transport.cancelRequest(m_request);
    m_secret.text.fill(u'\0');
    m_secret.proxyPassword.fill(u'\0');
}

QString SignInFlow::prepare(net::Transport& transport, const Profile& profile, const QString& proxyPassword) {
    transport.setProxy({profile.proxy, profile.proxyUser, proxyPassword});
    return transport.setCertificateAuthorities(profile.caFile, profile.caReplaces ? net::AuthorityUse::Replace
                                                                                  : net::AuthorityUse::Add);
}

void SignInFlow::start() {
    if (const QString problem = prepare(m_transport, m_profile, m_secret.proxyPassword); !problem.isEmpty())
        return finish(SignInProblem{ProfileField::CaFile, problem});
    qCInfo(lcSession).noquote() << "signing in to" << m_profile.api.authority() << "with" << loginPath(m_profile.method)
                                << (isRefresh() ? "by an earlier sign-in" : "");
    m_transport.sendRequest(request(QStringLiteral("/auth/settings")), erased(core::decodeAuthSettings));
}

net::HttpRequest SignInFlow::request(const QString& path) {
    net::HttpRequest request;
    request.id = m_request = m_firstRequest + (m_sentLogin ? 1 : 0);
    request.url = m_profile.api;
    request.url.setPath(m_profile.api.path() + path);
    return request;
}

void SignInFlow::sendLogin() {
    m_sentLogin = true;
    net::HttpRequest login = request(isRefresh() ? QStringLiteral("/auth/refresh") : loginPath(m_profile.method));
    login.method = net::HttpRequest::Method::Post;
    login.body = QJsonDocument(loginBody()).toJson(QJsonDocument::Compact);
    m_transport.sendRequest(login, erased(core::decodeTokenGrant));
}

bool SignInFlow::isRefresh() const {
    return m_secret.isRemembered && m_profile.method != SignInMethod::IntegrationToken;
}

QJsonObject SignInFlow::loginBody() const {
    if (isRefresh())
        return {{QStringLiteral("refresh_token"), m_secret.text}};
    if (m_profile.method == SignInMethod::IntegrationToken)
        return {{QStringLiteral("token"), m_secret.text}};
    return {{QStringLiteral("login"), m_profile.login}, {QStringLiteral("password"), m_secret.text}};
}

void SignInFlow::onReply(const net::HttpReply& reply) {
    if (m_request == 0 || reply.id != m_request)
        return;
    m_request = 0;
    if (m_sentLogin)
        onLogin(reply);
    else
        onSettings(reply);
}

void SignInFlow::onSettings(const net::HttpReply& reply) {
    const auto* settings = reply.ok() ? std::any_cast<core::AuthSettings>(&reply.value) : nullptr;
    if (settings == nullptr)
        return finish(transportProblem(reply));
    if (m_profile.method == SignInMethod::Ldap && !settings->ldap)
        return finish(SignInProblem{ProfileField::Method, tr("This server offers no LDAP sign-in.")});
    if (m_profile.method == SignInMethod::Password && !settings->localPassword)
        return finish(SignInProblem{ProfileField::Method, tr("This server offers no sign-in by password.")});
    sendLogin();
}

void SignInFlow::onLogin(const net::HttpReply& reply) {
    if (const auto* grant = reply.ok() ? std::any_cast<core::TokenGrant>(&reply.value) : nullptr)
        return finish(*grant);
    finish(reply.outcome == net::HttpReply::Outcome::Answered ? loginProblem(reply) : transportProblem(reply));
}

SignInProblem SignInFlow::transportProblem(const net::HttpReply& reply) const {
    using Outcome = net::HttpReply::Outcome;
    const QString host = m_profile.api.authority();
    switch (reply.outcome) {
    case Outcome::Unreachable:
        return {ProfileField::Api, tr("%1 cannot be reached: %2").arg(host, reply.message), true};
    case Outcome::TimedOut:
        return {ProfileField::Api, tr("%1 does not answer: %2").arg(host, reply.message), true};
    case Outcome::ProxyDenied:
        return {ProfileField::ProxyLogin, tr("%1 cannot be reached: %2.").arg(host, reply.message)};
    case Outcome::Certificate:
        return {ProfileField::Api, tr("The certificate of %1 was refused: %2").arg(host, reply.message)};
    case Outcome::Redirected:
        return {ProfileField::Api, tr("%1 redirects elsewhere. Enter the address it redirects to.").arg(host)};
    case Outcome::NotJson:
        return {ProfileField::Api, tr("This is a web page, not an Attune API (%1).").arg(reply.message)};
    case Outcome::TooLarge:
    case Outcome::Malformed:
        return {ProfileField::Api, tr("This does not answer like an Attune API: %1").arg(reply.message)};
    case Outcome::Answered:
        break;
    }
    constexpr int NotFound = 404;
    if (reply.status == NotFound)
        return {ProfileField::Api, tr("There is no Attune API at this address (status 404).")};
    return {ProfileField::Api,
            tr("%1 answers with an error (status %2). %3").arg(host).arg(reply.status).arg(reply.message),
            isPassing(reply.status)};
}

SignInProblem SignInFlow::loginProblem(const net::HttpReply& reply) const {
    switch (reply.status) {
    case 401:
        if (isRefresh())
            return {ProfileField::Secret, tr("The sign-in of the last time has ended.")};
        return {ProfileField::Secret,
                m_profile.method == SignInMethod::IntegrationToken
                    ? tr("The server does not accept this token: it is unknown, revoked or expired.")
                    : tr("Login or password is wrong.")};
    case 403:
        return {ProfileField::Login, tr("This account is frozen. Ask an administrator.")};
    case 404:
    case 501:
        return {ProfileField::Method, tr("This server does not offer this way to sign in.")};
    case 422:
        return {ProfileField::General, tr("The server does not accept these entries: %1").arg(reply.message)};
    default:
        return {ProfileField::General, tr("Signing in failed (status %1). %2").arg(reply.status).arg(reply.message),
                isPassing(reply.status)};
    }
}

void SignInFlow::finish(Outcome outcome) {
    const Done done = std::exchange(m_done, nullptr);
    if (!done)
        return;
    if (const auto* problem = std::get_if<SignInProblem>(&outcome))
        qCInfo(lcSession) << "signing in failed at field" << static_cast<int>(problem->field);
    else
        qCInfo(lcSession) << "signed in";
    done(std::move(outcome));
}

} // namespace attune::session
