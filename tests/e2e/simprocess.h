// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace attune::e2e {

[[nodiscard]] inline QString program(const char* name) {
    return QStringLiteral(ATTUNE_BIN_DIR "/") + QString::fromLatin1(name);
}

/// What a program wrote and how it ended.
struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

/// Runs a program to its end; kills it after `seconds`.
[[nodiscard]] inline Outcome run(const char* name, const QStringList& arguments, const QString& password = {},
                                 int seconds = 60) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("ATTUNE_PASSWORD"));
    if (!password.isEmpty())
        environment.insert(QStringLiteral("ATTUNE_PASSWORD"), password);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program(name), arguments);
    if (!process.waitForFinished(seconds * 1000)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), "killed: " + process.readAllStandardError()};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// The real attune-sim, from its ready line to SIGTERM.
class SimProcess {
public:
    explicit SimProcess(const QStringList& arguments) {
        m_process.start(program("attune-sim"), arguments);
        QByteArray line;
        while (!line.endsWith('\n') && m_process.waitForReadyRead(60'000))
            line += m_process.readLine();
        m_ready = QJsonDocument::fromJson(line).object();
    }
    ~SimProcess() {
        m_process.terminate();
        m_process.waitForFinished();
    }

    [[nodiscard]] bool isReady() const { return m_ready.contains(QStringLiteral("api")); }
    [[nodiscard]] QString text(const char* key) const { return m_ready[QString::fromLatin1(key)].toString(); }
    [[nodiscard]] QStringList connection() const {
        return {QStringLiteral("--api"),   text("api"),  QStringLiteral("--ws"), text("ws"),
                QStringLiteral("--login"), text("login")};
    }
    [[nodiscard]] QString password() const { return text("password"); }

private:
    QProcess m_process;
    QJsonObject m_ready;
};

} // namespace attune::e2e
