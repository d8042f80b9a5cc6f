// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes.h"
#include "support/printers.h"

#include "attune/version.h"
#include "attune/widgets/aboutdialog.h"
#include "attune/widgets/dialogservice.h"
#include "attune/widgets/shortcutsdialog.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

namespace attune::widgets {
namespace {

TEST(AboutDialog, components_areListedAsPlainText) {
    AboutDialog dialog({QStringLiteral("OpenSSL 3.0.15"), QStringLiteral("<b>x</b>")});
    EXPECT_TRUE(dialog.text().contains(QString::fromLatin1(Version)));
    EXPECT_TRUE(dialog.text().contains(QStringLiteral("OpenSSL 3.0.15\n<b>x</b>")));
    for (const auto* label : dialog.findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText);
}

TEST(AboutDialog, copy_takesEverything) {
    AboutDialog dialog({QStringLiteral("OpenSSL 3.0.15")});
    for (auto* button : dialog.findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("&Copy"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    EXPECT_EQ(QApplication::clipboard()->text(), dialog.text());
}

TEST(ShortcutsDialog, everyActionWithAShortcut_isListedUnderItsMenu) {
    QMainWindow window;
    QMenu* file = window.menuBar()->addMenu(QStringLiteral("&File"));
    file->addAction(QStringLiteral("Save && &Quit…"))->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    file->addAction(QStringLiteral("Nothing"));
    QMenu* below = file->addMenu(QStringLiteral("More"));
    below->addAction(QStringLiteral("Deep"))->setShortcut(QKeySequence(Qt::Key_F7));
    auto* hidden = new QAction(QStringLiteral("Elsewhere"), window.menuBar());
    hidden->setShortcut(QKeySequence(Qt::Key_F8));

    const ShortcutsDialog dialog(window);
    const auto* list = dialog.findChild<QTreeWidget*>();
    ASSERT_EQ(list->topLevelItemCount(), 2);
    const auto* first = list->topLevelItem(0);
    EXPECT_EQ(first->text(0), QStringLiteral("File"));
    ASSERT_EQ(first->childCount(), 2);
    EXPECT_EQ(first->child(0)->text(0), QStringLiteral("Save & Quit"));
    EXPECT_EQ(first->child(0)->text(1), QStringLiteral("Ctrl+Q"));
    EXPECT_EQ(first->child(1)->text(0), QStringLiteral("Deep"));
    EXPECT_EQ(list->topLevelItem(1)->child(0)->text(0), QStringLiteral("Elsewhere"));
}

class QtDialogServiceTest : public ::testing::Test {
protected:
    QMessageBox* box() { return window.findChild<QMessageBox*>(); }
    QPushButton* button(const QString& text) {
        for (auto* candidate : box()->findChildren<QPushButton*>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    QtDialogService service;
    QWidget window;
    int accepted = 0;
    DialogService::Question question{QStringLiteral("Disable rule"), QStringLiteral("Disable?"),
                                     QStringLiteral("Details"), QStringLiteral("Disable rule")};
};

TEST_F(QtDialogServiceTest, acceptButton_calls) {
    service.ask(&window, question, [this] { ++accepted; });
    ASSERT_NE(box(), nullptr);
    EXPECT_EQ(accepted, 0);
    QTest::mouseClick(button(QStringLiteral("Disable rule")), Qt::LeftButton);
    EXPECT_EQ(accepted, 1);
}

TEST_F(QtDialogServiceTest, enterAndEscape_takeTheSafeAnswer) {
    service.ask(&window, question, [this] { ++accepted; });
    QPointer<QMessageBox> shown = box();
    QTest::keyClick(shown, Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(shown.isNull());
    service.ask(&window, question, [this] { ++accepted; });
    QTest::keyClick(box(), Qt::Key_Escape);
    EXPECT_EQ(accepted, 0);
}

/// Chooses files in Qt's own dialog.
class SaveFileTest : public QtDialogServiceTest {
protected:
    SaveFileTest() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    ~SaveFileTest() override { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); }
    void choose(const QString& name) {
        service.chooseSaveFile(&window, QStringLiteral("Export"), QStringLiteral("rows.csv"),
                               [this](const QString& path) { chosen += path; });
        auto* dialog = window.findChild<QFileDialog*>();
        dialog->setDirectory(folder.path());
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(name);
        static_cast<QDialog*>(dialog)->accept();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QTemporaryDir folder;
    QStringList chosen;
};

TEST_F(SaveFileTest, newFile_isTakenAndGetsTheSuffix) {
    choose(QStringLiteral("mine"));
    EXPECT_EQ(chosen, QStringList{folder.filePath(QStringLiteral("mine.csv"))});
    EXPECT_EQ(box(), nullptr);
}

TEST_F(SaveFileTest, existingFile_isTakenOnlyAfterAQuestion) {
    QFile file(folder.filePath(QStringLiteral("old.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    choose(QStringLiteral("old"));
    ASSERT_NE(box(), nullptr);
    EXPECT_TRUE(box()->text().contains(file.fileName()));
    EXPECT_EQ(chosen, QStringList());
    QTest::keyClick(box(), Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(chosen, QStringList());
    choose(QStringLiteral("old.csv"));
    QTest::mouseClick(button(QStringLiteral("Replace")), Qt::LeftButton);
    EXPECT_EQ(chosen, QStringList{file.fileName()});
}

TEST_F(SaveFileTest, firstFolder_isTheOperatorsOwnAndThenTheOneChosenLast) {
    service.chooseOpenFile(&window, QStringLiteral("Import"), {}, [](const QString&) {});
    auto* first = window.findChild<QFileDialog*>();
    EXPECT_TRUE(first->directory().absolutePath().startsWith(QDir::homePath()));
    first->reject();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    choose(QStringLiteral("mine"));
    service.chooseOpenFile(&window, QStringLiteral("Import"), {}, [](const QString&) {});
    EXPECT_EQ(window.findChild<QFileDialog*>()->directory(), QDir(folder.path()));
}

} // namespace
} // namespace attune::widgets
