// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/fulldisk.h"
#include "support/printers.h"

#include "attune/core/export/wholefile.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <optional>

namespace attune::core {
namespace {

using Existing = WholeFile::Existing;

class WholeFileTest : public ::testing::Test {
protected:
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("rows.csv")); }
    void put(const QByteArray& bytes) const {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray contents() const {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Everything in the folder, leftovers included.
    [[nodiscard]] QStringList names() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir folder;
};

TEST_F(WholeFileTest, commit_givesTheFileItsNameAndItsOwnerAlone) {
    WholeFile file(path(), Existing::Keep);
    ASSERT_FALSE(file.open());
    ASSERT_FALSE(file.write("new"));
    EXPECT_FALSE(QFile::exists(path()));
    ASSERT_FALSE(file.commit());
    EXPECT_EQ(contents(), "new");
    EXPECT_EQ(names().size(), 1);
    EXPECT_EQ(QFile::permissions(path()) &
                  (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
              QFile::Permissions());
}

TEST_F(WholeFileTest, withoutCommit_theOldFileStaysAndNothingElseDoes) {
    put("old");
    {
        WholeFile file(path(), Existing::Replace);
        ASSERT_FALSE(file.open());
        ASSERT_FALSE(file.write("new"));
    }
    EXPECT_EQ(contents(), "old");
    EXPECT_EQ(names().size(), 1);
}

TEST_F(WholeFileTest, replace_takesTheOldFilesPlaceAndNotItsPermissions) {
    put("old");
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    WholeFile file(path(), Existing::Replace);
    ASSERT_FALSE(file.open());
    ASSERT_FALSE(file.write("new"));
    ASSERT_FALSE(file.commit());
    EXPECT_EQ(contents(), "new");
    EXPECT_FALSE(QFile::permissions(path()).testFlag(QFile::ReadOther));
}

TEST_F(WholeFileTest, keep_refusesAnExistingFileAndOneThatAppearsMeanwhile) {
    WholeFile file(path(), Existing::Keep);
    ASSERT_FALSE(file.open());
    ASSERT_FALSE(file.write("new"));
    put("somebody else's");
    const auto error = file.commit();
    ASSERT_TRUE(error);
    EXPECT_TRUE(error->message.contains(QStringLiteral("exists already")));
    EXPECT_EQ(contents(), "somebody else's");

    WholeFile second(path(), Existing::Keep);
    EXPECT_TRUE(second.open());
}

TEST_F(WholeFileTest, folderLinkAndMissingFolder_areRefusedInWords) {
    WholeFile onFolder(folder.path(), Existing::Replace);
    ASSERT_TRUE(QFile::link(folder.filePath(QStringLiteral("elsewhere")), path()));
    WholeFile onLink(path(), Existing::Replace);
    WholeFile nowhere(folder.filePath(QStringLiteral("no/rows.csv")), Existing::Keep);
    EXPECT_TRUE(onFolder.open()->message.endsWith(QStringLiteral("is not a file.")));
    EXPECT_TRUE(onLink.open()->message.contains(QStringLiteral("symbolic link")));
    const auto error = nowhere.open();
    ASSERT_TRUE(error);
    EXPECT_TRUE(error->message.startsWith(folder.filePath(QStringLiteral("no/rows.csv could not be written: "))));
}

TEST_F(WholeFileTest, aFullDisk_isSaidAndLeavesTheOldFile) {
    put("old");
    std::optional<Error> error;
    {
        WholeFile file(path(), Existing::Replace);
        ASSERT_FALSE(file.open());
        const test::FullDisk disk(64 * 1024);
        for (int i = 0; i < 10 && !error; ++i)
            error = file.write(QByteArray(20'000, 'x'));
        if (!error)
            error = file.commit();
    }
    ASSERT_TRUE(error);
    EXPECT_TRUE(error->message.contains(QStringLiteral("could not be written: ")));
    EXPECT_EQ(contents(), "old");
    EXPECT_EQ(names().size(), 1);
}

TEST_F(WholeFileTest, lastPieceThatDoesNotFit_isAnErrorAsWell) {
    put("old");
    std::optional<Error> error;
    {
        const test::FullDisk disk(100);
        error = WholeFile::replace(path(), QByteArray(200, 'x')); // fits into every buffer
    }
    EXPECT_TRUE(error);
    EXPECT_EQ(contents(), "old");
    EXPECT_EQ(names().size(), 1);
}

} // namespace
} // namespace attune::core
