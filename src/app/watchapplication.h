// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "appoptions.h"
#include "guardedsignin.h"

#include "attune/core/log/programlog.h"
#include "attune/core/random.h"
#include "attune/core/serverclock.h"
#include "attune/core/vocabulary.h"
#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/enforcementtablemodel.h"
#include "attune/session/keychainstore.h"
#include "attune/session/profilestore.h"
#include "attune/session/savedviewstore.h"
#include "attune/session/session.h"
#include "attune/session/settings.h"
#include "attune/session/systemevents.h"
#include "attune/sim/demoserver.h"
#include "attune/widgets/dialogservice.h"
#include "attune/widgets/themecontroller.h"

#include <QObject>

#include <memory>

namespace attune::widgets {
class MainWindow;
class ResolvedTimes;
} // namespace attune::widgets

namespace attune::app {

class StatsRecorder;

/// The composition root: the only place that knows every layer. Members are declared in the order they depend on each
/// other.
class WatchApplication : public QObject {
    Q_OBJECT
public:
    /// `log` and `instance` outlive the application.
    WatchApplication(AppOptions options, core::ProgramLog& log, InstanceKeeper& instance);
    ~WatchApplication() override;

    /// Shows the window and starts what the command line asks for.
    void start();
    /// Brings the window to the front.
    void raiseWindow();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void createWindow();
    void connectWindow();
    void connectSystem();
    void startDemo();
    /// What was wrong in the settings file has been put right, or it cannot be written; the operator should know.
    void reportSettings(const QStringList& problems);
    void showDiagnostics();
    void signIn(const session::Profile& profile, const QString& secret);
    void onSignedIn(const session::Profile& profile);
    void takeScreenshot();
    void fail(int code, const QString& message);

    AppOptions m_options;
    core::ProgramLog& m_log;
    core::SystemClock m_clock;
    core::ServerClock m_serverClock{m_clock};
    session::SystemEvents m_systemEvents{m_clock};
    core::SeededRandom m_random;
    core::Vocabulary m_vocabulary;
    session::KeychainStore m_secrets;
    session::Settings m_settings;
    session::ProfileStore m_profiles;
    session::SavedViewStore m_views;
    models::EnforcementTableModel m_table;
    models::EnforcementFilterProxyModel m_proxy;
    std::unique_ptr<session::Session> m_session;
    GuardedSignIn m_signIn;
    widgets::QtDialogService m_dialogs;
    widgets::ThemeController m_theme;
    std::unique_ptr<sim::DemoServer> m_demo;
    std::unique_ptr<widgets::MainWindow> m_window;
    StatsRecorder* m_stats = nullptr; // child of the window
    std::unique_ptr<core::Timer> m_screenshot;
};

} // namespace attune::app
