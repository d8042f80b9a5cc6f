// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/signinflow.h"
#include "parts.h"

using namespace attune;
using session::ProfileField;
using session::SignInFlow;
using session::SignInMethod;
using session::SignInProblem;
using Outcome = net::HttpReply::Outcome;

namespace {

constexpr auto Settings =
    R"({"data":{"authentication_enabled":true,"local_password_enabled":true,"ldap_enabled":true}})";

class SignInFlowTest : public test::PartsFixture {
protected:
    SignInFlowTest() {
        profile.api = QUrl(QStringLiteral("https://attune.example.com/sub"));
        profile.login = QStringLiteral("alice");
    }
    void start() {
        flow = std::make_unique<SignInFlow>(transport, firstRequest += SignInFlow::RequestIds, profile,
                                            session::SignInSecret{secret, isRemembered, {}},
                                            [this](SignInFlow::Outcome what) { outcome = std::move(what); });
        flow->start();
    }
    void startAndPassSettings() {
        start();
        transport.answer(only(), Settings);
    }
    [[nodiscard]] SignInProblem problem() {
        const auto* found = outcome ? std::get_if<SignInProblem>(&*outcome) : nullptr;
        EXPECT_NE(found, nullptr);
        return found != nullptr ? *found : SignInProblem{};
    }
    void expectProblem(ProfileField field, const char* words) {
        const SignInProblem found = problem();
        EXPECT_EQ(found.field, field) << words;
        EXPECT_TRUE(found.message.contains(QString::fromLatin1(words))) << found.message.toStdString();
        outcome.reset();
    }

    session::Profile profile;
    QString secret = QStringLiteral("s\"cret");
    bool isRemembered = false;
    net::RequestId firstRequest = 100;
    std::unique_ptr<SignInFlow> flow;
    std::optional<SignInFlow::Outcome> outcome;
};

} // namespace

TEST_F(SignInFlowTest, password_isSentOnlyToAProvenApi) {
    start();
    EXPECT_EQ(transport.authorities, QStringList(QString()));
    const net::HttpRequest first = transport.request(only());
    EXPECT_EQ(first.url.toString(), QStringLiteral("https://attune.example.com/sub/auth/settings"));
    EXPECT_TRUE(first.bearer.isEmpty());
    EXPECT_TRUE(first.body.isEmpty());
    transport.answer(first.id, Settings);
    const net::HttpRequest login = transport.request(only());
    EXPECT_EQ(login.url.toString(), QStringLiteral("https://attune.example.com/sub/auth/login"));
    EXPECT_EQ(login.method, net::HttpRequest::Method::Post);
    EXPECT_EQ(login.body, R"({"login":"alice","password":"s\"cret"})");
    transport.answer(login.id, grantJson("access-1"));
    ASSERT_TRUE(outcome);
    EXPECT_EQ(std::get<core::TokenGrant>(*outcome).accessToken, "access-1");
}

TEST_F(SignInFlowTest, otherMethods_haveTheirOwnPaths) {
    profile.method = SignInMethod::Ldap;
    startAndPassSettings();
    EXPECT_TRUE(transport.request(only()).url.path().endsWith(QStringLiteral("/auth/ldap/login")));
    EXPECT_EQ(transport.request(only()).body, R"({"login":"alice","password":"s\"cret"})");
    flow.reset();
    profile.method = SignInMethod::IntegrationToken;
    startAndPassSettings();
    EXPECT_TRUE(transport.request(only()).url.path().endsWith(QStringLiteral("/auth/token-login")));
    EXPECT_EQ(transport.request(only()).body, R"({"token":"s\"cret"})");
}

TEST_F(SignInFlowTest, waysThatTheServerDoesNotOffer_areNamed) {
    profile.method = SignInMethod::Ldap;
    start();
    transport.answer(only(), R"({"data":{"local_password_enabled":true}})");
    expectProblem(ProfileField::Method, "LDAP");
    profile.method = SignInMethod::Password;
    start();
    transport.answer(only(), R"({"data":{"local_password_enabled":false,"ldap_enabled":true}})");
    expectProblem(ProfileField::Method, "password");
    EXPECT_TRUE(transport.waiting().empty()) << "no secret was sent";
}

