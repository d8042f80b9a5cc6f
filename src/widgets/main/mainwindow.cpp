// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/mainwindow.h"

#include "activity/activitystrip.h"
#include "dialogs/noticebar.h"
#include "main/mainactions.h"
#include "main/paintwatcher.h"
#include "main/signinflow.h"
#include "main/tablepresenter.h"
#include "main/viewclock.h"
#include "main/viewsettings.h"
#include "views/savedviewlist.h"
#include "views/viewsmenu.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/refcompletionmodel.h"
#include "attune/models/statusfiltermodel.h"
#include "attune/session/settings.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/enforcementwindows.h"
#include "attune/widgets/filterbar.h"
#include "attune/widgets/statusbar.h"
#include "attune/widgets/themedicon.h"
#include "attune/widgets/welcomepage.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace attune::widgets {

namespace {
constexpr QSize FirstSize{1180, 720};
using session::Setting;
} // namespace

MainWindow::MainWindow(const MainWindowParts& parts, QWidget* parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_statuses(std::make_unique<models::StatusFilterModel>(parts.table.vocabulary()))
    , m_rules(std::make_unique<models::RefCompletionModel>(parts.table, models::RefCompletionModel::Kind::Rule))
    , m_triggers(std::make_unique<models::RefCompletionModel>(parts.table, models::RefCompletionModel::Kind::Trigger))
    , m_viewClock(std::make_unique<ViewClock>(parts.clock)) {
    setWindowIcon(applicationIcon());
    createPages();
    createPanel();
    createHelpers();
    connectActions();
    connectTable();
    connectActivity();
    restoreLayout();
    onStatusChanged({});
}

// What its parts say when they are hidden is for a window that is still whole.
MainWindow::~MainWindow() { hide(); }

void MainWindow::createPages() {
    m_pages = new QStackedWidget(this);
    m_welcome = new WelcomePage(m_pages);
    auto* page = new QWidget(m_pages);
    m_notice = new NoticeBar(page);
    m_notice->setDismissible(false);
    m_filterBar = new FilterBar(*m_statuses, *m_rules, *m_triggers, m_parts.clock, page);
    m_activity = new ActivityStrip(m_parts.proxy, *m_viewClock, page);
    m_view = new EnforcementView(*m_viewClock, page);
    m_view->setEnforcementModel(&m_parts.proxy);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_activity);
    layout->addWidget(m_view, 1);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(page);
    setCentralWidget(m_pages);
}

void MainWindow::createPanel() {
    m_panel = new ConnectionPanel(m_parts.report, m_parts.clock);
    m_dock = new QDockWidget(tr("Connection"), this);
    m_dock->setObjectName(QStringLiteral("connectionDock"));
    m_dock->setWidget(m_panel);
    addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_dock->hide();
    // Qt divides the window about equally; the table is what the operator came for.
    const auto shrink = [this](bool shown) {
        if (shown && m_dock->height() > height() / 3)
            resizeDocks({m_dock}, {height() / 3}, Qt::Vertical);
    };
    connect(m_dock, &QDockWidget::visibilityChanged, this, shrink, Qt::QueuedConnection); // once it has its size
    connect(m_panel, &ConnectionPanel::retryRequested, this, &MainWindow::retryRequested);
    connect(m_panel, &ConnectionPanel::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_panel, &ConnectionPanel::diagnosticsRequested, this, &MainWindow::diagnosticsRequested);
    connect(m_panel, &ConnectionPanel::performanceWatchedChanged, this, &MainWindow::performanceWatchedChanged);
    // Now, because Tab takes widgets in the order in which they were made, and this one lies below the panel.
    m_statusBar = new StatusBar(m_parts.clock, this);
    setStatusBar(m_statusBar);
}

void MainWindow::createHelpers() {
    m_actions = new MainActions(*this, *m_view);
    QAction* panel = m_dock->toggleViewAction();
    panel->setText(tr("&Connection"));
    panel->setShortcut(Qt::CTRL | Qt::Key_I);
    m_actions->viewMenu().addAction(panel);
    m_actions->viewMenu().addMenu(m_view->columnMenu())->setText(tr("C&olumns"));
    m_actions->viewMenu().addMenu(m_view->sortMenu());
    m_viewSettings = new ViewSettings(
        {m_parts.settings, m_parts.theme, m_parts.table, *m_view, *m_filterBar, *m_statusBar, *m_panel, *m_activity},
        m_actions->viewMenu(), this);
    createViews();
    m_presenter =
        new TablePresenter({m_parts.table, m_parts.proxy, *m_view, *m_filterBar, *m_statusBar, *m_viewClock}, this);
    m_signIn = new SignInFlow(m_parts.signIn, m_parts.profiles, m_parts.dialogs, m_parts.clock.local(), m_parts.random,
                              *m_welcome, *this);
    m_paintWatcher = new PaintWatcher(*m_view->viewport());
    const DetailContext context{m_parts.table.vocabulary(), m_parts.details, m_parts.settings, m_parts.clock,
                                m_parts.dialogs};
    m_windows = new EnforcementWindows(
        context, [this](core::Id id) { return subjectOf(id); },
        [this](core::Id id, int step) { return neighbourOf(id, step); }, this);
}

void MainWindow::createViews() {
    m_savedViews = new SavedViewList(m_parts.views, this);
    auto* menu = new ViewsMenu({*m_savedViews, *m_view, *m_filterBar, m_parts.settings, m_parts.dialogs}, this);
    m_actions->viewMenu().addMenu(menu);
    m_filterBar->setViewsMenu(*menu);
}

void MainWindow::setFilter(const core::EnforcementFilter& filter) { m_filterBar->setFilter(filter); }

int MainWindow::rows() const { return m_parts.proxy.totalCount(); }

int MainWindow::shown() const { return m_parts.proxy.shownCount(); }

bool MainWindow::openEnforcement(core::Id id) { return m_windows->open(id) != nullptr; }

void MainWindow::setRate(double perSecond, std::optional<std::chrono::microseconds> latency) {
    m_statusBar->setRate(perSecond, latency);
}

void MainWindow::showPerformance(const PerformanceReport& report) { m_panel->showPerformance(report); }

void MainWindow::restoreLayout() {
    const session::Settings& settings = m_parts.settings;
    if (!restoreGeometry(settings.bytes(Setting::WindowGeometry)))
        resize(FirstSize);
    restoreState(settings.bytes(Setting::WindowState));
    if (const QByteArray columns = settings.bytes(Setting::HeaderState); !columns.isEmpty())
        m_view->restoreHeaderState(columns);
    m_actions->fullScreen->setChecked(isFullScreen());
}

void MainWindow::saveLayout() {
    m_parts.settings.set(Setting::WindowGeometry, saveGeometry());
    m_parts.settings.set(Setting::WindowState, saveState());
    m_parts.settings.set(Setting::HeaderState, m_view->headerState());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    saveLayout();
    m_windows->closeAll();
    QMainWindow::closeEvent(event);
}

} // namespace attune::widgets
