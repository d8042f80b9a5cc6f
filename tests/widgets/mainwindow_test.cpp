// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "mainwindowfixture.h"

#include "attune/widgets/liveindicator.h"
#include "attune/widgets/profiledialog.h"
#include "attune/widgets/statusbar.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace attune::widgets {
namespace {

TEST_F(MainWindowTest, signedOut_showsTheWelcomePage) {
    EXPECT_TRUE(isWelcome());
    EXPECT_EQ(window->windowTitle(), QStringLiteral("Attune Watch"));
    QSignalSpy demo(window.get(), &MainWindow::demoRequested);
    QTest::mouseClick(child<QPushButton>("demo"), Qt::LeftButton);
    EXPECT_EQ(demo.count(), 1);
}

TEST_F(MainWindowTest, signedIn_showsTheTableUnderTheProfilesName) {
    live();
    EXPECT_FALSE(isWelcome());
    EXPECT_EQ(window->windowTitle(), QStringLiteral("prod — Attune Watch"));
    EXPECT_EQ(window->rows(), 50);
    EXPECT_EQ(window->shown(), 50);
    EXPECT_TRUE(view()->hasFocus());
}

TEST_F(MainWindowTest, window_canBeMadeHalfAsWideAsAScreen) {
    live();
    EXPECT_LE(window->minimumSizeHint().width(), 960);
    window->resize(960, 600);
    EXPECT_EQ(window->width(), 960);
}

TEST_F(MainWindowTest, emptyTable_saysWhy) {
    setState(ConnectionState::Connecting);
    EXPECT_TRUE(words().contains(QStringLiteral("Connecting to prod…"))) << qPrintable(words());
    setState(ConnectionState::Offline, QStringLiteral("Connection refused"));
    EXPECT_TRUE(words().contains(QStringLiteral("Connection refused")));
    live(3);
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"nothing.like.it");
    window->setFilter(filter);
    EXPECT_EQ(window->shown(), 0);
    EXPECT_TRUE(words().contains(QStringLiteral("No enforcement matches these filters."))) << qPrintable(words());
    Q_EMIT view()->emptyActionTriggered();
    EXPECT_EQ(window->shown(), 3);
}

TEST_F(MainWindowTest, typedFilter_appliesAfterItsDelay) {
    live();
    QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
    QWidget* field = window->focusWidget();
    ASSERT_TRUE(qobject_cast<QLineEdit*>(field));
    QTest::keyClicks(field, QStringLiteral("ops.even"));
    EXPECT_EQ(window->shown(), 50);
    clock.advance(std::chrono::milliseconds(600));
    EXPECT_EQ(window->shown(), 25);
    // Live rows neither disturb the field nor slip past the filter.
    addRows(51, 10);
    EXPECT_EQ(window->shown(), 30);
    EXPECT_EQ(window->focusWidget(), field);
    EXPECT_EQ(static_cast<QLineEdit*>(field)->text(), QStringLiteral("ops.even"));
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_EQ(window->shown(), 60);
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_TRUE(view()->hasFocus());
}

TEST_F(MainWindowTest, space_inATextFieldIsText) {
    live();
    QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(window->focusWidget(), QStringLiteral("a b"));
    EXPECT_FALSE(window->isPaused());
    EXPECT_EQ(static_cast<QLineEdit*>(window->focusWidget())->text(), QStringLiteral("a b"));
}

TEST_F(MainWindowTest, incompleteRows_areAskedFor) {
    setState(ConnectionState::Live);
    QSignalSpy wanted(window.get(), &MainWindow::hydrationWanted);
    core::EnforcementBatch batch;
    batch.updates.emplace_back();
    batch.updates.back().row.id = 77;
    batch.updates.back().row.status = core::Status::Created;
    window->applyBatch(batch);
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted[0][0].value<std::vector<core::Id>>(), std::vector<core::Id>{77});
}

TEST_F(MainWindowTest, contradictions_areToldAndAskedFor) {
    live();
    QSignalSpy met(window.get(), &MainWindow::contradictionsMet);
    QSignalSpy wanted(window.get(), &MainWindow::hydrationWanted);
    addRows(51, 1);
    EXPECT_EQ(met.count(), 0);
    core::EnforcementBatch batch;
    batch.updates.emplace_back();
    batch.updates.back().row.id = 51;
    batch.updates.back().row.event = 1'234'567;
    window->applyBatch(batch);
    ASSERT_EQ(met.count(), 1);
    EXPECT_EQ(met[0][0].value<std::size_t>(), 1U);
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted[0][0].value<std::vector<core::Id>>(), std::vector<core::Id>{51});
}