TEST_F(SignInFlowTest, badAuthorityFile_standsNextToItsField) {
    profile.caFile = QStringLiteral("/etc/ca.pem");
    transport.authorityProblem = QStringLiteral("/etc/ca.pem holds no certificate");
    start();
    expectProblem(ProfileField::CaFile, "holds no certificate");
    EXPECT_TRUE(transport.sent.empty());
    EXPECT_EQ(transport.authorities, QStringList(QStringLiteral("/etc/ca.pem")));
}

TEST_F(SignInFlowTest, unreachableServer_standsNextToTheAddress) {
    const std::vector<std::pair<Outcome, const char*>> cases{
        {Outcome::Unreachable, "cannot be reached"},
        {Outcome::TimedOut, "does not answer"},
        {Outcome::Certificate, "certificate of"},
        {Outcome::Redirected, "redirects"},
        {Outcome::NotJson, "web page"},
        {Outcome::TooLarge, "does not answer like an Attune API"},
        {Outcome::Malformed, "does not answer like"},
    };
    for (const auto& [failure, words] : cases) {
        start();
        transport.fail(only(), failure);
        expectProblem(ProfileField::Api, words);
        startAndPassSettings();
        transport.fail(only(), failure);
        expectProblem(ProfileField::Api, words);
    }
}

TEST_F(SignInFlowTest, notAnAttuneApi_standsNextToTheAddress) {
    start();
    transport.answer(only(), 404, errorJson("nothing"));
    expectProblem(ProfileField::Api, "404");
    start();
    transport.answer(only(), 500, errorJson("database gone"));
    expectProblem(ProfileField::Api, "database gone");
    start();
    transport.answer(only(), R"({"data":{"other":"api"}})");
    expectProblem(ProfileField::Api, "does not answer like");
}

TEST_F(SignInFlowTest, refusedLogin_standsNextToWhatIsWrong) {
    const auto refuse = [this](int status) {
        startAndPassSettings();
        transport.answer(only(), status, errorJson("words of the server"));
    };
    refuse(401);
    expectProblem(ProfileField::Secret, "Login or password is wrong");
    refuse(403);
    expectProblem(ProfileField::Login, "frozen");
    refuse(404);
    expectProblem(ProfileField::Method, "does not offer");
    refuse(501);
    expectProblem(ProfileField::Method, "does not offer");
    refuse(422);
    expectProblem(ProfileField::General, "words of the server");
    refuse(503);
    expectProblem(ProfileField::General, "503");
    profile.method = SignInMethod::IntegrationToken;
    refuse(401);
    expectProblem(ProfileField::Secret, "token");
}

TEST_F(SignInFlowTest, answerWithoutTokens_isNoSignIn) {
    startAndPassSettings();
    transport.answer(only(), R"({"data":{"access_token":"a b","refresh_token":"r","expires_in":10}})");
    expectProblem(ProfileField::Api, "does not answer like");
}

TEST_F(SignInFlowTest, destruction_cancelsAndNeverAnswers) {
    start();
    const net::RequestId id = only();
    flow.reset();
    EXPECT_EQ(transport.cancelled, std::vector{id});
    EXPECT_FALSE(outcome);
}

TEST_F(SignInFlowTest, foreignAnswers_areNotHeard) {
    start();
    net::HttpReply reply;
    reply.id = firstRequest + 1;
    reply.outcome = Outcome::Unreachable;
    Q_EMIT transport.requestFinished(reply);
    EXPECT_FALSE(outcome);
}

TEST_F(SignInFlowTest, rememberedSignIn_isARefreshAfterTheApiIsProven) {
    isRemembered = true;
    startAndPassSettings();
    const net::HttpRequest login = transport.request(only());
    EXPECT_TRUE(login.url.path().endsWith(QStringLiteral("/auth/refresh")));
    EXPECT_EQ(login.body, QByteArray(R"({"refresh_token":"s\"cret"})"));
    EXPECT_TRUE(login.bearer.isEmpty());
    transport.answer(only(), 401, errorJson("expired"));
    expectProblem(ProfileField::Secret, "has ended");
}
