// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/fakesecretstore.h"
#include "auth/signinmemory.h"
#include "support/printers.h"
#include "virtualtime.h"

#include <gtest/gtest.h>

#include <set>

using namespace attune;
using namespace std::chrono_literals;
using session::Profile;
using session::SecretError;
using session::SignInMemory;

namespace {

class SignInMemoryTest : public ::testing::Test {
protected:
    SignInMemoryTest() { profile = makeProfile("prod", "https://attune.example.com/x", "alice"); }
    [[nodiscard]] static Profile makeProfile(const char* name, const char* api, const char* login) {
        Profile made;
        made.name = QString::fromUtf8(name);
        made.api = QUrl(QString::fromLatin1(api));
        made.login = QString::fromUtf8(login);
        return made;
    }
    [[nodiscard]] static QString keyOf(const char* name, const char* api, const char* login) {
        return SignInMemory::keyOf(makeProfile(name, api, login));
    }
    void recall(bool mayBeLate = false) {
        recalled.reset();
        memory.recall(profile, mayBeLate, &context,
                      [this](const core::Result<QByteArray, SecretError>& result) { recalled.emplace(result); });
        test::deliverEvents();
    }
    [[nodiscard]] QByteArray kept() const {
        const auto found = store.secrets.find(SignInMemory::keyOf(profile));
        return found == store.secrets.end() ? QByteArray("(none)") : found->second;
    }

    test::ManualClock clock;
    test::FakeSecretStore store;
    SignInMemory memory{&store, clock};
    QObject context;
    Profile profile;
    std::optional<core::Result<QByteArray, SecretError>> recalled;
};

} // namespace

TEST_F(SignInMemoryTest, key_isOnePerServerLoginAndProfile) {
    const QString key = keyOf("prod", "https://attune.example.com/x", "alice");
    EXPECT_EQ(key, QStringLiteral("https://attune.example.com:443/x alice prod"));
    EXPECT_EQ(key, keyOf("prod", "HTTPS://Attune.Example.com:443/x/", "alice"));
    const std::set<QString> all{key,
                                keyOf("prod", "http://attune.example.com/x", "alice"),
                                keyOf("prod", "https://attune.example.com:8443/x", "alice"),
                                keyOf("prod", "https://attune.example.com/y", "alice"),
                                keyOf("prod", "https://attune.example.com/x", "bob"),
                                keyOf("test", "https://attune.example.com/x", "alice"),
                                keyOf("alice prod", "https://attune.example.com/x", ""),
                                keyOf("prod", "https://attune.example.com/x", "alice prod"),
                                keyOf("prod prod", "https://attune.example.com/x", "alice"),
                                keyOf("prod", "https://attune.example.com/x%20alice", "")};
    EXPECT_EQ(all.size(), 10U);
}

TEST_F(SignInMemoryTest, remembered_comesBackUntilForgotten) {
    recall();
    ASSERT_TRUE(recalled && recalled->ok());
    EXPECT_EQ(**recalled, QByteArray());
    memory.remember(profile, "refresh-1");
    recall();
    EXPECT_EQ(**recalled, QByteArray("refresh-1"));
    memory.forget(profile);
    recall();
    EXPECT_EQ(**recalled, QByteArray());
    EXPECT_EQ(memory.problem(), QString());
}

TEST_F(SignInMemoryTest, newestWord_winsOverWhatStillWaits) {
    store.isLocked = true;
    memory.remember(profile, "refresh-1");
    memory.remember(profile, "refresh-2");
    memory.remember(profile, "refresh-3");
    test::deliverEvents();
    store.unlock();
    test::deliverEvents();
    EXPECT_EQ(kept(), QByteArray("refresh-3"));
    EXPECT_EQ(store.calls, (QStringList{QStringLiteral("write refresh-1"), QStringLiteral("write refresh-3")}));
    store.isLocked = true;
    memory.remember(profile, "refresh-4");
    memory.forget(profile);
    store.unlock();
    test::deliverEvents();
    EXPECT_EQ(kept(), QByteArray("(none)")) << "signed out is signed out";
}

TEST_F(SignInMemoryTest, lockedKeychain_isWaitedForAsLongAsItTakes) {
    store.secrets[SignInMemory::keyOf(profile)] = "refresh-1";
    store.isLocked = true;
    recall();
    test::pass(clock, 1h);
    EXPECT_FALSE(recalled);
    store.unlock();
    test::deliverEvents();
    ASSERT_TRUE(recalled && recalled->ok());
    EXPECT_EQ(**recalled, QByteArray("refresh-1"));
}

