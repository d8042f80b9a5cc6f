// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/sessionbinding.h"

#include "attune/session/session.h"
#include "attune/widgets/mainwindow.h"

namespace attune::widgets {

ConnectionReportSource reportSource(const session::Session& session) {
    return [&session] {
        return ConnectionReport{session.status(), session.counters(), session.timeline(), session.rejections()};
    };
}

void bind(session::Session& session, MainWindow& window) {
    using session::Session;
    QObject::connect(&session, &Session::statusChanged, &window, &MainWindow::onStatusChanged);
    QObject::connect(&session, &Session::batchReady, &window, &MainWindow::applyBatch);
    QObject::connect(&session, &Session::executionsChanged, &window, &MainWindow::onExecutionsChanged);
    QObject::connect(&session, &Session::ruleChanged, &window, &MainWindow::onRuleChanged);
    QObject::connect(&session, &Session::cleared, &window, &MainWindow::onCleared);
    QObject::connect(&window, &MainWindow::attendedChanged, &session, &Session::setAttended);
    QObject::connect(&window, &MainWindow::hydrationWanted, &session, &Session::requestHydration);
    QObject::connect(&window, &MainWindow::shownEnforcementsChanged, &session, &Session::setPinned);
    QObject::connect(&window, &MainWindow::contradictionsMet, &session, &Session::noteContradictions);
    QObject::connect(&window, &MainWindow::signOutRequested, &session, &Session::signOut);
    QObject::connect(&window, &MainWindow::retryRequested, &session, &Session::retryNow);
    QObject::connect(&window, &MainWindow::pausedChanged, &session, &Session::setFrozen);
    QObject::connect(&window, &MainWindow::newsLost, &session, &Session::noteNewsLost);
    QObject::connect(&window, &MainWindow::refreshRequested, &session, &Session::refresh);
    QObject::connect(&window, &MainWindow::olderRequested, &session, &Session::searchOlder);
    QObject::connect(&window, &MainWindow::searchCancelled, &session, &Session::cancelSearch);
    QObject::connect(&window, &MainWindow::searchForgotten, &session, &Session::forgetSearch);
    QObject::connect(&session, &Session::searchChanged, &window, &MainWindow::onSearchChanged);
    window.onStatusChanged(session.status());
}

} // namespace attune::widgets
