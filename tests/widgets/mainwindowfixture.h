// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes.h"
#include "support/manualclock.h"
#include "support/printers.h"
#include "support/rows.h"
#include "support/waiting.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/session/profilestore.h"
#include "attune/session/savedviewstore.h"
#include "attune/session/settings.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/enforcementwindow.h"
#include "attune/widgets/mainwindow.h"
#include "attune/widgets/themecontroller.h"
#include "attune/widgets/welcomepage.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>

namespace attune::widgets {

using session::ConnectionState;

/// The whole main window on the offscreen platform, with a table of its own and nobody behind it.
class MainWindowTest : public ::testing::Test {
protected:
    MainWindowTest() { open(); }

    void open() {
        window = std::make_unique<MainWindow>(MainWindowParts{table, proxy, signIn, details, profiles, settings, views,
                                                              theme, serverClock, random, dialogs,
                                                              [this] { return report; }});
        EXPECT_TRUE(test::showActive(*window));
    }
    void setState(ConnectionState state, const QString& reason = {}) {
        report.status.state = state;
        report.status.profileName = state == ConnectionState::SignedOut ? QString() : QStringLiteral("prod");
        report.status.host = QStringLiteral("attune.example.com");
        report.status.reason = reason;
        window->onStatusChanged(report.status);
    }
    void live(int rows = 50) {
        setState(ConnectionState::Live);
        addRows(1, rows);
    }
    void addRows(core::Id first, int count) {
        core::EnforcementBatch batch;
        for (core::Id id = first; id < first + count; ++id)
            batch.updates.push_back(test::update(test::makeRow(vocabulary, id, id % 2 == 0 ? "ops.even" : "ops.odd")));
        window->applyBatch(batch);
    }
    [[nodiscard]] EnforcementView* view() { return window->findChild<EnforcementView*>(); }
    [[nodiscard]] bool isWelcome() { return window->findChild<WelcomePage*>()->isVisible(); }
    template<class T>
    T* child(const char* name) {
        return window->findChild<T*>(QString::fromLatin1(name));
    }
    /// The words on the page that is shown.
    QString words() {
        QStringList texts;
        for (const auto* label : window->findChildren<QLabel*>())
            texts += label->isVisible() ? label->text() : QString();
        return texts.join(u'\n');
    }
    QAbstractButton* button(const QString& text) {
        for (auto* candidate : window->findChildren<QAbstractButton*>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    /// Whether the operator sees such a button and it could be pressed.
    bool press(const char* text) {
        QAbstractButton* found = button(QString::fromLatin1(text));
        if (found != nullptr)
            found->click();
        return found != nullptr;
    }
    QAction* action(const QString& text) {
        for (auto* candidate : window->findChildren<QAction*>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    static std::vector<EnforcementWindow*> openWindows() {
        std::vector<EnforcementWindow*> found;
        for (QWidget* top : QApplication::topLevelWidgets()) {
            auto* opened = qobject_cast<EnforcementWindow*>(top);
            if (opened != nullptr && opened->isVisible())
                found.push_back(opened);
        }
        return found;
    }

    QTemporaryDir folder;
    test::ManualClock clock;
    core::ServerClock serverClock{clock};
    core::SeededRandom random{1};
    core::Vocabulary vocabulary;
    models::EnforcementTableModel table{vocabulary};
    models::EnforcementFilterProxyModel proxy{table};
    QAbstractItemModelTester tester{&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal};
    test::FakeSignIn signIn;
    test::FakeDetails details;
    test::FakeDialogs dialogs;
    session::ProfileStore profiles{folder.filePath(QStringLiteral("profiles.json"))};
    session::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    session::SavedViewStore views{folder.filePath(QStringLiteral("views"))};
    ThemeController theme{ThemeChoice::Light};
    ConnectionReport report;
    std::unique_ptr<MainWindow> window;
};

} // namespace attune::widgets
