// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
// The part of MainWindow that answers the operator: actions, table, windows.
#include "activity/activitystrip.h"
#include "dialogs/noticebar.h"
#include "export/exportdialog.h"
#include "export/rowclipboard.h"
#include "main/attentionwatch.h"
#include "main/connectionwords.h"
#include "main/mainactions.h"
#include "main/paintwatcher.h"
#include "main/signinflow.h"
#include "main/tablepresenter.h"

#include "attune/core/displaytext.h"
#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/widgets/aboutdialog.h"
#include "attune/widgets/dialogservice.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/enforcementwindows.h"
#include "attune/widgets/filterbar.h"
#include "attune/widgets/mainwindow.h"
#include "attune/widgets/shortcutsdialog.h"
#include "attune/widgets/statusbar.h"
#include "attune/widgets/welcomepage.h"

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>

namespace attune::widgets {

using session::ConnectionState;

void MainWindow::connectActions() {
    const auto on = [this](const QAction* action, auto&& run) {
        connect(action, &QAction::triggered, this, std::forward<decltype(run)>(run));
    };
    on(m_actions->connectToServer, [this] { m_signIn->connectToServer(); });
    on(m_actions->demo, &MainWindow::demoRequested);
    on(m_actions->signOut, &MainWindow::signOutRequested);
    on(m_actions->quit, &MainWindow::close);
    on(m_actions->pause, &MainWindow::setPaused);
    on(m_actions->fullScreen, [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    on(m_actions->open, [this] { openEnforcement(m_view->currentId()); });
    on(m_actions->copyId, [this] { QGuiApplication::clipboard()->setText(QString::number(m_view->currentId())); });
    on(m_actions->copyRows, [this] { m_view->clipboard().copyRows(); });
    on(m_actions->copyJson, [this] { m_view->clipboard().copyJson(); });
    on(m_actions->copyCurl, [this] { m_view->clipboard().copyCurl(); });
    on(m_actions->exportRows, [this] { showExport(false); });
    on(m_actions->print, [this] { showExport(true); });
    on(m_actions->refresh, &MainWindow::refreshRequested);
    on(m_actions->retry, &MainWindow::retryRequested);
    on(m_actions->newest, [this] { m_view->goToTop(); });
    on(m_actions->focusTable, [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
    on(m_actions->filterRule, [this] { m_filterBar->focusRule(); });
    on(m_actions->filterExpression, [this] { m_filterBar->focusExpression(); });
    on(m_actions->clearFilters, [this] { m_filterBar->clear(); });
    on(m_actions->shortcuts, &MainWindow::showShortcuts);
    on(m_actions->diagnostics, &MainWindow::diagnosticsRequested);
    on(m_actions->about, &MainWindow::showAbout);
}

void MainWindow::connectTable() {
    connect(m_welcome, &WelcomePage::demoRequested, this, &MainWindow::demoRequested);
    connect(this, &MainWindow::demoRequested, m_signIn, &SignInFlow::stopResuming);
    connect(m_signIn, &SignInFlow::signedIn, this, &MainWindow::signedIn);
    connect(m_panel, &ConnectionPanel::signInRequested, m_signIn, &SignInFlow::signInAgain);
    connect(m_presenter, &TablePresenter::signInRequested, m_signIn, &SignInFlow::signInAgain);
    connect(m_windows, &EnforcementWindows::signInRequested, m_signIn, &SignInFlow::signInAgain);
    connect(m_presenter, &TablePresenter::retryRequested, this, &MainWindow::retryRequested);
    connect(m_presenter, &TablePresenter::olderRequested, this, &MainWindow::olderRequested);
    connect(m_presenter, &TablePresenter::searchCancelled, this, &MainWindow::searchCancelled);
    connect(m_presenter, &TablePresenter::searchForgotten, this, &MainWindow::searchForgotten);
    connect(m_paintWatcher, &PaintWatcher::painted, this, &MainWindow::painted);
    connect(new AttentionWatch(*this), &AttentionWatch::changed, this, &MainWindow::attendedChanged);
    connect(m_statusBar, &StatusBar::pauseToggled, this, &MainWindow::setPaused);
    connect(m_statusBar, &StatusBar::indicatorClicked, this, &MainWindow::onIndicatorClicked);
    connect(m_notice, &NoticeBar::actionTriggered, this, &MainWindow::onNoticeAction);
    connect(m_windows, &EnforcementWindows::shownChanged, this, [this](const std::vector<core::Id>& ids) {
        m_parts.table.setPinned(ids);
        Q_EMIT shownEnforcementsChanged(ids);
    });
    connect(m_windows, &EnforcementWindows::learned, this, &MainWindow::applyBatch);
    connect(m_windows, &EnforcementWindows::walkedTo, m_view, &EnforcementView::setCurrentId);
    connect(m_view, &EnforcementView::enforcementActivated, this, &MainWindow::openEnforcement);
    m_view->clipboard().setApiUrl([this] { return m_parts.details.apiUrl(); });
    connect(&m_view->clipboard(), &RowClipboard::rowsLeftOut, this, &MainWindow::onRowsLeftOut);
    const auto updateCurrent = [this] { m_actions->setHasCurrent(m_view->currentId() != core::UnknownId); };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, updateCurrent);
    connect(&m_parts.proxy, &QAbstractItemModel::modelReset, this, updateCurrent);
    updateCurrent();
}

void MainWindow::connectActivity() {
    const auto setRange = [this](core::UtcMicros from, core::UtcMicros to) {
        core::EnforcementFilter filter = m_filterBar->filter();
        filter.window.reset();
        filter.from = from;
        filter.to = to;
        m_filterBar->setFilter(filter);
    };
    connect(m_activity, &ActivityStrip::rangeChosen, this, setRange);
    connect(m_activity, &ActivityStrip::rangeCleared, this,
            [setRange] { setRange(core::UnknownTime, core::UnknownTime); });
}

void MainWindow::onIndicatorClicked() {
    if (m_status.state == ConnectionState::SignedOut) {
        m_signIn->signInAgain();
        return;
    }
    if (m_status.state == ConnectionState::Offline)
        Q_EMIT retryRequested();
    showConnection();
}

void MainWindow::onNoticeAction() {
    if (m_status.state == ConnectionState::SignedOut)
        m_signIn->signInAgain();
    else
        showConnection();
}

void MainWindow::showConnection() {
    m_dock->show();
    m_dock->raise();
}

void MainWindow::showShortcuts() {
    auto* dialog = new ShortcutsDialog(*this, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showAbout() {
    auto* dialog = new AboutDialog(m_components, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showExport(bool onPaper) {
    if (!m_export) {
        m_export = new ExportDialog(
            {m_parts.proxy, *m_view, m_parts.dialogs, m_parts.clock.local(), [this] { return m_status.profileName; }},
            this);
        m_export->setAttribute(Qt::WA_DeleteOnClose);
    }
    if (onPaper)
        m_export->setTarget(ExportDialog::Target::Printer);
    m_export->show();
    m_export->raise();
    m_export->activateWindow();
}

void MainWindow::onRowsLeftOut(int copied, int selected) {
    m_parts.dialogs.warn(
        this, tr("Copy"),
        tr("The first %L1 of %L2 selected rows were copied. File, Export writes all of them to a file.")
            .arg(copied)
            .arg(selected));
}

std::optional<EnforcementSubject> MainWindow::subjectOf(core::Id id) const {
    const models::EnforcementTableModel& table = m_parts.table;
    const int row = table.rowOfId(id);
    if (row < 0)
        return std::nullopt;
    const core::EnforcementRow& known = table.rowAt(row);
    return EnforcementSubject{known, core::exactText(table.store().traceTag(known, table.vocabulary()))};
}

core::Id MainWindow::neighbourOf(core::Id id, int step) const {
    const int row = m_parts.proxy.rowOfId(id);
    return row < 0 ? core::UnknownId : m_parts.proxy.idAt(row + step);
}

void MainWindow::resumeLastProfile() { m_signIn->resumeLast(); }

void MainWindow::onNetworkChanged() { m_signIn->tryNow(); }

void MainWindow::openProfile(const QString& name) { m_signIn->signInTo(name); }

} // namespace attune::widgets
