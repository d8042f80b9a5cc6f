// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/log/logsink.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cerrno>
#include <shared_mutex>
#include <unistd.h>
#include <utility>

namespace attune::core {

namespace {

// Qt's message handler is a plain function, which can reach nothing but static objects.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::shared_mutex currentMutex;
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
LogSink* current = nullptr;
// What is said while a record is being written must not be written for ever.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
thread_local bool isBusy = false;

[[nodiscard]] LogLevel levelOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return LogLevel::Error;
}

/// The categories of this program are silent below Warning unless somebody wants to hear them, so that a record that
/// nobody wants is not even put together.
[[nodiscard]] QString filterRules(const LogSink::Options& options) {
    const LogLevel least = std::min(options.terminal, options.kept);
    QString rules;
    if (least <= LogLevel::Debug)
        rules += QStringLiteral("attune.*.debug=true\n");
    if (least <= LogLevel::Info)
        rules += QStringLiteral("attune.*.info=true\n");
    return rules;
}

} // namespace

LogSink::LogSink(Options options, const Clock& clock, const Redactor& redactor, LogHistory& history, Terminal terminal)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_redactor(redactor)
    , m_history(history)
    , m_terminal(std::move(terminal))
    , m_file(m_options.file, m_options.limits) {
    QLoggingCategory::setFilterRules(filterRules(m_options));
    const std::unique_lock lock(currentMutex);
    current = this;
    m_before = qInstallMessageHandler(&LogSink::onMessage);
}

LogSink::~LogSink() {
    qInstallMessageHandler(m_before);
    QLoggingCategory::setFilterRules({});
    const std::unique_lock lock(currentMutex);
    current = nullptr;
}

void LogSink::onMessage(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    if (isBusy)
        return;
    const std::shared_lock lock(currentMutex);
    if (current == nullptr)
        return;
    isBusy = true;
    const char* category = context.category != nullptr ? context.category : "default";
    current->handle({current->m_clock.now(), levelOf(type), QString::fromUtf8(category), text});
    isBusy = false;
}

void LogSink::handle(const LogRecord& record) {
    const bool isKept = record.level >= m_options.kept;
    const bool isShown = record.level >= m_options.terminal;
    if (!isKept && !isShown)
        return;
    const QByteArray line = formatRecord(record, m_redactor);
    const std::lock_guard lock(m_mutex);
    if (isShown)
        m_terminal(line);
    if (!isKept)
        return;
    m_history.add(line);
    if (!m_options.file.isEmpty())
        toFile(line);
}

void LogSink::toFile(const QByteArray& line) {
    if (m_fileFailed && m_clock.steady() - *m_fileFailed < RetryAfter)
        return;
    const auto problem = m_file.write(line);
    m_fileFailed = problem ? std::optional(m_clock.steady()) : std::nullopt;
    if (!problem || std::exchange(m_toldOfFile, true))
        return;
    const QString words = QCoreApplication::translate("LogSink", "the log file %1 cannot be written: %2");
    const QByteArray told = formatRecord(
        {m_clock.now(), LogLevel::Warning, QStringLiteral("attune.log"), words.arg(m_file.path(), *problem)},
        m_redactor);
    if (m_options.terminal <= LogLevel::Warning)
        m_terminal(told);
    m_history.add(told);
}

void LogSink::writeToStandardError(const QByteArray& line) {
    const char* at = line.constData();
    auto left = static_cast<std::size_t>(line.size());
    while (left > 0) {
        const ssize_t written = ::write(STDERR_FILENO, at, left);
        if (written < 0 && errno != EINTR)
            return; // there is nobody to tell
        at += std::max<ssize_t>(written, 0);
        left -= static_cast<std::size_t>(std::max<ssize_t>(written, 0));
    }
}

} // namespace attune::core