TEST_F(SignInMemoryTest, lateKeychain_isAskedOnceMore) {
    store.secrets[SignInMemory::keyOf(profile)] = "refresh-1";
    store.failures = 1;
    recall(true);
    test::pass(clock, 9s);
    EXPECT_FALSE(recalled);
    test::pass(clock, 1s);
    ASSERT_TRUE(recalled && recalled->ok());
    EXPECT_EQ(**recalled, QByteArray("refresh-1"));
    store.failures = -1;
    recall(true);
    test::pass(clock, 1min);
    ASSERT_TRUE(recalled);
    EXPECT_FALSE(recalled->ok());
    EXPECT_EQ(store.calls.size(), 4) << "once, not for ever";
    recall(false);
    EXPECT_TRUE(recalled.has_value()) << "later on nobody waits";
}

TEST_F(SignInMemoryTest, missingKeychain_isSaidAndAskedOnceMore) {
    int changes = 0;
    QObject::connect(&memory, &SignInMemory::problemChanged, &context, [&] { ++changes; });
    store.failures = 1;
    memory.remember(profile, "refresh-1");
    test::deliverEvents();
    EXPECT_TRUE(memory.problem().contains(QStringLiteral("nobody is there")));
    EXPECT_TRUE(memory.problem().contains(QStringLiteral("until the program ends")));
    test::pass(clock, SignInMemory::RetryAfter);
    EXPECT_EQ(kept(), QByteArray("refresh-1"));
    EXPECT_EQ(memory.problem(), QString());
    EXPECT_EQ(changes, 2);
    store.failures = -1;
    memory.forget(profile);
    test::pass(clock, 1min);
    EXPECT_TRUE(memory.problem().contains(QStringLiteral("still holds")));
    EXPECT_EQ(store.calls.size(), 4);
}

TEST_F(SignInMemoryTest, changeWhileARetryWaits_isTriedAtOnce) {
    store.failures = 1;
    memory.remember(profile, "refresh-1");
    test::deliverEvents();
    memory.remember(profile, "refresh-2");
    test::deliverEvents();
    EXPECT_EQ(kept(), QByteArray("refresh-2"));
    test::pass(clock, 1min);
    EXPECT_EQ(store.calls.size(), 2);
}

TEST_F(SignInMemoryTest, denied_isNotAskedAgain) {
    store.failures = -1;
    store.kind = SecretError::Kind::Denied;
    recall(true);
    ASSERT_TRUE(recalled);
    EXPECT_EQ(recalled->error().kind, SecretError::Kind::Denied);
    memory.remember(profile, "refresh-1");
    test::pass(clock, 1min);
    EXPECT_EQ(store.calls.size(), 2);
}

TEST_F(SignInMemoryTest, recallOfSomebodyGone_isSilent) {
    auto gone = std::make_unique<QObject>();
    bool called = false;
    memory.recall(profile, false, gone.get(), [&](const auto&) { called = true; });
    gone.reset();
    test::deliverEvents();
    EXPECT_FALSE(called);
    recall();
    EXPECT_TRUE(recalled);
}

TEST_F(SignInMemoryTest, withoutAStore_nothingHappens) {
    SignInMemory none(nullptr, clock);
    none.remember(profile, "refresh-1");
    none.forget(profile);
    test::deliverEvents();
    EXPECT_EQ(none.problem(), QString());
}

TEST_F(SignInMemoryTest, silence_isComplainedAboutUntilTheAnswerComes) {
    store.isLocked = true;
    memory.remember(profile, "refresh-1");
    clock.advance(SignInMemory::Patience - 1ms);
    EXPECT_EQ(memory.problem(), QString());
    clock.advance(1ms);
    EXPECT_TRUE(memory.problem().contains(QStringLiteral("does not answer")));
    store.unlock();
    test::deliverEvents();
    EXPECT_EQ(memory.problem(), QString());
    EXPECT_EQ(kept(), QByteArray("refresh-1"));
    store.isLocked = true;
    recall();
    clock.advance(SignInMemory::Patience);
    EXPECT_TRUE(memory.problem().contains(QStringLiteral("does not answer")));
    store.unlock();
    test::deliverEvents();
    EXPECT_EQ(memory.problem(), QString());
    EXPECT_EQ(**recalled, QByteArray("refresh-1"));
}

TEST_F(SignInMemoryTest, problemsOfSignInAndProxy_areToldTogether) {
    store.failures = -1;
    store.kind = SecretError::Kind::Denied;
    profile.proxyUser = QStringLiteral("bob");
    profile.remember = true;
    memory.remember(profile, "refresh-1");
    memory.rememberProxy(profile, QStringLiteral("word"));
    test::deliverEvents();
    EXPECT_TRUE(memory.problem().startsWith(QStringLiteral("This sign-in lasts"))) << memory.problem().toStdString();
    EXPECT_TRUE(memory.problem().contains(QStringLiteral(" The password of the proxy is kept")));
    store.failures = 0;
    memory.remember(profile, "refresh-2");
    test::deliverEvents();
    EXPECT_TRUE(memory.problem().startsWith(QStringLiteral("The password of the proxy")))
        << memory.problem().toStdString();
}
