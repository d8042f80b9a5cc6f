// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/connectionfacts.h"
#include "dialogs/connectionlists.h"
#include "filter/expressionedit.h"
#include "filter/refedit.h"
#include "injectionfixture.h"
#include "mainwindowfixture.h"
#include "views/manageviewsdialog.h"
#include "views/savedviewlist.h"
#include "views/viewsmenu.h"

#include "attune/core/displaytext.h"
#include "attune/core/serverclock.h"
#include "attune/session/historysearch.h"
#include "attune/widgets/diagnosticsdialog.h"
#include "attune/widgets/filterbar.h"
#include "attune/widgets/profiledialog.h"
#include "attune/widgets/shortcutsdialog.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <map>
#include <span>

// The main window, its popups, menus and dialogs.
namespace attune::widgets {
namespace {

using test::keysIn;
using test::problemsOf;

class InjectedWindows : public test::Injected<MainWindowTest> {
protected:
    [[nodiscard]] FilterBar& bar() { return *window->findChild<FilterBar*>(); }
    void setAll(ConnectionState state, const QString& text) {
        report.status.state = state;
        report.status.profileName = report.status.host = report.status.login = report.status.reason =
            report.status.signInNotice = report.status.activity = text;
        window->onStatusChanged(report.status);
        QCoreApplication::processEvents();
    }
    /// The list below a field, open.
    template<class Edit>
    [[nodiscard]] QAbstractItemView* completionsOf(const char* begun) {
        auto* edit = window->findChild<Edit*>();
        edit->clear();
        edit->clearFocus();
        edit->setFocus(); // reads what is known now
        QTest::keyClicks(edit, QString::fromLatin1(begun));
        QTest::keyClick(edit, Qt::Key_Down);
        return edit->template findChild<QCompleter*>()->popup();
    }
    void offer(std::vector<QString> refs) {
        while (details.ruleRefs.empty())
            setState(ConnectionState::Live);
        details.ruleRefs.back().done(std::move(refs));
    }
};

TEST_F(InjectedWindows, everyState_isPlainAndHasItsOwnKeysOnly) {
    static constexpr std::array States{
        ConnectionState::Connecting,         ConnectionState::Syncing,  ConnectionState::Live, ConnectionState::Offline,
        ConnectionState::CertificateRefused, ConnectionState::SignedOut};
    std::map<ConnectionState, QStringList> keys;
    for (const ConnectionState state : States) {
        setAll(state, QStringLiteral("prod"));
        keys[state] = keysIn(*window);
    }
    for (std::size_t i = 0; i < fewer.size(); ++i) {
        const ConnectionState state = States.at(i % States.size());
        setAll(state, fewer[i]);
        expectNone(problemsOf(*window), fewer[i]);
        EXPECT_EQ(keysIn(*window), keys[state]) << qPrintable(fewer[i].left(100));
        EXPECT_EQ(test::shownTitle(*window), QString(core::displayText(fewer[i], 80) + u" — Attune Watch"));
        EXPECT_LT(window->minimumSizeHint().width(), 2000) << qPrintable(fewer[i].left(100));
    }
}

TEST_F(InjectedWindows, fieldsOfTheFilter_arePlainAndGetNoKeys) {
    const QStringList keys = keysIn(bar());
    for (const QString& text : fewer) {
        core::EnforcementFilter filter;
        filter.statuses = {text};
        bar().setFilter(filter);
        bar().setHint(text, QStringLiteral("Search"));
        QStringList problems;
        for (auto* button : bar().findChildren<QToolButton*>())
            problems += problemsOf(*button);
        for (auto* label : bar().findChildren<QLabel*>())
            problems += problemsOf(*label);
        expectNone(problems, text);
        EXPECT_EQ(keysIn(bar()), keys) << qPrintable(text.left(100));
    }
}

TEST_F(InjectedWindows, listsBelowFields_arePlain) {
    bar().focusExpression();
    constexpr std::size_t Most = 150; // a list of an expression is not much longer
    const auto expectPlain = [this](QAbstractItemView* popup, std::size_t entries) {
        EXPECT_TRUE(popup->isVisible());
        EXPECT_GE(popup->model()->rowCount(), static_cast<int>(entries));
        expectNone(problemsOf(*popup->model()), QStringLiteral("completions"));
        popup->hide();
    };
    for (std::size_t from = 0; from < texts.size(); from += Most) {
        const std::span some = std::span(texts).subspan(from, std::min(Most, texts.size() - from));
        offer({some.begin(), some.end()});
        expectPlain(completionsOf<RefEdit>(""), some.size());
        expectPlain(completionsOf<ExpressionEdit>("rule = "), some.size());
    }
}

TEST_F(InjectedWindows, namesOfViews_arePlainInMenusAndDialogs) {
    constexpr int WithKeys = 9;
    for (auto next = texts.begin(); next != texts.end();) {
        std::vector<session::SavedView> named;
        for (; next != texts.end() && std::ssize(named) < WithKeys; ++next) {
            if (const QString name = session::viewName(*next); !name.isEmpty())
                named.push_back({.name = session::freeViewName(name, named), .filter = {}});
        }
        ASSERT_FALSE(views.save(QStringLiteral("prod"), named));
        report.status.profileName.clear();
        window->onStatusChanged(report.status);
        setState(ConnectionState::Live);
        auto* menu = window->findChild<ViewsMenu*>();
        QStringList problems = problemsOf(*menu);
        std::size_t entries = 0;
        for (const QAction* entry : menu->actions()) {
            EXPECT_TRUE(!entry->isCheckable() || QKeySequence::mnemonic(entry->text()).isEmpty())
                << qPrintable(entry->text());
            entries += entry->isCheckable() ? 1U : 0U;
        }
        EXPECT_EQ(entries, named.size());
        SavedViewList list(views);
        list.setProfile(QStringLiteral("prod"));
        ManageViewsDialog manage(list, dialogs, window.get());
        problems += problemsOf(manage);
        ShortcutsDialog shortcuts(*window, window.get());
        problems += problemsOf(shortcuts);
        expectNone(problems, named.empty() ? QString() : named.front().name);
    }
}

TEST_F(InjectedWindows, welcomePage_isPlain) {
    std::vector<session::Profile> saved;
    for (const QString& text : texts) {
        session::Profile profile;
        profile.name = profile.login = text;
        profile.api = QUrl(QString(u"https://attune.example.com/" + text));
        saved.push_back(profile);
    }
    WelcomePage page;
    const QStringList keys = keysIn(page);
    page.setProfiles(saved, texts.front());
    page.show();
    const auto* list = page.findChild<QListWidget*>();
    ASSERT_EQ(list->count(), static_cast<int>(texts.size()));
    for (int row = 0; row < list->count(); ++row)
        EXPECT_LE(list->item(row)->text().size(), 200);
    expectNone(problemsOf(page), QStringLiteral("profiles"));
    for (const QString& text : texts) {
        page.setNotice(text);
        for (auto* label : page.findChildren<QLabel*>())
            expectNone(problemsOf(*label), text);
    }
    EXPECT_EQ(keysIn(page), keys);
}

TEST_F(InjectedWindows, factsAndListsOfTheConnection_arePlain) {
    const core::ServerClock serverClock(clock);
    ConnectionFacts facts;
    QWidget parent;
    ConnectionLists lists(&parent);
    for (const QString& text : texts) {
        report.timeline.push_back({clock.now(), ConnectionState::Live, ConnectionState::Offline, text});
        report.rejections.push_back({clock.now(), text, text});
        report.status.host = report.status.login = report.status.reason = report.status.signInNotice = text;
        ConnectionReport now = report;
        now.timeline.clear();
        now.rejections.clear();
        facts.showReport(now, core::TimeStyle::Local, serverClock);
        expectNone(problemsOf(facts), text);
    }
    lists.showReport(report, core::TimeStyle::Local, clock.now());
    ASSERT_EQ(lists.rejections()->topLevelItemCount(), static_cast<int>(texts.size()));
    expectNone(problemsOf(parent), QStringLiteral("lists"));
}

TEST_F(InjectedWindows, messages_arePlainAndGetNoKeys) {
    QtDialogService service;
    for (const QString& text : fewer) {
        service.ask(window.get(), {text, text, text, text}, [] {});
        auto* box = window->findChild<QMessageBox*>();
        expectNone(problemsOf(*box), text);
        EXPECT_TRUE(box->text().startsWith(core::displayText(text))) << qPrintable(text.left(100));
        EXPECT_EQ(test::shownTitle(*box), core::displayText(text, 120));
        EXPECT_TRUE(box->informativeText().isEmpty()) << "it has no format of its own";
        for (auto* button : box->findChildren<QAbstractButton*>()) {
            const bool isOurs = box->standardButton(button) == QMessageBox::NoButton;
            EXPECT_TRUE(!isOurs || button->shortcut().isEmpty()) << qPrintable(button->text());
        }
        delete box;
    }
}

TEST_F(InjectedWindows, problemsOfSigningIn_arePlain) {
    ProfileDialog dialog(signIn, dialogs, clock, window.get());
    const QStringList keys = keysIn(dialog);
    for (const QString& text : texts) {
        for (const auto field :
             {session::ProfileField::General, session::ProfileField::Api, session::ProfileField::Ws}) {
            dialog.showProblem({field, text});
            expectNone(problemsOf(dialog), text);
        }
    }
    EXPECT_EQ(keysIn(dialog), keys);
}

TEST_F(InjectedWindows, previewOfTheDiagnostics_isPlain) {
    QString all;
    for (const QString& text : texts)
        all += core::displayText(text) + u'\n';
    DiagnosticsDialog dialog(all, dialogs, window.get());
    dialog.show();
    expectNone(problemsOf(dialog), QStringLiteral("diagnostics"));
    EXPECT_EQ(dialog.findChild<QPlainTextEdit*>()->toPlainText().count(u'\n'), all.count(u'\n'));
}

} // namespace
} // namespace attune::widgets
