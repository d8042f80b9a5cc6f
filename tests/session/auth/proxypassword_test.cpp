// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/fakesecretstore.h"
#include "auth/signinmemory.h"
#include "sessionfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using net::ProxySetting;
using session::ProfileField;
using session::SignInMemory;

namespace {

struct Keychain {
    test::FakeSecretStore keychain; // before the session that uses it
};

class ProxyPasswordTest : private Keychain, public test::SessionFixture {
protected:
    ProxyPasswordTest() : SessionFixture({.secrets = &keychain}) {
        profile.remember = true;
        profile.proxy = QUrl(QStringLiteral("http://proxy.example.com:3128"));
        profile.proxyUser = QStringLiteral("bob");
    }

    test::FakeSecretStore& store() { return keychain; }
    void signInWith(const QString& proxyPassword) {
        answered = false;
        session->signIn(profile, {QStringLiteral("secret"), proxyPassword}, &context,
                        [this](std::optional<session::SignInProblem> what) {
                            problem = std::move(what);
                            answered = true;
                        });
        EXPECT_TRUE(test::passUntil(clock, 1min, [this] { return answered; }));
    }
    void resume() {
        answered = false;
        session->resume(profile, false, &context, [this](std::optional<session::SignInProblem> what) {
            problem = std::move(what);
            answered = true;
        });
        EXPECT_TRUE(test::passUntil(clock, 1min, [this] { return answered; }));
    }
    [[nodiscard]] ProxySetting used() const {
        return transport->proxySettings.empty() ? ProxySetting{} : transport->proxySettings.back();
    }
    [[nodiscard]] ProxySetting expected(const char* password) const {
        return {profile.proxy, profile.proxyUser, QString::fromLatin1(password)};
    }
    [[nodiscard]] QByteArray kept() {
        const auto found = keychain.secrets.find(SignInMemory::proxyKeyOf(profile));
        return found == keychain.secrets.end() ? QByteArray("(none)") : found->second;
    }
};

} // namespace

TEST_F(ProxyPasswordTest, key_isOnePerProxyLoginAndProfile) {
    EXPECT_EQ(SignInMemory::proxyKeyOf(profile), QStringLiteral("proxy http://proxy.example.com:3128 bob prod"));
    session::Profile other = profile;
    other.proxy = {};
    EXPECT_EQ(SignInMemory::proxyKeyOf(other), QStringLiteral("proxy system bob prod"));
    other.proxyUser = QStringLiteral("b ob");
    EXPECT_EQ(SignInMemory::proxyKeyOf(other), QStringLiteral("proxy system b%20ob prod"));
}

TEST_F(ProxyPasswordTest, accepted_isKeptAndUsedAtTheNextStart) {
    signInWith(QStringLiteral("word"));
    ASSERT_FALSE(problem);
    EXPECT_EQ(used(), expected("word"));
    pass(1s);
    EXPECT_EQ(kept(), QByteArray("word"));

    SignInMemory fresh(&store(), clock); // as another run would have it
    std::optional<QByteArray> recalled;
    fresh.recallProxy(profile, false, &context, [&](const auto& result) { recalled = *result; });
    pass(1s);
    EXPECT_EQ(recalled, QByteArray("word"));
}

TEST_F(ProxyPasswordTest, remembered_isUsedWhenNoneIsTyped) {
    store().secrets[SignInMemory::proxyKeyOf(profile)] = "from the keychain";
    signInWith({});
    EXPECT_EQ(used(), expected("from the keychain"));
    store().secrets[SignInMemory::keyOf(profile)] = "refresh-0";
    session->signOut();
    resume();
    EXPECT_EQ(used(), expected("from the keychain"));
}

TEST_F(ProxyPasswordTest, withoutAKeychain_lastsForTheProcess) {
    store().failures = -1;
    signInWith(QStringLiteral("word"));
    ASSERT_FALSE(problem);
    pass(30s);
    EXPECT_TRUE(session->status().signInNotice.contains(QStringLiteral("The password of the proxy is kept until")))
        << session->status().signInNotice.toStdString();
    session->signOut();
    signInWith({});
    EXPECT_EQ(used(), expected("word"));
}

TEST_F(ProxyPasswordTest, unrememberedProfile_neverTouchesTheKeychain) {
    profile.remember = false;
    signInWith(QStringLiteral("word"));
    pass(1s);
    session->signOut();
    signInWith({});
    EXPECT_EQ(used(), expected("word"));
    EXPECT_TRUE(store().calls.isEmpty()) << store().calls.join(u' ').toStdString();
}

TEST_F(ProxyPasswordTest, refused_isSaidNextToItsFieldAndNotKept) {
    server->proxyDenies = true;
    signInWith(QStringLiteral("wrong"));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->field, ProfileField::ProxyLogin);
    EXPECT_TRUE(problem->message.contains(QStringLiteral("proxy.example.com:3128"))) << problem->message.toStdString();
    pass(1s);
    EXPECT_EQ(kept(), QByteArray("(none)"));
}

TEST_F(ProxyPasswordTest, forgotten_isGoneFromKeychainAndProcess) {
    signInWith(QStringLiteral("word"));
    pass(1s);
    session->forgetProxy(profile);
    pass(1s);
    EXPECT_EQ(kept(), QByteArray("(none)"));
    session->signOut();
    signInWith({});
    EXPECT_EQ(used(), expected(""));
}

TEST_F(ProxyPasswordTest, failedSignInElsewhere_leavesTheOwnRoadAsItWas) {
    signInWith(QStringLiteral("word"));
    ASSERT_FALSE(problem);
    const ProxySetting own = used();
    profile.proxy = QUrl(QStringLiteral("http://other.example.com:1"));
    server->proxyDenies = true;
    signInWith(QStringLiteral("wrong"));
    ASSERT_TRUE(problem);
    EXPECT_EQ(used(), own);
}