TEST_F(MainWindowTest, painted_followsABatchThatChangedRows) {
    live();
    QSignalSpy painted(window.get(), &MainWindow::painted);
    ASSERT_TRUE(test::waitFor([&] { return painted.count() > 0; }));
    painted.clear();
    addRows(51, 1);
    EXPECT_EQ(painted.count(), 0);
    ASSERT_TRUE(test::waitFor([&] { return painted.count() > 0; }));
    painted.clear();
    view()->viewport()->repaint();
    QCoreApplication::processEvents();
    EXPECT_EQ(painted.count(), 0);
}

TEST_F(MainWindowTest, doubleClick_opensAWindowThatStaysLive) {
    live();
    const QModelIndex cell = proxy.index(3, 1);
    const core::Id id = proxy.idAt(3);
    ASSERT_TRUE(test::waitFor([&] { return view()->viewport()->rect().contains(view()->visualRect(cell).center()); }));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(cell).center());
    QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(cell).center());
    ASSERT_EQ(openWindows().size(), 1U);
    EXPECT_EQ(openWindows()[0]->id(), id);
    const core::EnforcementRow now = test::resolved(table.rowAt(table.rowOfId(id)));
    window->applyBatch(test::batch(now));
    EXPECT_EQ(openWindows()[0]->row().status, core::Status::Processed);
    // A second time raises the same window.
    EXPECT_TRUE(window->openEnforcement(id));
    EXPECT_EQ(openWindows().size(), 1U);
}

TEST_F(MainWindowTest, enter_opensTheCurrentRow) {
    live();
    view()->setCurrentId(20);
    QTest::keyClick(view(), Qt::Key_Return);
    ASSERT_EQ(openWindows().size(), 1U);
    EXPECT_EQ(openWindows()[0]->id(), 20);
}

TEST_F(MainWindowTest, altDown_walksTheFilteredTable) {
    live();
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"ops.even");
    window->setFilter(filter);
    ASSERT_TRUE(window->openEnforcement(20));
    const auto press = [](EnforcementWindow* opened, Qt::Key key) {
        EXPECT_TRUE(test::showActive(*opened));
        QTest::keyClick(opened, key, Qt::AltModifier);
    };
    press(openWindows().at(0), Qt::Key_Down);
    ASSERT_EQ(openWindows().size(), 1U);
    EXPECT_EQ(openWindows()[0]->id(), 18);
    EXPECT_EQ(view()->currentId(), 18);
    press(openWindows().at(0), Qt::Key_Up);
    press(openWindows().at(0), Qt::Key_Up);
    EXPECT_EQ(openWindows()[0]->id(), 22);
    ASSERT_TRUE(window->openEnforcement(20));
    EXPECT_EQ(openWindows().size(), 2U);
}

