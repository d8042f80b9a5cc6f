// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tailoptions.h"
#include "tailprogram.h"

#include "attune/core/log/programlog.h"
#include "attune/core/process/signalwatcher.h"
#include "attune/version.h"

#include <QCoreApplication>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <sys/stat.h>

namespace {

void protectProcess() {
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore); // a core file would hold tokens
    umask(077);
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is seen where it is written to
}

} // namespace

int main(int argc, char** argv) {
    protectProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("attune-tail"));
    QCoreApplication::setApplicationVersion(QLatin1String(attune::Version));
    const auto options = attune::tail::parseArguments(QCoreApplication::arguments());
    if (!options) {
        const auto& exit = options.error();
        std::fprintf(exit.code == attune::tail::ExitDone ? stdout : stderr, "%s\n", qUtf8Printable(exit.message));
        return exit.code;
    }
    attune::core::ProgramLog log(options->logLevel, {});
    const attune::core::SignalWatcher signalWatcher;
    attune::tail::TailProgram program(*options, log);
    QObject::connect(&signalWatcher, &attune::core::SignalWatcher::terminationRequested, &program,
                     &attune::tail::TailProgram::stop);
    QObject::connect(&program, &attune::tail::TailProgram::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    QTimer::singleShot(0, &program, &attune::tail::TailProgram::start);
    return QCoreApplication::exec();
}
