// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "applog.h"
#include "appoptions.h"
#include "instancekeeper.h"
#include "language.h"
#include "watchapplication.h"

#include "attune/core/log/programlog.h"
#include "attune/core/process/boundedexit.h"
#include "attune/core/process/environmentsecret.h"
#include "attune/core/process/largeblocks.h"
#include "attune/core/process/processprotection.h"
#include "attune/core/process/signalwatcher.h"
#include "attune/session/profilestore.h"
#include "attune/version.h"
#include "attune/widgets/themedicon.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace {

/// Help and errors of usage must not need a display.
[[nodiscard]] attune::core::Result<attune::app::AppOptions, attune::app::EarlyExit> optionsOf(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return attune::app::parseArguments(arguments);
}

/// A start without one shows the profile used last.
[[nodiscard]] QString profileOf(const attune::app::AppOptions& options) {
    using attune::session::ProfileStore;
    return options.profile.isEmpty() ? ProfileStore(ProfileStore::defaultPath()).lastUsed() : options.profile;
}

} // namespace

int main(int argc, char** argv) {
    attune::core::protectProcess();
    attune::core::giveBackLargeBlocks();
    QCoreApplication::setApplicationName(QStringLiteral("attune-watch"));
    QCoreApplication::setApplicationVersion(QLatin1String(attune::Version));
    auto options = optionsOf(argc, argv);
    if (!options) {
        std::fprintf(options.error().code == 0 ? stdout : stderr, "%s\n", qUtf8Printable(options.error().message));
        return options.error().code;
    }
    options->password = attune::core::takeEnvironmentSecret("ATTUNE_PASSWORD");
    using attune::core::ProgramLog;
    ProgramLog log(options->logLevel, ProgramLog::defaultPath(QCoreApplication::applicationName()));
    QApplication application(argc, argv);
    attune::app::speak(application, options->language);
    qCInfo(attune::app::lcApp) << "starts:" << attune::Version << "with Qt" << qVersion() << "on"
                               << QGuiApplication::platformName();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Attune Watch"));
    QGuiApplication::setDesktopFileName(QStringLiteral("attune-watch"));
    QApplication::setWindowIcon(attune::widgets::applicationIcon());
    // What the command line says in full may run as often as one likes.
    const bool ownsProfile = !options->demo && options->api.isEmpty();
    attune::app::InstanceKeeper instance;
    if (ownsProfile && !instance.claim(profileOf(*options)))
        return 0;
    const attune::core::SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &attune::core::SignalWatcher::terminationRequested, &application,
                     &QCoreApplication::quit);
    attune::app::WatchApplication watch(std::move(*options), log, instance);
    QObject::connect(&watch, &attune::app::WatchApplication::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    QObject::connect(&instance, &attune::app::InstanceKeeper::raiseRequested, &watch,
                     &attune::app::WatchApplication::raiseWindow);
    QTimer::singleShot(0, &watch, &attune::app::WatchApplication::start);
    const int code = QApplication::exec();
    qCInfo(attune::app::lcApp) << "ends with code" << code;
    attune::core::exitSoon(code);
    return code;
}
