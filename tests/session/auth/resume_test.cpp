// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/fakesecretstore.h"
#include "auth/signinmemory.h"
#include "sessionfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using session::ProfileField;
using session::SignInMemory;

namespace {

struct Keychain {
    test::FakeSecretStore keychain; // before the session that uses it
};

class ResumeTest : private Keychain, public test::SessionFixture {
protected:
    ResumeTest() : SessionFixture({.secrets = &keychain}) { profile.remember = true; }

    test::FakeSecretStore& store() { return keychain; }
    void resume(bool mayBeLate = false) {
        problem.reset();
        answered = false;
        session->resume(profile, mayBeLate, &context, [this](std::optional<session::SignInProblem> what) {
            problem = std::move(what);
            answered = true;
        });
    }
    [[nodiscard]] bool isAnswered(std::chrono::milliseconds within = 5s) {
        return test::passUntil(clock, within, [this] { return answered; });
    }
    [[nodiscard]] QByteArray kept() {
        const auto found = keychain.secrets.find(SignInMemory::keyOf(profile));
        return found == keychain.secrets.end() ? QByteArray("(none)") : found->second;
    }
    void keep(const QByteArray& secret) { keychain.secrets[SignInMemory::keyOf(profile)] = secret; }
    [[nodiscard]] QByteArray lastBody(const QString& path) const {
        for (auto request = transport->sent.rbegin(); request != transport->sent.rend(); ++request) {
            if (request->url.path().endsWith(path))
                return request->body;
        }
        return "(none)";
    }
};

} // namespace

TEST_F(ResumeTest, signIn_keepsTheRefreshTokenOnly) {
    live();
    EXPECT_TRUE(kept().startsWith("refresh-")) << kept().toStdString();
    EXPECT_EQ(store().secrets.size(), 1U);
    for (const net::HttpRequest& request : transport->sent) {
        EXPECT_FALSE(request.bearer == kept());
    }
    EXPECT_EQ(session->status().signInNotice, QString());
}

TEST_F(ResumeTest, renewal_keepsTheNewToken) {
    live();
    const QByteArray first = kept();
    pass(1h);
    EXPECT_NE(kept(), first);
    EXPECT_EQ(state(), State::Live);
}

TEST_F(ResumeTest, unrememberedProfile_neverTouchesTheKeychain) {
    profile.remember = false;
    live();
    pass(1h);
    session->signOut();
    pass(1s);
    EXPECT_TRUE(store().calls.isEmpty()) << store().calls.join(u' ').toStdString();
    resume();
    ASSERT_TRUE(isAnswered());
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->message, QString());
}

TEST_F(ResumeTest, resume_signsInByTheRefreshToken) {
    keep("refresh-of-yesterday");
    resume();
    ASSERT_TRUE(comes(State::Live));
    EXPECT_FALSE(problem);
    EXPECT_EQ(lastBody(QStringLiteral("/auth/refresh")), QByteArray(R"({"refresh_token":"refresh-of-yesterday"})"));
    EXPECT_EQ(lastBody(QStringLiteral("/auth/login")), QByteArray("(none)"));
    EXPECT_NE(kept(), QByteArray("refresh-of-yesterday")) << "the new one lives longer";
    EXPECT_EQ(session->status().login, QStringLiteral("alice"));
}

TEST_F(ResumeTest, nothingRemembered_isToldWithoutWords) {
    resume();
    ASSERT_TRUE(isAnswered());
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->message, QString());
    EXPECT_TRUE(transport->sent.empty()) << "the server is not asked";
}

