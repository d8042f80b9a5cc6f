// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/session/profilestore.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace attune::session;

namespace {

constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

class ProfileStoreTest : public ::testing::Test {
protected:
    [[nodiscard]] static Profile makeProfile(const QString& name) {
        Profile profile;
        profile.name = name;
        profile.api = QUrl(QStringLiteral("https://%1.example.com/x").arg(name));
        profile.ws = QUrl(QStringLiteral("wss://push.example.com/ws"));
        profile.method = SignInMethod::Ldap;
        profile.login = QStringLiteral("älice");
        profile.caFile = QStringLiteral("/etc/ca.pem");
        profile.allowPlainText = true;
        profile.caReplaces = true;
        profile.proxy = QUrl(QStringLiteral("socks5://proxy.example.com:1080"));
        profile.proxyUser = QStringLiteral("corp\\bob");
        profile.remember = true;
        return profile;
    }
    void put(const QByteArray& content) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    [[nodiscard]] QByteArray content(const QString& name) const {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("config/profiles.json"));
    ProfileStore store{path};
};

} // namespace

TEST_F(ProfileStoreTest, missingFile_isAnEmptyList) {
    QStringList problems;
    EXPECT_TRUE(store.load(&problems).empty());
    EXPECT_TRUE(problems.isEmpty());
    EXPECT_EQ(store.lastUsed(), QString());
    EXPECT_FALSE(store.find(QStringLiteral("x")));
    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(ProfileStoreTest, savedProfile_comesBackWhole) {
    const Profile profile = makeProfile(QStringLiteral("prod"));
    EXPECT_FALSE(store.save(profile));
    EXPECT_EQ(store.find(QStringLiteral("prod")), profile);
    for (const SignInMethod method : {SignInMethod::Password, SignInMethod::IntegrationToken}) {
        Profile changed = profile;
        changed.method = method;
        EXPECT_FALSE(store.save(changed));
        EXPECT_EQ(store.load(), std::vector{changed}) << "replaced by name";
    }
}

TEST_F(ProfileStoreTest, addressWithWhatMustBeEncoded_comesBackAndIsValid) {
    Profile profile = makeProfile(QStringLiteral("prod"));
    profile.api = *parseBaseUrl(QStringLiteral("https://höst.example.com/a%20b/%7Bc%7D"));
    profile.ws = *parseNotifierUrl(QStringLiteral("wss://[::1]:8443/a%20b"));
    EXPECT_FALSE(store.save(profile));
    EXPECT_EQ(store.find(QStringLiteral("prod")), profile);
    profile.api = *parseBaseUrl(QStringLiteral("https://attune.example.com/base/..//a//"));
    EXPECT_FALSE(store.save(profile));
    EXPECT_EQ(store.find(QStringLiteral("prod")), profile);
    profile.caFile.clear();
    EXPECT_EQ(validate(profile), ProfileErrors());
}

TEST_F(ProfileStoreTest, file_isForItsOwnerOnlyAndHoldsNoSecret) {
    EXPECT_FALSE(store.save(makeProfile(QStringLiteral("prod"))));
    EXPECT_EQ(QFileInfo(path).permissions(), OwnerOnly);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    EXPECT_FALSE(store.save(makeProfile(QStringLiteral("prod"))));
    EXPECT_EQ(QFileInfo(path).permissions(), OwnerOnly);
    const QByteArray text = content(path).toLower();
    for (const char* word : {"password\": \"", "token\": \"", "secret"})
        EXPECT_FALSE(text.contains(word)) << word;
}

TEST_F(ProfileStoreTest, removedProfile_isGoneAndNoLongerTheLastUsed) {
    EXPECT_FALSE(store.save(makeProfile(QStringLiteral("a"))));
    EXPECT_FALSE(store.save(makeProfile(QStringLiteral("b"))));
    store.setLastUsed(QStringLiteral("a"));
    EXPECT_EQ(store.lastUsed(), QStringLiteral("a"));
    EXPECT_FALSE(store.remove(QStringLiteral("b")));
    EXPECT_EQ(store.lastUsed(), QStringLiteral("a"));
    EXPECT_FALSE(store.remove(QStringLiteral("a")));
    EXPECT_EQ(store.lastUsed(), QString());
    EXPECT_TRUE(store.load().empty());
}

TEST_F(ProfileStoreTest, damagedFile_isReportedAndKeptAside) {
    ASSERT_FALSE(store.save(makeProfile(QStringLiteral("a"))));
    for (const QByteArray& damage :
         {QByteArray("{\"profiles\":["), QByteArray("[]"), QByteArray("\0\0\0", 3), QByteArray(2 * 1024 * 1024, ' ')}) {
        put(damage);
        QStringList problems;
        EXPECT_TRUE(store.load(&problems).empty());
        EXPECT_EQ(problems.size(), 1);
        EXPECT_FALSE(QFile::exists(path));
        EXPECT_EQ(content(path + QStringLiteral(".bad")), damage);
        EXPECT_FALSE(store.save(makeProfile(QStringLiteral("b"))));
        EXPECT_EQ(store.load().size(), 1U);
        EXPECT_EQ(content(path + QStringLiteral(".bad")), damage) << "not overwritten by saving";
    }
}

TEST_F(ProfileStoreTest, badEntries_areSkippedNamedAndKept) {
    ASSERT_FALSE(store.save(makeProfile(QStringLiteral("a"))));
    put(R"({"last_used":"good","profiles":[
        {"name":"good","api":"https://host","login":"x"},
        {"name":"future","api":"https://host","method":"hologram"},
        {"name":"bad url","api":"ftp://host"},
        {"name":"bad notifier","api":"https://host","ws":"https://u:p@host"},
        {"name":"bad proxy","api":"https://host","proxy":"ftp://host:1"},
        {"name":" ","api":"https://host"},
        {"api":"https://host"}, 7, null, "text"]})");
    QStringList problems;
    const auto profiles = store.load(&problems);
    ASSERT_EQ(profiles.size(), 1U);
    EXPECT_EQ(profiles.front().method, SignInMethod::Password);
    EXPECT_EQ(problems.size(), 9);
    EXPECT_TRUE(problems.join(u' ').contains(QStringLiteral("hologram")));
    EXPECT_FALSE(store.save(makeProfile(QStringLiteral("b"))));
    EXPECT_EQ(store.load().size(), 2U);
    EXPECT_TRUE(content(path).contains("hologram")) << "a newer program may understand it";
    EXPECT_FALSE(store.remove(QStringLiteral("future")));
    EXPECT_FALSE(content(path).contains("hologram"));
    EXPECT_EQ(store.lastUsed(), QStringLiteral("good"));
}

TEST_F(ProfileStoreTest, unwritableFolder_isAnError) {
    ProfileStore nowhere(QStringLiteral("/proc/none/profiles.json"));
    const auto error = nowhere.save(makeProfile(QStringLiteral("a")));
    ASSERT_TRUE(error);
    EXPECT_TRUE(error->message.contains(QStringLiteral("/proc/none/profiles.json")));
    nowhere.setLastUsed(QStringLiteral("a"));
    EXPECT_EQ(nowhere.load().size(), 1U) << "for as long as the program runs";
}

TEST_F(ProfileStoreTest, defaultPath_liesInTheConfigurationFolder) {
    EXPECT_TRUE(ProfileStore::defaultPath().endsWith(QStringLiteral("/profiles.json")));
}