TEST_F(MainWindowTest, unknownId_opensNothing) {
    live();
    EXPECT_FALSE(window->openEnforcement(999'999));
    EXPECT_TRUE(openWindows().empty());
}

TEST_F(MainWindowTest, detailOfAWindow_teachesTheTable) {
    live();
    ASSERT_TRUE(window->openEnforcement(7));
    core::EnforcementDetail detail;
    detail.update = test::update(test::resolved(table.rowAt(table.rowOfId(7))), core::Origin::Detail);
    detail.raw = "{}";
    details.enforcements.back().done(detail);
    EXPECT_EQ(table.rowAt(table.rowOfId(7)).status, core::Status::Processed);
}

TEST_F(MainWindowTest, deletedRow_leavesTheTableButNotItsWindow) {
    live();
    ASSERT_TRUE(window->openEnforcement(7));
    details.enforcements.back().done(session::ServiceError{session::ServiceError::Kind::NotFound, 404, {}});
    EXPECT_EQ(table.rowOfId(7), -1);
    EXPECT_EQ(openWindows().size(), 1U);
}

TEST_F(MainWindowTest, cleared_forgetsEverything) {
    live();
    ASSERT_TRUE(window->openEnforcement(7));
    window->setPaused(true);
    addRows(51, 5);
    window->onCleared();
    setState(ConnectionState::SignedOut);
    EXPECT_EQ(window->rows(), 0);
    EXPECT_FALSE(window->isPaused());
    EXPECT_TRUE(openWindows().empty());
    EXPECT_TRUE(isWelcome());
}

TEST_F(MainWindowTest, sessionEnded_keepsTheRowsAndOffersToSignIn) {
    live();
    setState(ConnectionState::SignedOut, QStringLiteral("Your session has ended."));
    EXPECT_FALSE(isWelcome());
    EXPECT_EQ(window->rows(), 50);
    EXPECT_TRUE(child<QLabel>("noticeText")->isVisible());
    EXPECT_TRUE(child<QLabel>("noticeText")->text().contains(QStringLiteral("Your session has ended.")));
    QTest::mouseClick(child<QPushButton>("noticeAction"), Qt::LeftButton);
    EXPECT_NE(window->findChild<ProfileDialog*>(), nullptr);
}

TEST_F(MainWindowTest, plainTextConnection_isShownPermanently) {
    report.status.plainText = true;
    live();
    auto* text = child<QLabel>("noticeText");
    EXPECT_TRUE(text->isVisible());
    EXPECT_TRUE(text->text().contains(QStringLiteral("not encrypted")));
    report.status.plainText = false;
    live();
    EXPECT_FALSE(text->isVisible());
}

TEST_F(MainWindowTest, refusedCertificate_opensTheConnectionPanel) {
    setState(ConnectionState::CertificateRefused, QStringLiteral("The certificate has expired."));
    EXPECT_TRUE(child<QLabel>("noticeText")->text().contains(QStringLiteral("has expired")));
    EXPECT_FALSE(child<QDockWidget>("connectionDock")->isVisible());
    QTest::mouseClick(child<QPushButton>("noticeAction"), Qt::LeftButton);
    EXPECT_TRUE(child<QDockWidget>("connectionDock")->isVisible());
}

TEST_F(MainWindowTest, indicator_opensThePanelAndRetriesWhileOffline) {
    QSignalSpy retry(window.get(), &MainWindow::retryRequested);
    live();
    QTest::mouseClick(window->findChild<LiveIndicator*>(), Qt::LeftButton);
    EXPECT_TRUE(child<QDockWidget>("connectionDock")->isVisible());
    const auto* dock = child<QDockWidget>("connectionDock");
    EXPECT_TRUE(test::waitFor([&] { return dock->height() <= window->height() * 2 / 5; })) << "the table has the rest";
    EXPECT_EQ(retry.count(), 0);
    setState(ConnectionState::Offline, QStringLiteral("gone"));
    QTest::mouseClick(window->findChild<LiveIndicator*>(), Qt::LeftButton);
    EXPECT_EQ(retry.count(), 1);
}

TEST_F(MainWindowTest, signIn_savesTheProfileAndTellsTheProgram) {
    QSignalSpy signedInSpy(window.get(), &MainWindow::signedIn);
    QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
    auto* dialog = window->findChild<ProfileDialog*>();
    ASSERT_NE(dialog, nullptr);
    const auto type = [dialog](const char* field, const char* text) {
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QString::fromLatin1(field)), QString::fromLatin1(text));
    };
    type("api", "attune.example.com");
    type("login", "alice");
    type("secret", "s3cret");
    QTest::keyClick(dialog, Qt::Key_Return);
    ASSERT_EQ(signIn.attempts, 1);
    signIn.done(std::nullopt);
    ASSERT_EQ(signedInSpy.count(), 1);
    EXPECT_EQ(profiles.lastUsed(), QStringLiteral("attune.example.com"));
    EXPECT_EQ(child<QListWidget>("profiles")->count(), 1);
    QFile saved(folder.filePath(QStringLiteral("profiles.json")));
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    EXPECT_FALSE(saved.readAll().contains("s3cret"));
}

TEST_F(MainWindowTest, profileRemoval_isAskedFirst) {
    session::Profile profile;
    profile.name = QStringLiteral("prod");
    profile.api = QUrl(QStringLiteral("https://attune.example.com"));
    profile.login = QStringLiteral("alice");
    ASSERT_FALSE(profiles.save(profile));
    open();
    dialogs.accept = false;
    QTest::mouseClick(child<QPushButton>("remove"), Qt::LeftButton);
    EXPECT_EQ(profiles.load().size(), 1U);
    dialogs.accept = true;
    QTest::mouseClick(child<QPushButton>("remove"), Qt::LeftButton);
    EXPECT_TRUE(profiles.load().empty());
    EXPECT_FALSE(child<QListWidget>("profiles")->isVisible());
}

