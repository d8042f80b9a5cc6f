// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/signinmemory.h"
#include "keychain/loopwatch.h"
#include "keychain/privatekeyring.h"
#include "simsessionfixture.h"
#include "support/manualclock.h"

#include "attune/session/keychainstore.h"

#include <QDBusVirtualObject>

using namespace attune;
using namespace std::chrono_literals;
using session::KeychainStore;
using session::SecretError;
using session::SignInMemory;
using test::LoopWatch;
using test::PrivateKeyring;
using test::waitFor;

namespace {

constexpr auto LongestStandstill = 400ms; // of the event loop; the machine may be busy

/// The real keychain, and how often it has answered.
class CountingStore final : public session::SecretStore {
public:
    void read(const QString& key, QObject* context, ReadDone done) override {
        m_store.read(key, context, [this, done = std::move(done)](const auto& result) {
            ++answers;
            done(result);
        });
    }
    void write(const QString& key, const QByteArray& secret, QObject* context, Done done) override {
        m_store.write(key, secret, context, [this, done = std::move(done)](const auto& error) {
            ++answers;
            done(error);
        });
    }
    void remove(const QString& key, QObject* context, Done done) override { m_store.remove(key, context, done); }

    int answers = 0;

private:
    KeychainStore m_store{QStringLiteral("Attune Watch tests")};
};

/// The window that asks for the password of the keyring, and an operator who has gone for lunch.
class SilentPrompt : public QDBusVirtualObject {
public:
    SilentPrompt() {
        auto bus = QDBusConnection::sessionBus();
        isThere = bus.registerVirtualObject(QStringLiteral("/org/gnome/keyring/Prompter"), this) &&
                  bus.registerService(QStringLiteral("org.gnome.keyring.SystemPrompter"));
    }
    ~SilentPrompt() override {
        auto bus = QDBusConnection::sessionBus();
        bus.unregisterService(QStringLiteral("org.gnome.keyring.SystemPrompter"));
        bus.unregisterObject(QStringLiteral("/org/gnome/keyring/Prompter"));
    }
    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override {
        ++calls;
        return bus.send(message.createReply());
    }

    bool isThere = false;
    int calls = 0;
};

/// One bus and one keyring for all tests, which build on each other: a process keeps the bus it has found.
class LateKeychain : public test::SimSessionFixture {
protected:
    static void SetUpTestSuite() {
        if (PrivateKeyring::isInstalled())
            keyring = std::make_unique<PrivateKeyring>();
    }
    void SetUp() override {
        if (!keyring)
            GTEST_SKIP() << "needs gnome-keyring and dbus-daemon";
        profile.name = QStringLiteral("prod");
        profile.remember = true;
    }
    /// At the start of the program, when the keychain may be late.
    void recall() {
        memory.recall(profile, true, &context, [this](const auto& result) { recalled.emplace(result); });
    }
    [[nodiscard]] bool isRemembered(const QByteArray& secret) {
        const int before = store.answers;
        memory.remember(profile, secret);
        return waitFor([&] { return store.answers > before; }) && memory.problem().isEmpty();
    }

    static std::unique_ptr<PrivateKeyring> keyring;
    test::ManualClock manual;
    CountingStore store;
    SignInMemory memory{&store, manual};
    std::optional<core::Result<QByteArray, SecretError>> recalled;
};
std::unique_ptr<PrivateKeyring> LateKeychain::keyring;

} // namespace

TEST_F(LateKeychain, a_startedLate_isFoundByTheSecondTry) {
    ASSERT_TRUE(keyring->startBus());
    const LoopWatch watch;
    recall();
    ASSERT_TRUE(waitFor([&] { return store.answers == 1; }));
    EXPECT_FALSE(recalled) << "it gets a second chance";
    ASSERT_TRUE(keyring->startKeyring());
    ASSERT_TRUE(waitFor([] { return PrivateKeyring::isThere(); }, 30s));
    manual.advance(SignInMemory::RetryAfter);
    ASSERT_TRUE(waitFor([&] { return recalled.has_value(); }));
    EXPECT_TRUE(recalled->ok()) << recalled->error().message.toStdString();
    EXPECT_EQ(store.answers, 2);
    EXPECT_LT(watch.longest(), LongestStandstill);
}

