// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "checks.h"
#include "components.h"
#include "export/exportdialog.h"
#include "filter/rangepopup.h"
#include "filter/statuspopup.h"
#include "mainwindowfixture.h"
#include "speaking.h"
#include "views/manageviewsdialog.h"
#include "views/savedviewlist.h"

#include "attune/models/statusfiltermodel.h"
#include "attune/widgets/aboutdialog.h"
#include "attune/widgets/diagnosticsdialog.h"
#include "attune/widgets/filterbar.h"
#include "attune/widgets/profiledialog.h"
#include "attune/widgets/shortcutsdialog.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QTabWidget>

// Every window for those who have only the keyboard or only ears, in each language, and written from right to left.
namespace attune::widgets {
namespace {

struct Tongue {
    const char* name;
    const char* language;
    Qt::LayoutDirection direction;
};

class Access : public MainWindowTest, public ::testing::WithParamInterface<Tongue> {
protected:
    Access() : speaking(QString::fromLatin1(GetParam().language)) {
        QGuiApplication::setLayoutDirection(GetParam().direction);
        window.reset();
        open();
    }
    ~Access() override {
        window.reset();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    static void expectNone(const QStringList& problems, const char* what) {
        EXPECT_TRUE(problems.isEmpty()) << what << ":\n  " << qPrintable(problems.join(QStringLiteral("\n  ")));
    }
    static void judge(QWidget& shown) {
        SCOPED_TRACE(shown.metaObject()->className());
        QCoreApplication::processEvents();
        expectNone(test::namelessControls(shown), "without a name");
        expectNone(test::tabProblems(shown), "by Tab");
        expectNone(test::keyClashes(shown), "means two things");
        expectNone(test::layoutProblems(shown), "layout");
    }
    static void judgeShown(QWidget& shown) {
        ASSERT_TRUE(test::showActive(shown));
        judge(shown);
    }

    test::Speaking speaking;
};

INSTANTIATE_TEST_SUITE_P(All, Access,
                         ::testing::Values(Tongue{"english", "en", Qt::LeftToRight},
                                           Tongue{"german", "de", Qt::LeftToRight},
                                           Tongue{"mirrored", "en", Qt::RightToLeft}),
                         [](const auto& tongue) { return tongue.param.name; });

TEST_P(Access, welcomePage) {
    judge(*window);
    expectNone(test::unlistedShortcuts(*window), "not on F1");
}

TEST_P(Access, tableWithEverythingOpen) {
    live();
    window->findChild<FilterBar*>()->setTraceTagsOffered(true);
    window->findChild<FilterBar*>()->focusExpression();
    judge(*window);
    expectNone(test::unlistedShortcuts(*window), "not on F1");
}

TEST_P(Access, notices) {
    live();
    for (const auto state : {ConnectionState::CertificateRefused, ConnectionState::SignedOut}) {
        setState(state, QStringLiteral("reason"));
        judge(*window);
    }
}

TEST_P(Access, connectionPanel) {
    live();
    auto* dock = window->findChild<QDockWidget*>();
    dock->show();
    auto* tabs = dock->findChild<QTabWidget*>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        judge(*window);
    }
}

TEST_P(Access, enforcementWindow) {
    live();
    ASSERT_TRUE(window->openEnforcement(4));
    EnforcementWindow* opened = openWindows().front();
    auto* tabs = opened->findChild<QTabWidget*>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        judgeShown(*opened);
    }
    details.enforcements.back().done(session::ServiceError{session::ServiceError::Kind::Unreachable, 0, {}});
    judge(*opened);
    expectNone(test::unlistedShortcuts(*opened), "not on F1");
}

TEST_P(Access, dialogs) {
    live();
    ProfileDialog profile(signIn, dialogs, clock, window.get());
    judgeShown(profile);
    for (auto* toggle : profile.findChildren<QAbstractButton*>()) {
        if (toggle->isCheckable() && !toggle->isChecked())
            toggle->click();
    }
    judgeShown(profile);
    profile.findChild<QLineEdit*>(QStringLiteral("api"))->setText(QStringLiteral("http://attune.example.com"));
    auto* method = profile.findChild<QComboBox*>(QStringLiteral("method"));
    method->setCurrentIndex(method->count() - 1);
    judgeShown(profile);
    AboutDialog about(app::componentsWithLicenses(), window.get());
    judgeShown(about);
    DiagnosticsDialog diagnostics(QStringLiteral("text"), dialogs, window.get());
    judgeShown(diagnostics);
    ShortcutsDialog shortcuts(*window, window.get());
    judgeShown(shortcuts);
    view()->selectRow(3);
    ExportDialog exporting({proxy, *view(), dialogs, clock, [] { return QStringLiteral("prod"); }}, window.get());
    judgeShown(exporting);
    exporting.setTarget(ExportDialog::Target::Printer);
    judgeShown(exporting);
    SavedViewList list(views);
    ManageViewsDialog manage(list, dialogs, window.get());
    judgeShown(manage);
}

TEST_P(Access, popups) {
    live();
    models::StatusFilterModel statuses(vocabulary);
    StatusPopup status(statuses, clock, window.get());
    status.show();
    judge(status);
    RangePopup range(window.get());
    range.show();
    judge(range);
}

} // namespace
} // namespace attune::widgets
