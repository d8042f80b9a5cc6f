// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/log/rotatingfile.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace attune::core;

namespace {

class RotatingFileTest : public ::testing::Test {
protected:
    static constexpr RotatingFile::Limits Small{100, 3};

    [[nodiscard]] QByteArray content(const QString& suffix = {}) const {
        QFile file(path + suffix);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    [[nodiscard]] static mode_t mode(const QString& name) {
        struct stat info = {};
        return ::stat(QFile::encodeName(name).constData(), &info) == 0 ? info.st_mode & ALLPERMS : 0;
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("state/attune-watch/attune-watch.log"));
};

} // namespace

TEST_F(RotatingFileTest, firstLine_makesFoldersAndAPrivateFile) {
    const mode_t before = ::umask(0);
    RotatingFile file(path, {});
    EXPECT_FALSE(QFileInfo::exists(path));
    EXPECT_EQ(file.write("one\n"), std::nullopt);
    ::umask(before);
    EXPECT_EQ(content(), QByteArray("one\n"));
    EXPECT_EQ(mode(path), 0600U);
    EXPECT_EQ(mode(QFileInfo(path).path()), 0700U);
}

TEST_F(RotatingFileTest, existingFile_isContinuedAndMadePrivate) {
    ASSERT_EQ(RotatingFile(path, {}).write("one\n"), std::nullopt);
    ::chmod(QFile::encodeName(path).constData(), 0644);
    ASSERT_EQ(RotatingFile(path, {}).write("two\n"), std::nullopt);
    EXPECT_EQ(content(), QByteArray("one\ntwo\n"));
    EXPECT_EQ(mode(path), 0600U);
}

TEST_F(RotatingFileTest, fullFile_movesOnAndTheOldestGoes) {
    RotatingFile file(path, Small);
    for (char c = 'a'; c <= 'e'; ++c)
        ASSERT_EQ(file.write(QByteArray(59, c) + '\n'), std::nullopt);
    EXPECT_TRUE(content().startsWith('e'));
    EXPECT_TRUE(content(QStringLiteral(".1")).startsWith('d'));
    EXPECT_TRUE(content(QStringLiteral(".2")).startsWith('c'));
    EXPECT_EQ(content(QStringLiteral(".3")), QByteArray("(none)"));
    EXPECT_EQ(content().size(), 60);
    EXPECT_EQ(mode(path), 0600U);
}

TEST_F(RotatingFileTest, twoWriters_shareOneFileAndItsTurns) {
    RotatingFile one(path, Small);
    RotatingFile other(path, Small);
    QByteArray expected;
    for (int i = 0; i < 4; ++i) {
        ASSERT_EQ(one.write(QByteArray(39, static_cast<char>('a' + i)) + '\n'), std::nullopt);
        ASSERT_EQ(other.write(QByteArray(39, static_cast<char>('A' + i)) + '\n'), std::nullopt);
    }
    const QByteArray all = content(QStringLiteral(".2")) + content(QStringLiteral(".1")) + content();
    for (const char* line : {"b\n", "B\n", "c\n", "C\n", "d\n", "D\n"})
        EXPECT_EQ(all.count(line), 1) << line;
    EXPECT_LE(content(QStringLiteral(".1")).size(), Small.bytes);
}

TEST_F(RotatingFileTest, symbolicLink_isRefusedAndItsTargetLeftAlone) {
    const QString target = folder.filePath(QStringLiteral("target"));
    QFile victim(target);
    ASSERT_TRUE(victim.open(QIODevice::WriteOnly));
    victim.write("precious");
    victim.close();
    ASSERT_EQ(RotatingFile(path, {}).write("x"), std::nullopt);
    ASSERT_TRUE(QFile::remove(path));
    ASSERT_TRUE(QFile::link(target, path));
    const auto problem = RotatingFile(path, {}).write("line\n");
    ASSERT_TRUE(problem);
    EXPECT_TRUE(problem->contains(QStringLiteral("symbolic link"))) << problem->toStdString();
    EXPECT_TRUE(victim.open(QIODevice::ReadOnly));
    EXPECT_EQ(victim.readAll(), QByteArray("precious"));
}

TEST_F(RotatingFileTest, whatIsNoOrdinaryFile_isRefused) {
    ASSERT_EQ(RotatingFile(path, {}).write("x"), std::nullopt);
    const QByteArray name = QFile::encodeName(path);
    const QByteArray second = name + ".hard";
    ASSERT_EQ(::link(name.constData(), second.constData()), 0);
    EXPECT_TRUE(RotatingFile(path, {}).write("line\n")) << "somebody else's file by another name";
    ASSERT_EQ(::unlink(name.constData()), 0);
    ASSERT_EQ(::mkfifo(name.constData(), 0600), 0);
    EXPECT_TRUE(RotatingFile(path, {}).write("line\n")) << "a pipe that nobody reads must not block";
    ASSERT_EQ(::unlink(name.constData()), 0);
    ASSERT_EQ(::mkdir(name.constData(), 0700), 0);
    EXPECT_TRUE(RotatingFile(path, {}).write("line\n"));
}

TEST_F(RotatingFileTest, impossibleFolder_isSaidInWords) {
    QFile inTheWay(folder.filePath(QStringLiteral("state")));
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    const auto problem = RotatingFile(path, {}).write("line\n");
    ASSERT_TRUE(problem);
    EXPECT_FALSE(problem->isEmpty());
}

TEST_F(RotatingFileTest, fileThatWasTakenAway_isMadeAgain) {
    RotatingFile file(path, {});
    ASSERT_EQ(file.write("one\n"), std::nullopt);
    ASSERT_TRUE(QFile::remove(path));
    ASSERT_EQ(file.write("two\n"), std::nullopt);
    EXPECT_EQ(content(), QByteArray("two\n"));
}

TEST_F(RotatingFileTest, turnThatCannotBeTaken_isAProblemAndNotAnEndlessFile) {
    RotatingFile file(path, Small);
    ASSERT_EQ(file.write(QByteArray(90, 'a')), std::nullopt);
    for (const char* folderInTheWay : {".1", ".2", ".2/x"})
        ASSERT_TRUE(QDir().mkdir(path + QLatin1String(folderInTheWay)));
    EXPECT_TRUE(file.write(QByteArray(90, 'b')));
    EXPECT_EQ(content().size(), 90);
}

TEST_F(RotatingFileTest, fullDisk_isAProblemUntilThereIsRoom) {
    RotatingFile file(path, {});
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit hardlyAnything{10, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &hardlyAnything), 0);
    EXPECT_TRUE(file.write("more than there is room for\n"));
    EXPECT_TRUE(file.write("line\n"));
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(file.write("line\n"), std::nullopt);
    std::signal(SIGXFSZ, handler);
}
