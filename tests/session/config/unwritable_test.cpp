// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/fulldisk.h"
#include "support/printers.h"
#include "virtualtime.h"

#include "attune/session/profilestore.h"
#include "attune/session/settings.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <optional>

using namespace attune;
using namespace attune::session;

namespace {

/// Settings and profiles where nothing can be written, from the beginning or from some moment on.
class UnwritableConfig : public ::testing::Test {
protected:
    /// A folder that nobody can have, because something else is in its place.
    [[nodiscard]] QString nowhere(const char* name) const {
        const QString place = folder.filePath(QStringLiteral("place"));
        QFile file(place);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        return place + u'/' + QString::fromLatin1(name);
    }
    [[nodiscard]] QString somewhere(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] static Profile makeProfile(const char* name) {
        Profile profile;
        profile.name = QString::fromLatin1(name);
        profile.api = QUrl(QStringLiteral("https://attune.example.com"));
        return profile;
    }
    [[nodiscard]] static QStringList names(ProfileStore& store) {
        QStringList found;
        for (const Profile& profile : store.load())
            found += profile.name;
        return found;
    }
    static void fillDisk(std::optional<test::FullDisk>& disk) { disk.emplace(); }

    QTemporaryDir folder;
};

} // namespace

TEST_F(UnwritableConfig, settingsThatHaveNoFolder_areToldAtOnceAndOnceOnly) {
    Settings settings(nowhere("settings.ini"));
    ASSERT_EQ(settings.problems().size(), 1);
    EXPECT_TRUE(settings.problems().constFirst().contains(QStringLiteral("settings.ini cannot be written")))
        << settings.problems().constFirst().toStdString();
    const QSignalSpy found(&settings, &Settings::problemFound);
    settings.set(Setting::Theme, QStringLiteral("dark"));
    settings.set(Setting::RowCap, 2'000);
    test::deliverEvents();
    EXPECT_EQ(found.count(), 0) << "it has been told";
    EXPECT_EQ(settings.problems().size(), 1);
    EXPECT_EQ(settings.text(Setting::Theme), QStringLiteral("dark"));
    EXPECT_EQ(settings.number(Setting::RowCap), 2'000);
}

TEST_F(UnwritableConfig, settingsOnADiskThatFills_areToldOnceAndWrittenWhenThereIsRoom) {
    const QString path = somewhere("settings.ini");
    Settings settings(path);
    settings.set(Setting::Density, QStringLiteral("compact"));
    test::deliverEvents();
    EXPECT_EQ(settings.problems(), QStringList());
    const QSignalSpy found(&settings, &Settings::problemFound);
    std::optional<test::FullDisk> disk;
    fillDisk(disk);
    for (int i = 0; i < 3; ++i) {
        settings.set(Setting::Theme, i % 2 == 0 ? QStringLiteral("dark") : QStringLiteral("light"));
        settings.set(Setting::RowCap, 2'000 + i);
        test::deliverEvents();
    }
    disk.reset();
    ASSERT_EQ(found.count(), 1);
    EXPECT_EQ(settings.problems(), QStringList(found.front().front().toString()));
    EXPECT_EQ(settings.number(Setting::RowCap), 2'002);

    settings.set(Setting::ActivityStrip, false);
    test::deliverEvents();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    for (const char* line : {"cap=2002", "theme=dark", "density=compact", "activity=false"})
        EXPECT_TRUE(written.contains(line)) << line << " in " << written.toStdString();
    fillDisk(disk);
    settings.set(Setting::RowCap, 3'000);
    test::deliverEvents();
    disk.reset();
    EXPECT_EQ(found.count(), 2) << "another time is another problem";
}

TEST_F(UnwritableConfig, settingsThatDoNotFit_leaveTheFileAsItWas) {
    const QString path = somewhere("settings.ini");
    {
        Settings settings(path);
        settings.set(Setting::HeaderState, QByteArray(3'000, 'h'));
    }
    {
        Settings settings(path);
        const test::FullDisk disk(2'000); // enough for everything but the settings
        settings.set(Setting::Theme, QStringLiteral("dark"));
        test::deliverEvents();
        EXPECT_EQ(settings.problems().size(), 1);
        EXPECT_EQ(settings.text(Setting::Theme), QStringLiteral("dark"));
        EXPECT_EQ(settings.bytes(Setting::HeaderState), QByteArray(3'000, 'h'));
    }
    const Settings settings(path);
    EXPECT_EQ(settings.problems(), QStringList());
    EXPECT_EQ(settings.bytes(Setting::HeaderState), QByteArray(3'000, 'h'));
}

TEST_F(UnwritableConfig, profileThatHasNoFolder_isKeptForAsLongAsTheProgramRuns) {
    ProfileStore store(nowhere("profiles.json"));
    const auto error = store.save(makeProfile("prod"));
    ASSERT_TRUE(error);
    EXPECT_TRUE(error->message.contains(QStringLiteral("until the program ends"))) << error->message.toStdString();
    EXPECT_TRUE(store.save(makeProfile("test")));
    store.setLastUsed(QStringLiteral("test"));
    EXPECT_EQ(names(store), QStringList({QStringLiteral("prod"), QStringLiteral("test")}));
    EXPECT_TRUE(store.find(QStringLiteral("prod")));
    EXPECT_EQ(store.lastUsed(), QStringLiteral("test"));
    EXPECT_TRUE(store.remove(QStringLiteral("test")));
    EXPECT_EQ(names(store), QStringList(QStringLiteral("prod")));
    EXPECT_EQ(store.lastUsed(), QString());
}

TEST_F(UnwritableConfig, profilesOnADiskThatFills_areWrittenWithTheNextThatFits) {
    const QString path = somewhere("profiles.json");
    ProfileStore store(path);
    ASSERT_FALSE(store.save(makeProfile("gone")));
    ASSERT_FALSE(store.save(makeProfile("kept")));
    std::optional<test::FullDisk> disk;
    fillDisk(disk);
    const bool failed = store.save(makeProfile("prod")) && store.remove(QStringLiteral("gone"));
    store.setLastUsed(QStringLiteral("prod"));
    disk.reset();
    EXPECT_TRUE(failed);
    EXPECT_EQ(names(store), QStringList({QStringLiteral("kept"), QStringLiteral("prod")}));
    EXPECT_EQ(ProfileStore(path).lastUsed(), QString()) << "nothing could be written";
    ASSERT_FALSE(store.save(makeProfile("test")));
    ProfileStore later(path);
    EXPECT_EQ(names(later), QStringList({QStringLiteral("kept"), QStringLiteral("prod"), QStringLiteral("test")}));
    EXPECT_EQ(later.lastUsed(), QStringLiteral("prod"));
}
