// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/privatekeyring.h"
#include "support/printers.h"
#include "support/waiting.h"

#include "attune/session/keychainstore.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>

using namespace attune;
using namespace std::chrono_literals;
using session::SecretError;

namespace {

/// The store over a real keyring, one for all tests of the process: it keeps the bus that it has found.
class KeychainStoreTest : public ::testing::Test {
protected:
    /// The keyring runs and is open; false when this machine has none.
    [[nodiscard]] bool hasKeyring() {
        if (!test::PrivateKeyring::isInstalled())
            return false;
        static const auto keyring = [] { // its bus must outlive the last use of it
            auto started = std::make_unique<test::PrivateKeyring>();
            EXPECT_TRUE(started->startBus() && started->startKeyring());
            return started;
        }();
        EXPECT_TRUE(test::waitFor([&] { return read(key).ok(); }, std::chrono::seconds(30)));
        return true;
    }
    [[nodiscard]] core::Result<QByteArray, SecretError> read(const QString& which) {
        std::optional<core::Result<QByteArray, SecretError>> result;
        store.read(which, &context, [&](const auto& answer) { result.emplace(answer); });
        EXPECT_FALSE(result) << "answers later";
        EXPECT_TRUE(test::waitFor([&] { return result.has_value(); }, std::chrono::seconds(30)));
        return result ? *result : SecretError{};
    }
    [[nodiscard]] std::optional<SecretError> write(const QString& which, const QByteArray& secret) {
        return change([&](const auto& done) { store.write(which, secret, &context, done); });
    }
    [[nodiscard]] std::optional<SecretError> remove(const QString& which) {
        return change([&](const auto& done) { store.remove(which, &context, done); });
    }
    template<class Start>
    [[nodiscard]] std::optional<SecretError> change(Start start) {
        std::optional<std::optional<SecretError>> result;
        start([&](const std::optional<SecretError>& error) { result = error; });
        EXPECT_TRUE(test::waitFor([&] { return result.has_value(); }, std::chrono::seconds(30)));
        return result.value_or(SecretError{});
    }

    QObject context;
    session::KeychainStore store{QStringLiteral("Attune Watch tests")};
    const QString key = QStringLiteral("https://attune.example.com:443 alice prod");
};

} // namespace

// First: a process keeps the bus it has found.
TEST_F(KeychainStoreTest, a_withoutAKeychain_everyCallFailsInWords) {
    const auto missing = read(key);
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().kind, SecretError::Kind::Unavailable);
    EXPECT_FALSE(missing.error().message.isEmpty());
    EXPECT_TRUE(write(key, "secret"));
    EXPECT_TRUE(remove(key));
}

TEST_F(KeychainStoreTest, b_realKeyring_keepsReplacesAndRemoves) {
    if (!hasKeyring())
        GTEST_SKIP() << "needs gnome-keyring and dbus-daemon";
    EXPECT_EQ(*read(key), QByteArray());
    EXPECT_FALSE(remove(key)) << "nothing to remove is not an error";
    EXPECT_FALSE(write(key, "refresh-1 ä"));
    EXPECT_EQ(*read(key), QByteArray("refresh-1 ä"));
    EXPECT_FALSE(write(key, "refresh-2"));
    EXPECT_FALSE(write(key + u'x', "other"));
    EXPECT_EQ(*read(key), QByteArray("refresh-2"));
    EXPECT_EQ(*KeychainStoreTest::read(key + u'x'), QByteArray("other"));
    EXPECT_FALSE(remove(key));
    EXPECT_EQ(*read(key), QByteArray());
    EXPECT_EQ(*read(key + u'x'), QByteArray("other"));
}

TEST_F(KeychainStoreTest, c_lockedKeyring_isToldApartFromAnEmptyOne) {
    if (!hasKeyring())
        GTEST_SKIP() << "needs gnome-keyring and dbus-daemon";
    ASSERT_FALSE(write(key, "refresh-1"));
    ASSERT_TRUE(test::PrivateKeyring::lock());
    const auto locked = read(key);
    ASSERT_FALSE(locked.ok()) << "the secret is there, it only cannot be read";
    EXPECT_EQ(locked.error(), (SecretError{SecretError::Kind::Unavailable, QStringLiteral("it is locked")}));
    const auto nothing = read(QStringLiteral("no such key"));
    EXPECT_TRUE(nothing.ok());
    const auto refused = write(key, "refresh-2");
    ASSERT_TRUE(refused);
    EXPECT_TRUE(refused->message.contains(QStringLiteral("locked"))) << refused->message.toStdString();
    ASSERT_TRUE(test::PrivateKeyring::unlock());
    EXPECT_EQ(*read(key), QByteArray("refresh-1"));
}