TEST_F(ResumeTest, deadToken_isForgotten) {
    keep("refresh-of-last-year");
    server->restStatus = 401;
    transport->onRequest = [this](const net::HttpRequest& request) {
        const bool isSettings = request.url.path().endsWith(QStringLiteral("settings"));
        QMetaObject::invokeMethod(
            &context,
            [this, id = request.id, isSettings] {
                if (isSettings)
                    transport->answer(id, R"({"data":{"authentication_enabled":true,"local_password_enabled":true}})");
                else
                    transport->answer(id, 401, R"({"error":"expired"})");
            },
            Qt::QueuedConnection);
    };
    resume();
    ASSERT_TRUE(isAnswered());
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->field, ProfileField::Secret);
    pass(1s);
    EXPECT_EQ(kept(), QByteArray("(none)"));
}

TEST_F(ResumeTest, unreachableServer_leavesTheTokenAlone) {
    keep("refresh-1");
    server->restDown = true;
    resume();
    ASSERT_TRUE(isAnswered());
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->field, ProfileField::Api);
    EXPECT_EQ(kept(), QByteArray("refresh-1"));
}

TEST_F(ResumeTest, signOut_forgetsAndAnotherSignInDoesNot) {
    live();
    const session::Profile first = profile;
    profile.name = QStringLiteral("second");
    signIn();
    ASSERT_TRUE(isAnswered());
    pass(1s);
    EXPECT_EQ(store().secrets.size(), 2U);
    session->signOut();
    pass(1s);
    EXPECT_EQ(store().secrets.size(), 1U);
    EXPECT_TRUE(store().secrets.contains(SignInMemory::keyOf(first)));
    session->forget(first);
    pass(1s);
    EXPECT_TRUE(store().secrets.empty());
}

TEST_F(ResumeTest, withoutAKeychain_theWindowIsTold) {
    store().failures = -1;
    live();
    pass(1min);
    EXPECT_EQ(state(), State::Live);
    EXPECT_TRUE(session->status().signInNotice.contains(QStringLiteral("until the program ends")));
}

TEST_F(ResumeTest, brokenKeychain_isAProblemAndLateOneIsNot) {
    keep("refresh-1");
    store().failures = -1;
    resume();
    ASSERT_TRUE(isAnswered());
    ASSERT_TRUE(problem);
    EXPECT_TRUE(problem->message.contains(QStringLiteral("nobody is there")));
    store().failures = 1;
    resume(true);
    ASSERT_TRUE(comes(State::Live));
}

TEST_F(ResumeTest, typedSecretWhileTheKeychainIsLocked_wins) {
    keep("refresh-1");
    store().isLocked = true;
    resume();
    pass(1s);
    EXPECT_FALSE(answered);
    signIn();
    ASSERT_TRUE(comes(State::Live));
    store().unlock();
    pass(1min);
    EXPECT_EQ(lastBody(QStringLiteral("/auth/refresh")), QByteArray("(none)"));
    EXPECT_EQ(state(), State::Live);
}

TEST_F(ResumeTest, integrationToken_isKeptItself) {
    profile.method = session::SignInMethod::IntegrationToken;
    profile.login.clear();
    transport->onRequest = [this, serve = transport->onRequest](net::HttpRequest request) {
        if (request.url.path().endsWith(QStringLiteral("/auth/token-login"))) {
            QMetaObject::invokeMethod(
                &context,
                [this, id = request.id] {
                    transport->answer(id, R"({"data":{"access_token":")" + server->issueToken() +
                                              R"(","refresh_token":"r","token_type":"Bearer","expires_in":3600}})");
                },
                Qt::QueuedConnection);
            return;
        }
        serve(request);
    };
    signIn(QStringLiteral("attune_it_1"));
    ASSERT_TRUE(comes(State::Live));
    EXPECT_EQ(kept(), QByteArray("attune_it_1"));
    session->cancelSignIn();
    resume();
    ASSERT_TRUE(isAnswered());
    EXPECT_FALSE(problem);
    EXPECT_EQ(lastBody(QStringLiteral("/auth/token-login")), QByteArray(R"({"token":"attune_it_1"})"));
    pass(1h);
    EXPECT_EQ(kept(), QByteArray("attune_it_1"));
}
