// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "support/waiting.h"

#include "attune/session/keychainstore.h"

#include <gtest/gtest.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

using namespace attune;
using namespace std::chrono_literals;
using session::KeychainStore;
using session::SecretError;

namespace {

/// A message bus and a keyring of their own, never those of the person who runs the tests.
class PrivateKeyring {
public:
    ~PrivateKeyring() {
        for (QProcess* process : {&m_keyring, &m_bus}) {
            process->kill();
            process->waitForFinished();
        }
    }
    [[nodiscard]] static bool isInstalled() {
        return !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty() &&
               !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty();
    }
    [[nodiscard]] bool start() {
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        if (!m_bus.waitForReadyRead(10'000))
            return false;
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        m_keyring.start(
            QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--unlock"), QStringLiteral("--foreground"), QStringLiteral("--components=secrets")});
        m_keyring.write("a password of the tests");
        m_keyring.closeWriteChannel();
        return m_keyring.waitForStarted();
    }

private:
    QTemporaryDir m_runtime;
    QProcess m_bus;
    QProcess m_keyring;
};

class KeychainStoreTest : public ::testing::Test {
protected:
    [[nodiscard]] core::Result<QByteArray, SecretError> read(const QString& key) {
        std::optional<core::Result<QByteArray, SecretError>> result;
        store.read(key, &context, [&](const auto& answer) { result.emplace(answer); });
        EXPECT_FALSE(result) << "answers later";
        EXPECT_TRUE(test::waitFor([&] { return result.has_value(); }, 30s));
        return result ? *result : SecretError{};
    }
    [[nodiscard]] std::optional<SecretError> write(const QString& key, const QByteArray& secret) {
        return change([&](const auto& done) { store.write(key, secret, &context, done); });
    }
    [[nodiscard]] std::optional<SecretError> remove(const QString& key) {
        return change([&](const auto& done) { store.remove(key, &context, done); });
    }
    template<class Start>
    [[nodiscard]] std::optional<SecretError> change(Start start) {
        std::optional<std::optional<SecretError>> result;
        start([&](const std::optional<SecretError>& error) { result = error; });
        EXPECT_TRUE(test::waitFor([&] { return result.has_value(); }, 30s));
        return result.value_or(SecretError{});
    }

    QObject context;
    KeychainStore store{QStringLiteral("Attune Watch tests")};
    const QString key = QStringLiteral("https://attune.example.com:443 alice prod");
};

} // namespace

// First: a process keeps the bus it has found.
TEST_F(KeychainStoreTest, withoutAKeychain_everyCallFailsInWords) {
    const auto missing = read(key);
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().kind, SecretError::Kind::Unavailable);
    EXPECT_FALSE(missing.error().message.isEmpty());
    EXPECT_TRUE(write(key, "secret"));
    EXPECT_TRUE(remove(key));
}

TEST_F(KeychainStoreTest, realKeyring_keepsReplacesAndRemoves) {
    if (!PrivateKeyring::isInstalled())
        GTEST_SKIP() << "needs gnome-keyring and dbus-daemon";
    static const auto keyring = std::make_unique<PrivateKeyring>(); // its bus must outlive the last use of it
    ASSERT_TRUE(keyring->start());
    ASSERT_TRUE(test::waitFor([&] { return read(key).ok(); }, 30s)) << read(key).error().message.toStdString();
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
