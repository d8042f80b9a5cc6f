// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "relay.h"
#include "simsessionfixture.h"

using namespace attune;
using session::ProfileField;

namespace {

/// The whole session through a proxy that demands a login, which stands between it and the simulated server.
class ProxySession : public test::SimSessionFixture {
protected:
    ProxySession() { relay.demand("bob", "proxy word"); }
    void SetUp() override {
        serve([](sim::SimOptions& options) { options.rows = 200; });
        profile.proxy = relay.url(QStringLiteral("http"));
    }
    std::optional<session::SignInProblem> signInWith(const QString& user, const QString& proxyPassword) {
        profile.proxyUser = user;
        std::optional<session::SignInProblem> problem;
        bool answered = false;
        session->signIn(profile, {secret, proxyPassword}, &context, [&](std::optional<session::SignInProblem> what) {
            problem = std::move(what);
            answered = true;
        });
        EXPECT_TRUE(test::waitFor([&] { return answered; }));
        return problem;
    }

    test::Relay relay;
};

} // namespace

TEST_F(ProxySession, rightLogin_leadsToLiveByTheProxyAlone) {
    ASSERT_FALSE(signInWith(QStringLiteral("bob"), QStringLiteral("proxy word")));
    EXPECT_TRUE(comes(State::Live));
    EXPECT_GE(relay.requests, 1);
    EXPECT_GE(relay.connects, 1);
    EXPECT_TRUE(mirrors()) << difference();
}

TEST_F(ProxySession, missingOrWrongLogin_isSaidWithTheNameOfTheProxy) {
    const QString name = relay.url(QStringLiteral("http")).authority();
    const auto missing = signInWith({}, {});
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->field, ProfileField::ProxyLogin);
    EXPECT_TRUE(missing->message.endsWith(QStringLiteral("the proxy %1 asks for a login.").arg(name)))
        << missing->message.toStdString();
    const auto wrong = signInWith(QStringLiteral("bob"), QStringLiteral("no"));
    ASSERT_TRUE(wrong);
    EXPECT_TRUE(
        wrong->message.endsWith(QStringLiteral("the proxy %1 does not accept its login or password.").arg(name)))
        << wrong->message.toStdString();
    EXPECT_FALSE(relay.seen().contains(secret.toUtf8())) << "the password of the server has not been sent";
    EXPECT_FALSE(signInWith(QStringLiteral("bob"), QStringLiteral("proxy word")));
}

TEST_F(ProxySession, proxyThatChangesItsMind_isNamedWhileOffline) {
    ASSERT_FALSE(signInWith(QStringLiteral("bob"), QStringLiteral("proxy word")));
    ASSERT_TRUE(comes(State::Live));
    relay.demand("bob", "another word");
    control().disconnectSockets();
    const QString reason = QStringLiteral("does not accept its login");
    EXPECT_TRUE(test::waitFor([&] { return session->status().reason.contains(reason); }))
        << session->status().reason.toStdString();
    EXPECT_NE(state(), State::Live);
    relay.demand("bob", "proxy word");
    EXPECT_TRUE(comes(State::Live));
}
