// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
// The part of MainWindow that lives with the session: batches, states, pause.
#include "activity/activitystrip.h"
#include "dialogs/noticebar.h"
#include "main/connectionwords.h"
#include "main/mainactions.h"
#include "main/paintwatcher.h"
#include "main/signinflow.h"
#include "main/tablepresenter.h"
#include "main/viewclock.h"
#include "views/savedviewlist.h"

#include "attune/core/displaytext.h"
#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/refcompletionmodel.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/enforcementwindows.h"
#include "attune/widgets/mainwindow.h"
#include "attune/widgets/statusbar.h"

#include <QAction>
#include <QDockWidget>
#include <QStackedWidget>

namespace attune::widgets {

using session::ConnectionState;

void MainWindow::applyBatch(const core::EnforcementBatch& batch) {
    m_windows->onBatch(batch);
    if (!isPaused()) {
        apply(batch);
        return;
    }
    const bool hadLost = m_held.overflowed();
    m_held.hold(batch);
    updatePause();
    if (m_held.overflowed() && !hadLost)
        Q_EMIT newsLost();
}

void MainWindow::apply(const core::EnforcementBatch& batch) {
    m_presenter->updateNow();
    const models::ApplyResult result = m_parts.table.apply(batch);
    if (result.changedRows())
        m_paintWatcher->expect();
    if (result.conflicts > 0)
        Q_EMIT contradictionsMet(result.conflicts);
    std::vector<core::Id> wanted = result.incomplete;
    wanted.insert(wanted.end(), result.conflicting.begin(), result.conflicting.end());
    if (!wanted.empty())
        Q_EMIT hydrationWanted(wanted);
}

void MainWindow::setPaused(bool paused) {
    m_actions->pause->setChecked(paused);
    if (paused == isPaused())
        return;
    m_pausedSince = paused ? m_parts.clock.local().now() : core::UnknownTime;
    m_viewClock->stopAt(paused ? m_parts.table.now() : core::UnknownTime); // what is on the screen
    m_presenter->setFrozen(paused);
    m_activity->setFrozen(paused);
    const std::vector<core::EnforcementBatch> held = m_held.take();
    updatePause();
    for (const core::EnforcementBatch& batch : held)
        apply(batch);
    if (!paused)
        m_view->viewport()->update();
    Q_EMIT pausedChanged(paused);
}

void MainWindow::updatePause() {
    m_statusBar->setPause({.paused = isPaused(), .held = m_held.held(), .since = m_pausedSince});
}

void MainWindow::onSearchChanged(const session::HistorySearch& search) { m_presenter->setSearch(search); }

void MainWindow::onStatusChanged(const session::ConnectionStatus& status) {
    m_status = status;
    const QString name = core::titleText(status.profileName, 80);
    setWindowTitle(name.isEmpty() ? tr("Attune Watch") : tr("%1 — Attune Watch", "profile").arg(name));
    m_statusBar->setStatus(status);
    m_presenter->setStatus(status);
    m_savedViews->setProfile(status.profileName);
    m_actions->setSignedIn(status.state != ConnectionState::SignedOut);
    updatePage();
    updateNotice();
    if (status.state == ConnectionState::SignedOut)
        m_refsRead = false;
    else if (status.state == ConnectionState::Live && !m_refsRead)
        readRefs();
}

void MainWindow::updatePage() {
    const bool nothing = m_status.state == ConnectionState::SignedOut && rows() == 0;
    m_signIn->setReason(m_status.reason);
    m_statusBar->setHidden(nothing);
    QWidget* page = m_pages->widget(nothing ? 0 : 1);
    if (page == m_pages->currentWidget())
        return;
    m_pages->setCurrentWidget(page);
    if (nothing)
        m_signIn->showProfiles();
    else
        m_view->setFocus(Qt::OtherFocusReason);
}

void MainWindow::updateNotice() {
    const ConnectionNotice notice = connectionNotice(m_status, m_parts.clock.local().now());
    if (notice.text.isEmpty())
        m_notice->clear();
    else
        m_notice->showNotice(notice.tone, notice.text, notice.button);
}

void MainWindow::readRefs() {
    m_refsRead = true;
    m_parts.details.fetchRuleRefs(this, [this](const session::ServiceResult<std::vector<QString>>& refs) {
        if (refs)
            m_rules->setServerRefs(*refs);
    });
    m_parts.details.fetchTriggerRefs(this, [this](const session::ServiceResult<std::vector<QString>>& refs) {
        if (refs)
            m_triggers->setServerRefs(*refs);
    });
}

void MainWindow::onExecutionsChanged(const std::vector<core::ExecutionUpdate>& updates) {
    m_windows->onExecutionsChanged(updates);
}

void MainWindow::onRuleChanged(const QString& ruleRef, bool /*enabled*/) { m_rules->addServerRef(ruleRef); }

void MainWindow::onCleared() {
    std::ignore = m_held.take();
    setPaused(false);
    m_windows->closeAll();
    m_parts.table.clear();
    m_rules->clear();
    m_triggers->clear();
    m_refsRead = false;
    updatePage();
}

} // namespace attune::widgets
