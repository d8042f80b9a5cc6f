// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "mainwindowfixture.h"
#include "support/fulldisk.h"
#include "views/manageviewsdialog.h"
#include "views/viewsmenu.h"

#include "attune/widgets/filterbar.h"

#include <QFile>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

// Saved views in a real window: what the operator presses and sees.
namespace attune::widgets {
namespace {

using core::Column;
using session::Setting;

class SavedViews : public MainWindowTest {
protected:
    SavedViews() { live(20); }

    [[nodiscard]] ViewsMenu& menu() { return *window->findChild<ViewsMenu*>(); }
    [[nodiscard]] FilterBar& bar() { return *window->findChild<FilterBar*>(); }
    [[nodiscard]] QStringList names() {
        QStringList found;
        for (const QAction* entry : menu().actions()) {
            if (entry->isCheckable())
                found += (entry->isChecked() ? u'*' + entry->text() : entry->text());
        }
        return found;
    }
    static core::EnforcementFilter ruleFilter(QStringView rule) {
        core::EnforcementFilter filter;
        filter.rule = core::TermFilter::parse(rule);
        return filter;
    }
    void saveTwo() {
        bar().setFilter(ruleFilter(u"odd"));
        menu().saveAs(QStringLiteral("Odd"));
        bar().setFilter(ruleFilter(u"even"));
        menu().saveAs(QStringLiteral("Even"));
        bar().clear();
    }
    QHeaderView& header() { return *view()->horizontalHeader(); }
    ManageViewsDialog* manage() {
        action(QStringLiteral("&Manage Views…"))->trigger();
        auto* dialog = window->findChild<ManageViewsDialog*>();
        EXPECT_TRUE(dialog && test::waitFor([dialog] { return dialog->isVisible(); }));
        return dialog;
    }
    void reopen() {
        window->close();
        window.reset();
        open();
        live(20);
    }
};

TEST_F(SavedViews, thatCannotBeWritten_areToldOnceAndStayWhileTheProgramRuns) {
    const QString path = views.pathOf(QStringLiteral("prod"));
    const auto stored = [&path] { return session::SavedViewStore::importFrom(path); };
    {
        const test::FullDisk disk;
        saveTwo();
        report.status.profileName = QStringLiteral("test");
        window->onStatusChanged(report.status);
        report.status.profileName = QStringLiteral("prod");
        window->onStatusChanged(report.status);
    }
    EXPECT_EQ(names(), QStringList({QStringLiteral("Odd"), QStringLiteral("Even")}));
    ASSERT_EQ(dialogs.warnings.size(), 1) << dialogs.warnings.join(u'\n').toStdString();
    EXPECT_TRUE(dialogs.warnings.front().contains(QStringLiteral("prod.json cannot be written")));
    EXPECT_TRUE(dialogs.warnings.front().contains(QStringLiteral("until the program ends")));
    EXPECT_FALSE(stored().ok());
    menu().saveAs(QStringLiteral("All"));
    ASSERT_TRUE(stored().ok());
    EXPECT_EQ(stored()->views.size(), 3U);
    EXPECT_EQ(dialogs.warnings.size(), 1);
}

TEST_F(SavedViews, keys_showFilterColumnsSortAndDensityAgain) {
    bar().setFilter(ruleFilter(u"odd"));
    header().moveSection(header().visualIndex(static_cast<int>(Column::Status)), 0);
    header().resizeSection(static_cast<int>(Column::Rule), 333);
    view()->setColumnHidden(static_cast<int>(Column::Event), true);
    header().setSortIndicator(static_cast<int>(Column::Took), Qt::AscendingOrder);
    settings.set(Setting::Density, QStringLiteral("compact"));
    menu().saveAs(QStringLiteral("Odd & slow"));
    bar().clear();
    view()->resetColumns();
    settings.set(Setting::Density, QStringLiteral("comfortable"));
    ASSERT_EQ(window->shown(), 20);

    QTest::keyClick(view(), Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(bar().filter(), ruleFilter(u"odd"));
    EXPECT_EQ(window->shown(), 10);
    EXPECT_EQ(header().visualIndex(static_cast<int>(Column::Status)), 0);
    EXPECT_EQ(header().sectionSize(static_cast<int>(Column::Rule)), 333);
    EXPECT_TRUE(view()->isColumnHidden(static_cast<int>(Column::Event)));
    EXPECT_EQ(proxy.sortedColumn(), Column::Took);
    EXPECT_EQ(proxy.sortDirection(), Qt::AscendingOrder);
    EXPECT_EQ(view()->density(), Density::Compact);
    EXPECT_EQ(names(), QStringList{QStringLiteral("*Odd && slow")});
}

TEST_F(SavedViews, areThereAfterTheNextStartAndOnlyInTheirProfile) {
    saveTwo();
    reopen();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Odd"), QStringLiteral("Even")}));
    QTest::keyClick(view(), Qt::Key_2, Qt::ControlModifier);
    EXPECT_EQ(bar().filter(), ruleFilter(u"even"));
    report.status.profileName = QStringLiteral("other");
    window->onStatusChanged(report.status);
    EXPECT_EQ(names(), QStringList());
    setState(ConnectionState::SignedOut);
    EXPECT_FALSE(action(QStringLiteral("&Save Current View…"))->isEnabled());
}

TEST_F(SavedViews, saveByName_asksForItAndBeforeItReplaces) {
    saveTwo();
    bar().setFilter(ruleFilter(u"*"));
    QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = window->findChild<QInputDialog*>();
    ASSERT_TRUE(dialog);
    auto* field = dialog->findChild<QLineEdit*>();
    field->setText(QStringLiteral("  Odd "));
    dialogs.accept = false;
    dialog->accept();
    ASSERT_EQ(dialogs.questions.size(), 1U);
    QTest::keyClick(view(), Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(bar().filter(), ruleFilter(u"odd")) << "not replaced";
    dialogs.accept = true;
    bar().setFilter(ruleFilter(u"*"));
    menu().saveAs(QStringLiteral("Odd"));
    bar().clear();
    QTest::keyClick(view(), Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(bar().filter(), ruleFilter(u"*"));
}

TEST_F(SavedViews, update_keepsTheNameAndTakesWhatIsSeen) {
    saveTwo();
    QTest::keyClick(view(), Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("*Odd"), QStringLiteral("Even")}));
    bar().setFilter(ruleFilter(u"ops"));
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Odd"), QStringLiteral("Even")})) << "another filter is in force";
    action(QStringLiteral("&Update “Odd”"))->trigger();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("*Odd"), QStringLiteral("Even")}));
    reopen();
    QTest::keyClick(view(), Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(bar().filter(), ruleFilter(u"ops"));
}

TEST_F(SavedViews, manage_ordersRenamesAndDeletes) {
    saveTwo();
    ManageViewsDialog* dialog = manage();
    auto* list = dialog->findChild<QListWidget*>();
    const auto pressIn = [dialog](const char* text) {
        for (auto* candidate : dialog->findChildren<QPushButton*>()) {
            if (candidate->text() == QString::fromUtf8(text) && candidate->isEnabled()) {
                QTest::mouseClick(candidate, Qt::LeftButton);
                return true;
            }
        }
        return false;
    };
    ASSERT_TRUE(pressIn("Move &Down"));
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Even"), QStringLiteral("Odd")}));
    EXPECT_FALSE(pressIn("Move &Down")) << "it is the last";

    const auto renameTo = [&](const char* name) {
        EXPECT_TRUE(pressIn("&Rename"));
        auto* editor = list->findChild<QLineEdit*>();
        ASSERT_TRUE(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QString::fromLatin1(name));
        QTest::keyClick(editor, Qt::Key_Return);
        // The editor goes when the name has been taken or refused.
        EXPECT_TRUE(test::waitFor([list] { return list->findChild<QLineEdit*>() == nullptr; }));
    };
    renameTo("Strange");
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Even"), QStringLiteral("Strange")}));
    EXPECT_EQ(dialogs.warnings, QStringList());
    renameTo("Even");
    EXPECT_EQ(dialogs.warnings.size(), 1);
    EXPECT_EQ(list->item(1)->text(), QStringLiteral("Strange"));

    ASSERT_TRUE(pressIn("&Show"));
    EXPECT_EQ(bar().filter(), ruleFilter(u"odd"));
    ASSERT_TRUE(pressIn("D&elete…"));
    EXPECT_EQ(names(), QStringList{QStringLiteral("Even")});
    dialog->close();
}

TEST_F(SavedViews, exportAndImport_carryThemToAnotherProfile) {
    saveTwo();
    dialogs.file = folder.filePath(QStringLiteral("out.json"));
    action(QStringLiteral("&Export Views…"))->trigger();
    EXPECT_EQ(dialogs.warnings, QStringList());
    report.status.profileName = QStringLiteral("other");
    window->onStatusChanged(report.status);
    action(QStringLiteral("&Import Views…"))->trigger();
    action(QStringLiteral("&Import Views…"))->trigger();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Odd"), QStringLiteral("Even"), QStringLiteral("Odd (2)"),
                                    QStringLiteral("Even (2)")}));
    EXPECT_EQ(dialogs.warnings, QStringList());

    QFile file(dialogs.file);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"format":"attune-watch-views","version":1,"views":[{"name":"Mine","density":"cosy"}]})");
    file.close();
    action(QStringLiteral("&Import Views…"))->trigger();
    EXPECT_EQ(names().last(), QStringLiteral("Mine"));
    ASSERT_EQ(dialogs.warnings.size(), 1);
    EXPECT_TRUE(dialogs.warnings[0].contains(QStringLiteral("density"))) << dialogs.warnings[0].toStdString();
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("nonsense");
    file.close();
    action(QStringLiteral("&Import Views…"))->trigger();
    EXPECT_EQ(names().size(), 5);
    EXPECT_EQ(dialogs.warnings.size(), 2);
}

TEST_F(SavedViews, firstNine_haveKeys) {
    for (int i = 1; i <= 11; ++i)
        menu().saveAs(QStringLiteral("View %1").arg(i));
    int keys = 0;
    for (const QAction* entry : menu().actions())
        keys += entry->isCheckable() && !entry->shortcut().isEmpty() ? 1 : 0;
    EXPECT_EQ(keys, 9);
    EXPECT_EQ(names().size(), 11);
    bool isInBar = false;
    for (const auto* button : bar().findChildren<QToolButton*>())
        isInBar = isInBar || (button->isVisible() && button->menu() == &menu());
    EXPECT_TRUE(isInBar);
}

} // namespace
} // namespace attune::widgets
