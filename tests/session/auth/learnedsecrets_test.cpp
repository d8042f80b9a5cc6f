// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/fakesecretstore.h"
#include "auth/signinmemory.h"
#include "sessionfixture.h"

#include "attune/core/log/redactor.h"

using namespace attune;
using namespace std::chrono_literals;
using session::SignInMemory;

namespace {

struct Secrets {
    test::FakeSecretStore keychain; // before the session that uses it
    core::SeededRandom keys{7};
    core::KnownSecrets known{keys};
};

class LearnedSecrets : private Secrets, public test::SessionFixture {
protected:
    LearnedSecrets() : SessionFixture({.secrets = &keychain, .knownSecrets = &known}) {
        server->password = QStringLiteral("correct horse");
        server->tokenLifetime = 30;
        profile.proxy = QUrl(QStringLiteral("http://proxy.example.com:3128"));
        profile.proxyUser = QStringLiteral("bob");
    }

    test::FakeSecretStore& store() { return keychain; }
    void become(std::function<void(session::SignInService::Done)> sign) {
        sign([this](std::optional<session::SignInProblem> what) {
            problem = std::move(what);
            answered = true;
        });
        EXPECT_TRUE(test::passUntil(clock, 1min, [this] { return answered; }));
        EXPECT_FALSE(problem);
    }
    /// As long as it takes to fill twice the room that tokens have.
    void renew() {
        const int before = server->count(QStringLiteral("/auth/refresh"));
        const auto wanted = before + static_cast<int>(core::KnownSecrets::MaxSecrets);
        EXPECT_TRUE(
            test::passUntil(clock, 1h, [&] { return server->count(QStringLiteral("/auth/refresh")) >= wanted; }));
    }
    [[nodiscard]] QString redacted(const char* text) const {
        return core::Redactor(known).redacted(QString::fromLatin1(text));
    }
};

} // namespace

TEST_F(LearnedSecrets, typedOnes_areKnownAfterEveryRenewal) {
    become([this](auto done) {
        session->signIn(profile, {QStringLiteral("correct horse"), QStringLiteral("battery staple")}, &context, done);
    });
    renew();
    EXPECT_EQ(redacted("(correct horse, battery staple)"), QStringLiteral("([redacted], [redacted])"));
}

TEST_F(LearnedSecrets, proxyPasswordOfTheKeychain_isKnownAfterEveryRenewal) {
    profile.remember = true;
    store().secrets[SignInMemory::keyOf(profile)] = "refresh-0";
    store().secrets[SignInMemory::proxyKeyOf(profile)] = "battery staple";
    become([this](auto done) { session->resume(profile, false, &context, done); });
    renew();
    EXPECT_EQ(redacted("(battery staple)"), QStringLiteral("([redacted])"));
}
