// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "watchapplication.h"

#include "applog.h"
#include "components.h"
#include "statsrecorder.h"

#include "attune/core/displaytext.h"
#include "attune/net/networktransport.h"
#include "attune/version.h"
#include "attune/widgets/diagnosticsdialog.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/mainwindow.h"
#include "attune/widgets/resolvedtimes.h"
#include "attune/widgets/sessionbinding.h"

#include <QApplication>
#include <QSysInfo>

#include <cstdio>
#include <utility>

namespace attune::app {

namespace {

[[nodiscard]] session::SessionOptions sessionOptions(const session::Settings& settings, session::SecretStore& secrets,
                                                     core::KnownSecrets& knownSecrets) {
    session::SessionOptions options;
    options.secrets = &secrets;
    options.knownSecrets = &knownSecrets;
    options.readDepth = settings.number(session::Setting::ReadDepth);
    options.rowCap = static_cast<std::size_t>(settings.number(session::Setting::RowCap));
    return options;
}

[[nodiscard]] widgets::ThemeChoice themeChoice(const AppOptions& options, const session::Settings& settings) {
    return widgets::themeChoiceFromWord(options.theme.isEmpty() ? settings.text(session::Setting::Theme)
                                                                : options.theme);
}

} // namespace

WatchApplication::WatchApplication(AppOptions options, core::ProgramLog& log, InstanceKeeper& instance)
    : m_options(std::move(options))
    , m_log(log)
    , m_random(core::SeededRandom::systemSeed())
    , m_secrets(QStringLiteral("Attune Watch"))
    , m_settings(session::Settings::defaultPath())
    , m_profiles(session::ProfileStore::defaultPath())
    , m_views(session::SavedViewStore::defaultPath())
    , m_table(m_vocabulary)
    , m_proxy(m_table)
    , m_session(std::make_unique<session::Session>(std::make_unique<net::NetworkTransport>(m_vocabulary, m_serverClock),
                                                   m_vocabulary, m_serverClock, m_random,
                                                   sessionOptions(m_settings, m_secrets, log.secrets())))
    , m_signIn(*m_session, instance)
    , m_theme(themeChoice(m_options, m_settings)) {
    m_table.setCap(static_cast<std::size_t>(m_settings.number(session::Setting::RowCap)));
    m_session->setStore(&m_table.store());
    createWindow();
    connectWindow();
    connectSystem();
}

WatchApplication::~WatchApplication() {
    // The window reads the models while it closes, and the session speaks to the window until it is gone.
    m_session->disconnect(m_window.get());
    m_window.reset();
}

void WatchApplication::createWindow() {
    m_window =
        std::make_unique<widgets::MainWindow>(widgets::MainWindowParts{.table = m_table,
                                                                       .proxy = m_proxy,
                                                                       .signIn = m_signIn,
                                                                       .details = *m_session,
                                                                       .profiles = m_profiles,
                                                                       .settings = m_settings,
                                                                       .views = m_views,
                                                                       .theme = m_theme,
                                                                       .clock = m_serverClock,
                                                                       .random = m_random,
                                                                       .dialogs = m_dialogs,
                                                                       .report = widgets::reportSource(*m_session)});
    m_window->setAboutComponents(componentsWithLicenses());
    m_stats = new StatsRecorder(*m_session, *m_window, m_clock, m_window.get());
    // Before the window: arrival must be noted when it paints within the same call.
    connect(m_session.get(), &session::Session::batchReady, m_stats, &StatsRecorder::onBatch);
    widgets::bind(*m_session, *m_window);
    auto* resolvedTimes = new widgets::ResolvedTimes(m_window->view(), m_proxy, m_window.get());
    connect(resolvedTimes, &widgets::ResolvedTimes::wanted, m_session.get(), &session::Session::requestHydration);
}

void WatchApplication::connectWindow() {
    connect(m_window.get(), &widgets::MainWindow::painted, m_stats, &StatsRecorder::onPainted);
    connect(m_window.get(), &widgets::MainWindow::performanceWatchedChanged, m_stats, &StatsRecorder::setWatched);
    connect(m_stats, &StatsRecorder::measured, m_window.get(), &widgets::MainWindow::showPerformance);
    connect(m_window.get(), &widgets::MainWindow::demoRequested, this, &WatchApplication::startDemo);
    connect(m_window.get(), &widgets::MainWindow::diagnosticsRequested, this, &WatchApplication::showDiagnostics);
    connect(m_window.get(), &widgets::MainWindow::signedIn, this, &WatchApplication::onSignedIn);
    connect(&m_settings, &session::Settings::changed, this, [this](session::Setting setting) {
        if (setting == session::Setting::RowCap) {
            m_table.setCap(static_cast<std::size_t>(m_settings.number(setting)));
            m_session->setRowCap(static_cast<std::size_t>(m_settings.number(setting)));
        }
        if (setting == session::Setting::ReadDepth)
            m_session->setReadDepth(m_settings.number(setting));
    });
}

void WatchApplication::connectSystem() {
    using session::SystemEvents;
    connect(&m_systemEvents, &SystemEvents::resumed, m_session.get(), &session::Session::onResumed);
    connect(&m_systemEvents, &SystemEvents::resumed, m_window.get(), &widgets::MainWindow::onNetworkChanged);
    connect(&m_systemEvents, &SystemEvents::networkChanged, m_session.get(), &session::Session::checkConnection);
    connect(&m_systemEvents, &SystemEvents::networkChanged, m_window.get(), &widgets::MainWindow::onNetworkChanged);
    connect(qApp, &QGuiApplication::applicationStateChanged, m_session.get(), [this](Qt::ApplicationState state) {
        if (state != Qt::ApplicationActive)
            return;
        m_session->checkConnection(); // the operator looks: what is shown had better be true
        m_window->onNetworkChanged();
    });
}

void WatchApplication::start() {
    m_window->show();
    if (!m_options.filter.isEmpty())
        m_window->setFilter(m_options.filter);
    if (QString reason; !m_options.statsFile.isEmpty() && !m_stats->writeTo(m_options.statsFile, &reason))
        return fail(ExitFailed, tr("%1 cannot be written: %2").arg(m_options.statsFile, reason));
    if (!m_options.screenshotFile.isEmpty())
        m_screenshot = m_clock.after(m_options.screenshotAfter, [this] { takeScreenshot(); });
    reportSettings(m_settings.problems());
    connect(&m_settings, &session::Settings::problemFound, this,
            [this](const QString& problem) { reportSettings({problem}); });
    if (m_options.demo)
        return startDemo();
    if (!m_options.api.isEmpty()) {
        session::Profile profile;
        profile.name = m_options.api.host();
        profile.api = m_options.api;
        profile.ws = m_options.ws;
        profile.login = m_options.login;
        return signIn(profile, std::exchange(m_options.password, {}));
    }
    if (m_options.profile.isEmpty())
        return m_window->resumeLastProfile();
    const auto profile = m_profiles.find(m_options.profile);
    if (!profile)
        return fail(ExitUsage, tr("there is no profile named %1").arg(m_options.profile));
    if (!m_options.password.isEmpty())
        return signIn(*profile, std::exchange(m_options.password, {}));
    m_window->openProfile(profile->name);
}

void WatchApplication::reportSettings(const QStringList& problems) {
    for (const QString& problem : problems)
        qCWarning(lcApp).noquote() << problem;
    if (!problems.isEmpty() && m_options.screenshotFile.isEmpty() && m_options.statsFile.isEmpty())
        m_dialogs.warn(m_window.get(), tr("Settings"), problems.join(u'\n'));
}

void WatchApplication::showDiagnostics() {
    widgets::DiagnosticsFacts facts;
    facts.now = m_clock.now();
    facts.components =
        QStringList{QStringLiteral("Attune Watch ") + QString::fromLatin1(Version),
                    QStringLiteral("Qt platform %1").arg(QGuiApplication::platformName())} +
        components() +
        QStringList{QSysInfo::prettyProductName(),
                    QStringLiteral("%1 %2, %3")
                        .arg(QSysInfo::kernelType(), QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture())};
    facts.report = widgets::reportSource(*m_session)();
    facts.sizes = QStringList{
        tr("%n row(s), of which the filter shows %1", nullptr, m_window->rows()).arg(m_window->shown()),
        tr("at most %n row(s) are kept", nullptr, m_settings.number(session::Setting::RowCap)),
        tr("the newest %n row(s) are kept complete", nullptr, m_settings.number(session::Setting::ReadDepth))};
    facts.settings = widgets::changedSettings(m_settings);
    facts.log = m_log.history().lines();
    auto* dialog =
        new widgets::DiagnosticsDialog(widgets::diagnosticsText(facts, m_log.redactor()), m_dialogs, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void WatchApplication::raiseWindow() {
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void WatchApplication::startDemo() {
    if (!m_demo) {
        m_demo = std::make_unique<sim::DemoServer>(sim::DemoServer::lively());
        const auto endpoints = m_demo->start();
        if (!endpoints)
            return fail(ExitUnreachable, endpoints.error().message);
        m_options.api = endpoints->api;
        m_options.ws = endpoints->ws;
    }
    session::Profile profile;
    profile.name = tr("demo");
    profile.api = m_options.api;
    profile.ws = m_options.ws;
    profile.login = m_demo->options().login;
    signIn(profile, m_demo->options().password);
}

void WatchApplication::signIn(const session::Profile& profile, const QString& secret) {
    m_signIn.cancelSignIn(); // whatever the windows have begun, and its name
    m_session->signIn(profile, secret, this, [this](const std::optional<session::SignInProblem>& problem) {
        if (!problem)
            return;
        if (!m_options.screenshotFile.isEmpty() || !m_options.statsFile.isEmpty())
            return fail(ExitUnreachable, problem->message); // nobody is there to read a dialog
        m_dialogs.warn(m_window.get(), tr("Sign-in failed"), problem->message);
    });
}

void WatchApplication::onSignedIn(const session::Profile& profile) { m_profiles.setLastUsed(profile.name); }

void WatchApplication::takeScreenshot() {
    if (m_window->grab().save(m_options.screenshotFile))
        Q_EMIT finished(0);
    else
        fail(ExitFailed, tr("%1 cannot be written").arg(m_options.screenshotFile));
}

void WatchApplication::fail(int code, const QString& message) {
    // Part of it may be the server's, which may repeat what it was told.
    std::fprintf(stderr, "attune-watch: %s\n", qUtf8Printable(core::displayText(m_log.redactor().redacted(message))));
    Q_EMIT finished(code);
}

} // namespace attune::app
