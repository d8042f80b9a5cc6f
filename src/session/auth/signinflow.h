// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/details.h"
#include "attune/net/transport.h"
#include "attune/session/signinservice.h"

#include <QJsonObject>
#include <QObject>
#include <QString>

#include <functional>
#include <variant>

namespace attune::session {

/// What a sign-in offers to the server.
struct SignInSecret {
    QString text;              ///< password or integration token; remembered, a refresh token instead of a password
    bool isRemembered = false; ///< of an earlier sign-in
    QString proxyPassword;     ///< for the proxy of the profile, not for the server
};

/// One sign-in: `GET /auth/settings` proves that this is an Attune API (and which forms it offers) before a secret is
/// sent anywhere, then the login itself. Every way to fail becomes a sentence next to the field at fault. Used once.
/// Needs RequestIds ids from `firstRequest` on that nobody else uses: a late answer to an earlier attempt must not be
/// taken for one to this.
class SignInFlow : public QObject {
    Q_OBJECT
public:
    using Outcome = std::variant<core::TokenGrant, SignInProblem>;
    using Done = std::function<void(Outcome)>;

    SignInFlow(net::Transport& transport, net::RequestId firstRequest, Profile profile, SignInSecret secret, Done done,
               QObject* parent = nullptr);
    ~SignInFlow() override;

    void start();
    /// Makes the network go the way and trust the authorities that `profile` says; the reason when it cannot.
    [[nodiscard]] static QString prepare(net::Transport& transport, const Profile& profile,
                                         const QString& proxyPassword);
    [[nodiscard]] const Profile& profile() const { return m_profile; }
    [[nodiscard]] const SignInSecret& secret() const { return m_secret; }

    static constexpr net::RequestId RequestIds = 2;

private:
    void onReply(const net::HttpReply& reply);
    void onSettings(const net::HttpReply& reply);
    void onLogin(const net::HttpReply& reply);
    void sendLogin();
    [[nodiscard]] QJsonObject loginBody() const;
    [[nodiscard]] bool isRefresh() const;
    [[nodiscard]] net::HttpRequest request(const QString& path);
    [[nodiscard]] SignInProblem transportProblem(const net::HttpReply& reply) const;
    [[nodiscard]] SignInProblem loginProblem(const net::HttpReply& reply) const;
    void finish(Outcome outcome);

    net::Transport& m_transport;
    net::RequestId m_firstRequest;
    Profile m_profile;
    SignInSecret m_secret;
    Done m_done;
    net::RequestId m_request = 0;
    bool m_sentLogin = false;
};

} // namespace attune::session
