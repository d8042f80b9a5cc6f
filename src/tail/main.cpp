// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tailoptions.h"
#include "tailprogram.h"

#include "attune/core/log/programlog.h"
#include "attune/core/process/boundedexit.h"
#include "attune/core/process/processprotection.h"
#include "attune/core/process/signalwatcher.h"
#include "attune/version.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

int main(int argc, char** argv) {
    attune::core::protectProcess();
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
    const int code = QCoreApplication::exec();
    attune::core::exitSoon(code);
    return code;
}
