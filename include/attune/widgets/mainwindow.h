// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"
#include "attune/core/random.h"
#include "attune/core/serverclock.h"
#include "attune/session/connectionstatus.h"
#include "attune/session/historysearch.h"
#include "attune/session/profile.h"
#include "attune/widgets/connectionpanel.h"
#include "attune/widgets/enforcementwindow.h"
#include "attune/widgets/pausebuffer.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

class QDockWidget;
class QStackedWidget;

namespace attune::models {
class EnforcementFilterProxyModel;
class EnforcementTableModel;
class RefCompletionModel;
class StatusFilterModel;
} // namespace attune::models

namespace attune::session {
class ProfileStore;
class SavedViewStore;
class SignInService;
} // namespace attune::session

namespace attune::widgets {

class ActivityStrip;
class EnforcementView;
class EnforcementWindows;
class ExportDialog;
class FilterBar;
class MainActions;
class NoticeBar;
class PaintWatcher;
class SavedViewList;
class SignInFlow;
class StatusBar;
class TablePresenter;
class ThemeController;
class ViewClock;
class ViewSettings;
class ViewsMenu;
class WelcomePage;

/// What the main window is made of and leans on; everything outlives it.
struct MainWindowParts {
    models::EnforcementTableModel& table;
    models::EnforcementFilterProxyModel& proxy; ///< of `table`
    session::SignInService& signIn;
    session::DetailService& details;
    session::ProfileStore& profiles;
    session::Settings& settings;
    const session::SavedViewStore& views;
    ThemeController& theme;
    core::ServerClock& clock;
    core::Random& random;
    DialogService& dialogs;
    ConnectionReportSource report; ///< asked a few times a second while the connection panel can be seen
};

/// The operator's window. Takes batches and states from a session by slots and gives its wishes back by signals, so
/// that it knows no session. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const MainWindowParts& parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setFilter(const core::EnforcementFilter& filter);
    /// Lines such as "OpenSSL 3.0.15" for the about box.
    void setAboutComponents(const QStringList& components) { m_components = components; }
    [[nodiscard]] int rows() const;
    [[nodiscard]] int shown() const;
    [[nodiscard]] bool isPaused() const { return m_pausedSince != core::UnknownTime; }
    [[nodiscard]] const EnforcementView& view() const { return *m_view; }
    /// Opens or raises the window about one enforcement; false when the table does not know it.
    bool openEnforcement(core::Id id);
    /// Signs in to a saved profile, asking for its secret where none is remembered.
    void openProfile(const QString& name);
    /// Signs in to the last used profile if no question is needed for that.
    void resumeLastProfile();

public Q_SLOTS:
    /// Once per frame. Held back while the view is paused; open enforcement windows stay live.
    void applyBatch(const attune::core::EnforcementBatch& batch);
    void onStatusChanged(const attune::session::ConnectionStatus& status);
    void onSearchChanged(const attune::session::HistorySearch& search);
    void onExecutionsChanged(const std::vector<attune::core::ExecutionUpdate>& updates);
    void onRuleChanged(const QString& ruleRef, bool enabled);
    /// Another identity or server: everything shown so far goes.
    void onCleared();
    /// Notifications per second, and from arrival of the bytes to the painted row.
    void setRate(double perSecond, std::optional<std::chrono::microseconds> latency);
    void showPerformance(const PerformanceReport& report);
    void setPaused(bool paused);
    /// What could not be reached before may be now: a sign-in that waits for its next attempt is tried at once.
    void onNetworkChanged();

Q_SIGNALS:
    /// Whether showPerformance() reaches anybody.
    void performanceWatchedChanged(bool watched);
    /// Whether somebody may be looking at any window of the program.
    void attendedChanged(bool attended);
    /// Rows that cannot be shown, or contradict each other, until their details are read.
    void hydrationWanted(const std::vector<attune::core::Id>& ids);
    /// Those that have a window of their own.
    void shownEnforcementsChanged(const std::vector<attune::core::Id>& ids);
    /// So many times a row was told otherwise than before in what never changes.
    void contradictionsMet(std::size_t count);
    /// A batch that changed rows is on the screen.
    void painted();
    void demoRequested();
    void signedIn(const attune::session::Profile& profile);
    void signOutRequested();
    void retryRequested();
    /// Read the newest rows again.
    void refreshRequested();
    /// The table holds back what comes; emitted after what was held has been shown.
    void pausedChanged(bool paused);
    /// More has come than can be held back, and was dropped. Once until nothing is held back any more.
    void newsLost();
    /// Read rows of this filter that are older than everything loaded.
    void olderRequested(const attune::core::EnforcementFilter& filter);
    void searchCancelled();
    /// Another filter: what was searched before is of no interest.
    void searchForgotten();
    /// Show what a report about a problem should tell.
    void diagnosticsRequested();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void createPages();
    void createPanel();
    void createHelpers();
    void createViews();
    void connectActions();
    void connectTable();
    void connectActivity();
    void restoreLayout();
    void saveLayout();
    void apply(const core::EnforcementBatch& batch);
    void updatePause();
    void updatePage();
    void updateNotice();
    void onIndicatorClicked();
    void onNoticeAction();
    void showConnection();
    void readRefs();
    void showShortcuts();
    void showExport(bool onPaper);
    void onRowsLeftOut(int copied, int selected);
    void showAbout();
    [[nodiscard]] std::optional<EnforcementSubject> subjectOf(core::Id id) const;
    [[nodiscard]] core::Id neighbourOf(core::Id id, int step) const;

    MainWindowParts m_parts;
    session::ConnectionStatus m_status;
    PauseBuffer m_held;
    core::UtcMicros m_pausedSince = core::UnknownTime;
    bool m_refsRead = false;
    QStringList m_components;
    std::unique_ptr<models::StatusFilterModel> m_statuses;
    std::unique_ptr<models::RefCompletionModel> m_rules;
    std::unique_ptr<models::RefCompletionModel> m_triggers;
    QStackedWidget* m_pages = nullptr;
    WelcomePage* m_welcome = nullptr;
    NoticeBar* m_notice = nullptr;
    FilterBar* m_filterBar = nullptr;
    ActivityStrip* m_activity = nullptr;
    EnforcementView* m_view = nullptr;
    StatusBar* m_statusBar = nullptr;
    QDockWidget* m_dock = nullptr;
    ConnectionPanel* m_panel = nullptr;
    MainActions* m_actions = nullptr;
    SignInFlow* m_signIn = nullptr;
    TablePresenter* m_presenter = nullptr;
    ViewSettings* m_viewSettings = nullptr;
    SavedViewList* m_savedViews = nullptr;
    PaintWatcher* m_paintWatcher = nullptr;
    EnforcementWindows* m_windows = nullptr;
    QPointer<ExportDialog> m_export;
    std::unique_ptr<ViewClock> m_viewClock;
};

} // namespace attune::widgets