TEST_F(MainWindowTest, refsOfTheServer_areReadOncePerSignIn) {
    live();
    setState(ConnectionState::Delayed);
    setState(ConnectionState::Live);
    EXPECT_EQ(details.ruleRefs.size(), 1U);
    EXPECT_EQ(details.triggerRefs.size(), 1U);
    setState(ConnectionState::SignedOut);
    setState(ConnectionState::Live);
    EXPECT_EQ(details.ruleRefs.size(), 2U);
}

TEST_F(MainWindowTest, layout_isRemembered) {
    live();
    window->resize(1203, 807);
    view()->setColumnWidth(1, 321);
    child<QDockWidget>("connectionDock")->show();
    window->close();
    open();
    live();
    EXPECT_EQ(window->size(), QSize(1203, 807));
    EXPECT_TRUE(child<QDockWidget>("connectionDock")->isVisible());
    EXPECT_EQ(view()->columnWidth(1), 321);
}

TEST_F(MainWindowTest, settings_takeEffectFromTheMenu) {
    live();
    action(QStringLiteral("&Dark"))->trigger();
    EXPECT_EQ(theme.choice(), ThemeChoice::Dark);
    EXPECT_EQ(settings.text(session::Setting::Theme), QStringLiteral("dark"));
    action(QStringLiteral("&UTC"))->trigger();
    EXPECT_EQ(table.timeStyle(), core::TimeStyle::Utc);
    const int height = view()->rowHeight(0);
    action(QStringLiteral("Com&pact"))->trigger();
    EXPECT_LT(view()->rowHeight(0), height);
    theme.setChoice(ThemeChoice::Light);
}

TEST_F(MainWindowTest, reach_isChosenFromTheMenuAndTheTableKeepsAsManyRows) {
    using session::Setting;
    ASSERT_EQ(settings.number(Setting::ReadDepth), 5'000);
    const auto reach = [](int rows) { return QStringLiteral("The Newest %1").arg(QLocale().toString(rows)); };
    EXPECT_TRUE(action(reach(5'000))->isChecked());
    action(reach(1'000'000))->trigger();
    EXPECT_EQ(settings.number(Setting::ReadDepth), 1'000'000);
    EXPECT_EQ(settings.number(Setting::RowCap), 1'000'000);
    action(reach(1'000))->trigger();
    EXPECT_EQ(settings.number(Setting::ReadDepth), 1'000);
    EXPECT_EQ(settings.number(Setting::RowCap), 1'000'000) << "fewer rows are only kept when that is asked";
}

TEST_F(MainWindowTest, shortcuts_areUniqueAndMnemonicsToo) {
    live();
    QMap<QString, QString> keys;
    for (const auto* candidate : window->findChildren<QAction*>()) {
        for (const QKeySequence& sequence : candidate->shortcuts()) {
            const QString key = sequence.toString();
            EXPECT_FALSE(keys.contains(key)) << qPrintable(key + u" of " + candidate->text() + u" and " + keys[key]);
            keys[key] = candidate->text();
        }
    }
    EXPECT_GE(keys.size(), 14);
    for (const auto* menu : window->menuBar()->findChildren<QMenu*>()) {
        QSet<QString> mnemonics;
        for (const auto* entry : menu->actions()) {
            const QString mnemonic = QKeySequence::mnemonic(entry->text()).toString();
            EXPECT_FALSE(!mnemonic.isEmpty() && mnemonics.contains(mnemonic)) << qPrintable(entry->text());
            mnemonics.insert(mnemonic);
        }
    }
}

TEST_F(MainWindowTest, everyButtonAndField_hasAName) {
    live();
    for (const auto* widget : window->findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 ||
            widget->objectName().startsWith(u"qt_"))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        EXPECT_TRUE(named || qobject_cast<const QMenuBar*>(widget))
            << widget->metaObject()->className() << ' ' << qPrintable(widget->objectName());
    }
}

} // namespace
} // namespace attune::widgets
