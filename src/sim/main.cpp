// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "program/commandline.h"

#include "attune/core/process/signalwatcher.h"
#include "attune/sim/simserver.h"
#include "attune/version.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <cstdio>

namespace {

constexpr int UsageError = 2;
constexpr int CannotListen = 3;

void print(std::FILE* stream, const QString& text) {
    std::fputs(text.toUtf8().constData(), stream);
    std::fflush(stream);
}

QString readyLine(const attune::sim::SimServer& server, const attune::sim::SimEndpoints& endpoints) {
    const nlohmann::ordered_json line = {{"api", endpoints.api.toString().toStdString()},
                                         {"ws", endpoints.ws.toString().toStdString()},
                                         {"login", server.options().login.toStdString()},
                                         {"password", server.options().password.toStdString()}};
    return QString::fromStdString(line.dump()) + u'\n';
}

int serve(const attune::sim::SimOptions& options) {
    attune::core::SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &attune::core::SignalWatcher::terminationRequested, qApp, &QCoreApplication::quit);
    attune::sim::SimServer server(options);
    const auto endpoints = server.start();
    if (!endpoints) {
        print(stderr, QStringLiteral("attune-sim: %1\n").arg(endpoints.error().message));
        return CannotListen;
    }
    print(stdout, readyLine(server, *endpoints));
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("attune-sim"));
    QCoreApplication::setApplicationVersion(QLatin1String(attune::Version));
    const auto wanted = attune::sim::parseCommandLine(QCoreApplication::arguments());
    if (const auto* answer = std::get_if<attune::sim::PrintAndExit>(&wanted)) {
        print(answer->isError ? stderr : stdout,
              answer->isError ? QStringLiteral("attune-sim: %1\nTry 'attune-sim --help'.\n").arg(answer->text)
                              : answer->text);
        return answer->isError ? UsageError : 0;
    }
    return serve(std::get<attune::sim::SimOptions>(wanted));
}
