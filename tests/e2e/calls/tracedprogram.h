// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simprocess.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace attune::e2e {

/// A program in a home and a folder of its own, and the system calls of some kinds that it and its children make.
class TracedProgram {
public:
    /// `calls` as strace names them, separated by commas.
    TracedProgram(const QString& home, const QString& calls) : m_home(home), m_calls(calls) {
        for (const char* folder : {"config", "data", "cache", "state"})
            EXPECT_TRUE(QDir(home).mkpath(QString::fromLatin1(folder)));
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const auto& [variable, folder] : {std::pair{"XDG_CONFIG_HOME", "config"},
                                               {"XDG_DATA_HOME", "data"},
                                               {"XDG_CACHE_HOME", "cache"},
                                               {"XDG_STATE_HOME", "state"},
                                               {"HOME", "."}})
            set(variable, home + u'/' + QString::fromLatin1(folder));
        set("QT_QPA_PLATFORM", QStringLiteral("offscreen"));
        m_environment.remove(QStringLiteral("QT_PLUGIN_PATH"));
        // A sanitizer cannot look for leaks while somebody else traces.
        set("ASAN_OPTIONS", m_environment.value(QStringLiteral("ASAN_OPTIONS")) + QStringLiteral(":detect_leaks=0"));
        m_process.setStandardInputFile(QProcess::nullDevice());
    }
    ~TracedProgram() {
        m_process.kill();
        m_process.waitForFinished();
    }

    void set(const char* variable, const QString& value) { m_environment.insert(QString::fromLatin1(variable), value); }
    void setFolder(const QString& folder) { m_process.setWorkingDirectory(folder); }
    void start(const char* name, const QStringList& arguments, const QString& password) {
        set("ATTUNE_PASSWORD", password);
        m_process.setProcessEnvironment(m_environment);
        m_process.start(QStringLiteral("strace"),
                        QStringList{QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("--seccomp-bpf"),
                                    QStringLiteral("-s"), QStringLiteral("4096"), QStringLiteral("-e"),
                                    QStringLiteral("signal=none"), QStringLiteral("-e"),
                                    QStringLiteral("trace=") + m_calls, QStringLiteral("-o"), trace(), program(name)} +
                            arguments);
    }
    /// The calls, one a line; fails the test if the program does.
    [[nodiscard]] QList<QByteArray> finish() {
        EXPECT_TRUE(m_process.waitForFinished(60'000));
        EXPECT_EQ(m_process.exitCode(), 0) << m_process.readAllStandardError().toStdString();
        QFile file(trace());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll().split('\n');
    }

private:
    [[nodiscard]] QString trace() const { return m_home + QStringLiteral("/calls.txt"); }

    QString m_home;
    QString m_calls;
    QProcessEnvironment m_environment;
    QProcess m_process;
};

} // namespace attune::e2e