TEST_F(LateKeychain, b_unlockedMeanwhile_isReadByTheSecondTry) {
    ASSERT_TRUE(isRemembered("refresh-1"));
    const int before = store.answers;
    ASSERT_TRUE(PrivateKeyring::lock());
    recall();
    ASSERT_TRUE(waitFor([&] { return store.answers == before + 1; }));
    EXPECT_FALSE(recalled);
    ASSERT_TRUE(PrivateKeyring::unlock());
    manual.advance(SignInMemory::RetryAfter);
    ASSERT_TRUE(waitFor([&] { return recalled.has_value(); }));
    ASSERT_TRUE(recalled->ok());
    EXPECT_EQ(**recalled, QByteArray("refresh-1"));
}

TEST_F(LateKeychain, c_lockedForGood_isTriedTwiceAndThenSaid) {
    const LoopWatch watch;
    ASSERT_TRUE(PrivateKeyring::lock());
    recall();
    ASSERT_TRUE(waitFor([&] { return store.answers == 1; }));
    manual.advance(SignInMemory::RetryAfter);
    ASSERT_TRUE(waitFor([&] { return recalled.has_value(); }));
    ASSERT_FALSE(recalled->ok());
    EXPECT_EQ(recalled->error().message, QStringLiteral("it is locked"));
    manual.advance(1h);
    EXPECT_EQ(store.answers, 2);
    EXPECT_LT(watch.longest(), LongestStandstill);
}

TEST_F(LateKeychain, d_locked_delaysNoSignInAndSaysThatItLastsForTheProcess) {
    ASSERT_TRUE(PrivateKeyring::lock());
    serve([](sim::SimOptions& options) { options.rows = 300; });
    session = std::make_unique<Session>(std::make_unique<net::NetworkTransport>(vocabulary, serverClock), vocabulary,
                                        serverClock, random, session::SessionOptions{.secrets = &store});
    const LoopWatch watch;
    ASSERT_FALSE(signIn());
    EXPECT_TRUE(comes(State::Live, 10s));
    EXPECT_TRUE(waitFor([&] { return !session->status().signInNotice.isEmpty(); }));
    const QString notice = session->status().signInNotice;
    EXPECT_TRUE(notice.startsWith(QStringLiteral("This sign-in lasts until the program ends.")))
        << notice.toStdString();
    EXPECT_TRUE(notice.contains(QStringLiteral("locked"))) << notice.toStdString();
    EXPECT_LT(watch.longest(), LongestStandstill);
    EXPECT_GT(watch.turns(), 5);
    EXPECT_EQ(state(), State::Live);
}

TEST_F(LateKeychain, e_promptThatNobodyAnswers_isWaitedForInPeace) {
    const SilentPrompt prompt;
    ASSERT_TRUE(prompt.isThere);
    ASSERT_TRUE(PrivateKeyring::lock());
    serve([](sim::SimOptions& options) { options.rows = 300; });
    const LoopWatch watch;
    memory.remember(profile, "refresh-2");
    ASSERT_TRUE(waitFor([&] { return prompt.calls > 0; }));
    ASSERT_FALSE(signIn());
    EXPECT_TRUE(comes(State::Live, 10s));
    EXPECT_EQ(store.answers, 0);
    EXPECT_EQ(memory.problem(), QString());
    manual.advance(SignInMemory::Patience);
    EXPECT_TRUE(memory.problem().contains(QStringLiteral("unlocked"))) << memory.problem().toStdString();
    EXPECT_LT(watch.longest(), LongestStandstill);
}
