// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "randomviews.h"
#include "support/printers.h"

#include "attune/session/savedviewstore.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>

using namespace attune::session;

namespace {

constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

class SavedViewStoreTest : public ::testing::Test {
protected:
    [[nodiscard]] std::vector<SavedView> someViews(int count) {
        std::vector<SavedView> views;
        for (int i = 0; i < count; ++i)
            views.push_back(random.next());
        return views;
    }
    static void put(const QString& path, const QByteArray& content) {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    static QByteArray content(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

    attune::test::RandomViews random{3};
    QTemporaryDir folder;
    SavedViewStore store{folder.filePath(QStringLiteral("views"))};
    QString prod = QStringLiteral("prod");
};

} // namespace

TEST_F(SavedViewStoreTest, missingFile_isNoView) {
    const ReadViews read = store.load(prod);
    EXPECT_TRUE(read.views.empty());
    EXPECT_EQ(read.problems, QStringList());
    EXPECT_FALSE(QFile::exists(folder.filePath(QStringLiteral("views"))));
}

TEST_F(SavedViewStoreTest, saved_comesBackForItsProfileAlone) {
    const auto views = someViews(3);
    ASSERT_FALSE(store.save(prod, views));
    EXPECT_TRUE(store.load(prod).views == views);
    EXPECT_TRUE(store.load(QStringLiteral("test")).views.empty());
    EXPECT_EQ(QFileInfo(store.pathOf(prod)).permissions(), QFile::Permissions(OwnerOnly));
}

TEST_F(SavedViewStoreTest, anyProfileName_isAFileOfItsOwnInTheFolder) {
    QSet<QString> paths;
    const QStringList names{QString(),
                            QStringLiteral("."),
                            QStringLiteral(".."),
                            QStringLiteral("a/b"),
                            QStringLiteral("a%2Fb"),
                            QStringLiteral("../../x"),
                            QStringLiteral("ü"),
                            QString(400, u'n'),
                            QString(401, u'n'),
                            QStringLiteral("A"),
                            QStringLiteral("a\\b:c*?")};
    for (const QString& name : names) {
        const QFileInfo file(store.pathOf(name));
        EXPECT_EQ(file.absolutePath(), folder.filePath(QStringLiteral("views")));
        EXPECT_LE(file.fileName().size(), 140);
        paths.insert(file.fileName());
        EXPECT_FALSE(store.save(name, someViews(1)));
    }
    EXPECT_EQ(paths.size(), names.size());
}

TEST_F(SavedViewStoreTest, damagedFile_isMovedAside) {
    put(store.pathOf(prod), "{ damaged");
    const ReadViews read = store.load(prod);
    EXPECT_TRUE(read.views.empty());
    EXPECT_EQ(read.problems.size(), 1);
    EXPECT_FALSE(store.save(prod, {}));
    EXPECT_EQ(content(store.pathOf(prod) + QStringLiteral(".bad")), "{ damaged");
    EXPECT_EQ(store.load(prod).problems, QStringList());
}

TEST_F(SavedViewStoreTest, fileReadInPart_isKeptBesideWhatIsWritten) {
    const QByteArray edited = R"({"format":"attune-watch-views","version":1,"views":[
        {"name":"good"},{"name":"odd","density":"cosy"},{"nameless":true}]})";
    put(store.pathOf(prod), edited);
    const ReadViews read = store.load(prod);
    EXPECT_EQ(read.views.size(), 2U);
    EXPECT_EQ(read.problems.size(), 2);
    EXPECT_FALSE(store.save(prod, read.views));
    EXPECT_EQ(content(store.pathOf(prod) + QStringLiteral(".bad")), edited);
}

TEST_F(SavedViewStoreTest, exported_canBeImportedAndRefusalsNameTheFile) {
    const QString path = folder.filePath(QStringLiteral("views for you.json"));
    const auto views = someViews(4);
    EXPECT_FALSE(SavedViewStore::exportTo(path, views));
    const auto read = SavedViewStore::importFrom(path);
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(read->views == views);

    const auto missing = SavedViewStore::importFrom(folder.filePath(QStringLiteral("missing.json")));
    ASSERT_FALSE(missing.ok());
    EXPECT_TRUE(missing.error().message.contains(QStringLiteral("missing.json")));
    put(path, QByteArray(5 * 1024 * 1024, ' '));
    EXPECT_FALSE(SavedViewStore::importFrom(path).ok());
}

TEST_F(SavedViewStoreTest, writingThatFails_saysSoAndKeepsTheOldFile) {
    EXPECT_TRUE(SavedViewStore::exportTo(folder.filePath(QStringLiteral("no/such/folder.json")), {}));
    EXPECT_TRUE(SavedViewStore::exportTo(folder.path(), {})) << "a folder";
}
