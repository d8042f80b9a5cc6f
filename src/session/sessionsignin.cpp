// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
// The part of Session that signs in: by a typed secret, or by what the keychain holds.
#include "sessionprivate.h"

#include "attune/core/log/knownsecrets.h"

#include <utility>

namespace attune::session {

namespace {

/// What is wrong with a profile before anything is sent; the name does not matter here.
[[nodiscard]] std::optional<SignInProblem> problemOf(const Profile& profile) {
    for (const auto& [field, message] : validate(profile)) {
        if (field != ProfileField::Name)
            return SignInProblem{field, message};
    }
    return std::nullopt;
}

} // namespace

void Session::Private::beginSignIn(const Profile& newProfile, const Credentials& credentials, QObject* context,
                                   SignInService::Done done) {
    cancelSignIn();
    m_signInContext = context;
    m_signInDone = std::move(done);
    withProxyPassword(newProfile, credentials.proxyPassword, false,
                      [this, newProfile, secret = credentials.secret](const QString& proxyPassword) {
                          startSignIn(newProfile, {secret, false, proxyPassword});
                      });
}

void Session::Private::resume(const Profile& newProfile, bool mayBeLate, QObject* context, SignInService::Done done) {
    cancelSignIn();
    m_signInContext = context;
    m_signInDone = std::move(done);
    withProxyPassword(newProfile, {}, mayBeLate, [this, newProfile, mayBeLate](const QString& proxyPassword) {
        m_recall = std::make_unique<QObject>();
        const auto recalled = [this, newProfile, proxyPassword](const Recalled& result) {
            onRecalled(newProfile, proxyPassword, result);
        };
        if (newProfile.remember && options.secrets != nullptr)
            memory.recall(newProfile, mayBeLate, m_recall.get(), recalled);
        else
            QMetaObject::invokeMethod(
                m_recall.get(), [recalled] { recalled(QByteArray()); }, Qt::QueuedConnection);
    });
}

void Session::Private::withProxyPassword(const Profile& newProfile, const QString& typed, bool mayBeLate,
                                         std::function<void(const QString&)> goOn) {
    if (newProfile.proxyUser.isEmpty() || !typed.isEmpty())
        return goOn(typed);
    m_recall = std::make_unique<QObject>();
    memory.recallProxy(newProfile, mayBeLate, m_recall.get(), [this, goOn = std::move(goOn)](const Recalled& recalled) {
        m_recall.release()->deleteLater();
        goOn(recalled ? QString::fromUtf8(*recalled) : QString()); // if the proxy insists, it will say so
    });
}

void Session::Private::onRecalled(const Profile& newProfile, const QString& proxyPassword, const Recalled& recalled) {
    m_recall.release()->deleteLater();
    if (!recalled)
        return answerSignIn(
            SignInProblem{ProfileField::General, tr("The keychain cannot be used: %1.").arg(recalled.error().message)});
    if (recalled->isEmpty())
        return answerSignIn(SignInProblem{});
    startSignIn(newProfile, {QString::fromUtf8(*recalled), true, proxyPassword});
}

void Session::Private::startSignIn(const Profile& newProfile, SignInSecret secret) {
    learnSecrets(newProfile, secret);
    const net::RequestId firstRequest =
        std::exchange(m_nextSignInRequest, m_nextSignInRequest + SignInFlow::RequestIds);
    signIn = std::make_unique<SignInFlow>(*transport, firstRequest, newProfile, std::move(secret),
                                          [this](const SignInFlow::Outcome& outcome) { onSignInDone(outcome); });
    if (const auto problem = problemOf(newProfile))
        QMetaObject::invokeMethod(
            signIn.get(), [this, problem] { onSignInDone(*problem); }, Qt::QueuedConnection);
    else
        signIn->start();
}

void Session::Private::cancelSignIn() {
    m_recall.reset();
    m_signInDone = nullptr;
    if (!signIn)
        return;
    signIn.reset();
    trustOwnServer();
}

/// A sign-in that came to nothing has left the authorities and the proxy of its profile behind.
void Session::Private::trustOwnServer() const {
    if (tokens.isSignedIn()) [[maybe_unused]]
        const QString problem = SignInFlow::prepare(*transport, profile, m_proxyPassword);
}

void Session::Private::onSignInDone(const SignInFlow::Outcome& outcome) {
    SignInFlow* flow = signIn.release();
    flow->deleteLater();
    if (const auto* problem = std::get_if<SignInProblem>(&outcome)) {
        if (flow->secret().isRemembered && problem->field == ProfileField::Secret)
            memory.forget(flow->profile());
        trustOwnServer();
        return answerSignIn(*problem);
    }
    adopt(flow->profile(), std::get<core::TokenGrant>(outcome));
    if (profile.method == SignInMethod::IntegrationToken && profile.remember)
        memory.remember(profile, flow->secret().text.toUtf8());
    rememberSignIn();
    m_proxyPassword = QString(flow->secret().proxyPassword.constData(), flow->secret().proxyPassword.size());
    if (!profile.proxyUser.isEmpty() && !m_proxyPassword.isEmpty())
        memory.rememberProxy(profile, m_proxyPassword);
    answerSignIn(std::nullopt);
}

void Session::Private::answerSignIn(const std::optional<SignInProblem>& problem) {
    const auto done = std::exchange(m_signInDone, nullptr);
    if (m_signInContext && done)
        done(problem);
}

/// An integration token outlives every refresh token that it brings.
void Session::Private::rememberSignIn() {
    if (profile.remember && profile.method != SignInMethod::IntegrationToken && !tokens.refreshToken().isEmpty())
        memory.remember(profile, tokens.refreshToken());
}

void Session::Private::forgetSignIn() {
    if (profile.remember)
        memory.forget(profile);
}

/// So that no log can hold them. A remembered sign-in is a token like those that follow it, unless it is one that
/// lasts.
void Session::Private::learnSecrets(const Profile& newProfile, const SignInSecret& secret) const {
    if (options.knownSecrets == nullptr)
        return;
    if (secret.isRemembered && newProfile.method != SignInMethod::IntegrationToken)
        options.knownSecrets->learn(secret.text);
    else
        options.knownSecrets->learnForGood(secret.text);
    options.knownSecrets->learnForGood(secret.proxyPassword);
}

/// So that no log can hold them, whatever shape they have.
void Session::Private::learnTokens() const {
    if (options.knownSecrets == nullptr)
        return;
    for (const QByteArray* token : {&tokens.bearer(), &tokens.refreshToken()})
        options.knownSecrets->learn(QString::fromLatin1(*token));
}

void Session::Private::adopt(const Profile& newProfile, const core::TokenGrant& grant) {
    signOut({});
    profile = newProfile;
    m_hasIdentity = true;
    status.login = grant.login.isEmpty() ? profile.login : grant.login;
    requester.reset(profile.api);
    tokens.adopt(profile.api, grant);
    learnTokens();
    machine.start(notifierUrl(profile), dispatcher.streamQueue());
    permissions.start();
    tick();
}

} // namespace attune::session
