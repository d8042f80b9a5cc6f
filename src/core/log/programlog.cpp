// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/log/programlog.h"

#include <QDir>

#include <algorithm>

namespace attune::core {

namespace {

[[nodiscard]] LogSink::Options optionsFor(LogLevel level, const QString& file) {
    LogSink::Options options;
    options.terminal = level;
    options.kept = std::min(level, LogLevel::Info);
    options.file = level == LogLevel::Off ? QString() : file;
    return options;
}

[[nodiscard]] KnownSecrets secretsWithSystemKey() {
    SeededRandom random(SeededRandom::systemSeed());
    return KnownSecrets(random);
}

} // namespace

ProgramLog::ProgramLog(LogLevel level, const QString& file)
    : m_secrets(secretsWithSystemKey()), m_sink(optionsFor(level, file), m_clock, m_redactor, m_history) {}

QString ProgramLog::defaultPath(const QString& program) {
    QString folder = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(folder))
        folder = QDir::homePath() + QStringLiteral("/.local/state");
    return QStringLiteral("%1/%2/%2.log").arg(folder, program);
}

} // namespace attune::core
