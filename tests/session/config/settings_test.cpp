// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/session/settings.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <random>
#include <set>

using namespace attune::session;

namespace {

constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

class SettingsTest : public ::testing::Test {
protected:
    void put(const QByteArray& content) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    [[nodiscard]] QByteArray content() const {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("settings.ini"));
};

} // namespace

TEST_F(SettingsTest, withoutAFile_defaultsHold) {
    const Settings settings(path);
    EXPECT_TRUE(settings.problems().isEmpty());
    EXPECT_EQ(settings.text(Setting::Theme), QStringLiteral("system"));
    EXPECT_EQ(settings.number(Setting::RowCap), 100'000);
    EXPECT_EQ(settings.number(Setting::ReadDepth), 5000);
    EXPECT_EQ(settings.delay(Setting::TextDebounceMs), std::chrono::milliseconds(500));
    EXPECT_EQ(settings.delay(Setting::SelectionDebounceMs), std::chrono::milliseconds(300));
    EXPECT_FALSE(settings.flag(Setting::ReducedMotion));
    EXPECT_TRUE(settings.bytes(Setting::WindowGeometry).isEmpty());
}

TEST_F(SettingsTest, table_isConsistent) {
    std::set<Setting> settings;
    std::set<std::string> keys;
    for (const SettingInfo& info : settingsTable()) {
        EXPECT_TRUE(settings.insert(info.setting).second) << info.key;
        EXPECT_TRUE(keys.insert(info.key).second) << info.key;
        EXPECT_NE(std::string(info.documentation), "");
        EXPECT_EQ(info.minimum.isValid(), info.maximum.isValid()) << info.key;
        if (info.minimum.isValid()) {
            EXPECT_LE(info.minimum.toInt(), info.fallback.toInt());
            EXPECT_GE(info.maximum.toInt(), info.fallback.toInt());
        }
        if (info.choices != nullptr) {
            EXPECT_TRUE(QString::fromLatin1(info.choices).split(u',').contains(info.fallback.toString()));
        }
    }
    EXPECT_TRUE(settings.contains(Setting::DetailGeometry));
}

TEST_F(SettingsTest, values_surviveTheProgram) {
    {
        Settings settings(path);
        settings.set(Setting::Theme, QStringLiteral("dark"));
        settings.set(Setting::RowCap, 5000);
        settings.set(Setting::ReducedMotion, true);
        settings.set(Setting::HeaderState, QByteArray("\0\x01\xFF,;=", 6));
    }
    const Settings again(path);
    EXPECT_TRUE(again.problems().isEmpty());
    EXPECT_EQ(again.text(Setting::Theme), QStringLiteral("dark"));
    EXPECT_EQ(again.number(Setting::RowCap), 5000);
    EXPECT_TRUE(again.flag(Setting::ReducedMotion));
    EXPECT_EQ(again.bytes(Setting::HeaderState), QByteArray("\0\x01\xFF,;=", 6));
}

TEST_F(SettingsTest, changed_isToldOnlyForADifference) {
    Settings settings(path);
    std::vector<Setting> changes;
    QObject::connect(&settings, &Settings::changed, &settings, [&](Setting setting) { changes.push_back(setting); });
    settings.set(Setting::Theme, QStringLiteral("system"));
    settings.set(Setting::RowCap, 2'000'000);
    EXPECT_EQ(settings.number(Setting::RowCap), 1'000'000);
    settings.set(Setting::RowCap, 3'000'000);
    settings.set(Setting::Theme, QStringLiteral("purple"));
    settings.set(Setting::Theme, QStringLiteral("light"));
    EXPECT_EQ(changes, (std::vector{Setting::RowCap, Setting::Theme}));
}

TEST_F(SettingsTest, file_isForItsOwnerOnlyFromTheFirstByte) {
    {
        Settings settings(path);
        EXPECT_EQ(QFileInfo(path).permissions(), OwnerOnly) << "a killed program leaves it like this";
        settings.set(Setting::Theme, QStringLiteral("dark"));
    }
    EXPECT_EQ(QFileInfo(path).permissions(), OwnerOnly);
    QFile::setPermissions(path, OwnerOnly | QFile::ReadGroup | QFile::ReadOther);
    {
        Settings settings(path);
        EXPECT_EQ(QFileInfo(path).permissions(), OwnerOnly);
    }
    EXPECT_EQ(QFileInfo(path).permissions(), OwnerOnly);
}

TEST_F(SettingsTest, handEditedNonsense_isClampedAndReportedOnce) {
    put("[rows]\ncap=-5\nread_depth=1000000000000\n[filter]\ntext_debounce_ms=nan\nselection_debounce_ms=soon\n"
        "[look]\ntheme=purple\nreduced_motion=perhaps\ntime_style=local, utc\ndensity=\n[window]\ngeometry=12\n"
        "[unknown]\nkey=value\n");
    {
        const Settings settings(path);
        EXPECT_EQ(settings.number(Setting::RowCap), 1000);
        EXPECT_EQ(settings.number(Setting::ReadDepth), 1'000'000);
        EXPECT_EQ(settings.number(Setting::TextDebounceMs), 500);
        EXPECT_EQ(settings.number(Setting::SelectionDebounceMs), 300);
        EXPECT_EQ(settings.text(Setting::Theme), QStringLiteral("system"));
        EXPECT_FALSE(settings.flag(Setting::ReducedMotion));
        EXPECT_EQ(settings.text(Setting::TimeStyle), QStringLiteral("local"));
        EXPECT_EQ(settings.text(Setting::Density), QStringLiteral("comfortable"));
        EXPECT_EQ(settings.problems().size(), 9);
        EXPECT_TRUE(settings.problems().join(u' ').contains(QStringLiteral("rows/cap")));
    }
    EXPECT_TRUE(Settings(path).problems().isEmpty()) << "it has been put right";
    EXPECT_TRUE(content().contains("key=value")) << "what it does not know it leaves alone";
}

TEST_F(SettingsTest, numbersAsPeopleWriteThem_areUnderstood) {
    put("[rows]\ncap=5000.7\nread_depth=\"300\"\n[look]\nreduced_motion=true\n[filter]\ntext_debounce_ms=inf\n");
    const Settings settings(path);
    EXPECT_EQ(settings.number(Setting::RowCap), 5000);
    EXPECT_EQ(settings.number(Setting::ReadDepth), 300);
    EXPECT_TRUE(settings.flag(Setting::ReducedMotion));
    EXPECT_EQ(settings.number(Setting::TextDebounceMs), 5000);
    EXPECT_EQ(settings.problems().size(), 1);
}

TEST_F(SettingsTest, whatCouldBecomeAnyType_isTakenOutBeforeItIsRead) {
    // A list of four thousand million entries, as itself, behind the escapes that a reader undoes, and in a list.
    const QByteArray list = R"(Variant(\0\0\0\t\xff\xff\xff\xf0))";
    put("[look]\ntheme=dark\ntime_style=@" + list + '\n' + R"(density=\x40)" + list + "\n[window]\n" +
        R"ini(geometry="@ByteArray(a,\x1\"b)")ini" + '\n' + R"(state=@ByteArray(\0xyz))" +
        "\ncolumns=@ByteArray(a), @" + list + "\n[rows]\ncap=2000 @\n");
    const Settings settings(path);
    EXPECT_EQ(settings.text(Setting::Theme), QStringLiteral("dark"));
    EXPECT_EQ(settings.text(Setting::TimeStyle), QStringLiteral("local"));
    EXPECT_EQ(settings.bytes(Setting::WindowGeometry), QByteArray("a,\x01\"b"));
    EXPECT_EQ(settings.bytes(Setting::WindowState).size(), 4);
    EXPECT_EQ(settings.number(Setting::RowCap), 100'000);
    EXPECT_EQ(settings.problems().size(), 4) << settings.problems().join(u'\n').toStdString();
    EXPECT_TRUE(settings.problems().join(u' ').contains(QStringLiteral("time_style: holds what is never kept")));
    EXPECT_FALSE(content().contains("Variant"));
}

TEST_F(SettingsTest, bytesOfAnyKind_areNotTakenForWhatIsNeverKept) {
    std::mt19937 random(4);
    for (int round = 0; round < 60; ++round) {
        QByteArray bytes(static_cast<qsizetype>(random() % 200), '\0');
        // Half of them of the signs that mean something in such a file.
        static constexpr char Signs[] = "@,;=\"\\()[]% \n\0Variant";
        const QByteArray signs(Signs, sizeof Signs); // the zero at its end, too
        for (char& byte : bytes)
            byte = random() % 2 == 0 ? signs[static_cast<qsizetype>(random() % sizeof Signs)]
                                     : static_cast<char>(random() % 256);
        {
            Settings settings(path);
            settings.set(Setting::HeaderState, bytes);
        }
        const Settings settings(path);
        ASSERT_EQ(settings.bytes(Setting::HeaderState), bytes) << content().toStdString();
        ASSERT_TRUE(settings.problems().isEmpty()) << content().toStdString();
    }
}

TEST_F(SettingsTest, fileOfGigabytes_isNotRead) {
    put("[look]\ntheme=dark\n");
    ASSERT_TRUE(QFile::resize(path, qint64{4} << 30));
    const Settings settings(path);
    EXPECT_EQ(settings.text(Setting::Theme), QStringLiteral("system"));
    EXPECT_EQ(settings.problems().size(), 1);
}

TEST_F(SettingsTest, rubbish_isSurvived) {
    QByteArray rubbish;
    for (int i = 0; i < 4096; ++i)
        rubbish += static_cast<char>((i * 7919) % 251);
    for (const QByteArray& damage :
         {rubbish, QByteArray("[[[[\n====\n"), QByteArray("\xEF\xBB\xBF[look]\ntheme=dark")}) {
        put(damage);
        Settings settings(path);
        settings.set(Setting::Theme, QStringLiteral("light"));
        EXPECT_EQ(settings.text(Setting::Theme), QStringLiteral("light"));
    }
}

TEST_F(SettingsTest, unwritableFolder_keepsTheValuesForNow) {
    Settings settings(QStringLiteral("/proc/none/settings.ini"));
    settings.set(Setting::Theme, QStringLiteral("dark"));
    EXPECT_EQ(settings.text(Setting::Theme), QStringLiteral("dark"));
}

TEST_F(SettingsTest, defaultPath_liesInTheConfigurationFolder) {
    EXPECT_TRUE(Settings::defaultPath().endsWith(QStringLiteral("/settings.ini")));
}
