// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/log/loghistory.h"
#include "attune/core/log/logrecord.h"
#include "attune/core/log/rotatingfile.h"

#include <QByteArray>
#include <QtGlobal>

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

namespace attune::core {

/// The one place through which everything passes that is logged, by this program or by Qt: redacted, one line a record,
/// to the terminal, to a file and into the history. Takes the place of Qt's message handler while it lives; there is at
/// most one at a time. Any thread.
class LogSink {
public:
    struct Options {
        LogLevel terminal = LogLevel::Warning;
        LogLevel kept = LogLevel::Info; ///< in file and history
        QString file;                   ///< empty = none
        RotatingFile::Limits limits;
    };
    using Terminal = std::function<void(const QByteArray& line)>;

    /// `clock`, `redactor` and `history` outlive the sink. `terminal` is called on the thread that logs, one call at a
    /// time.
    LogSink(Options options, const Clock& clock, const Redactor& redactor, LogHistory& history,
            Terminal terminal = &writeToStandardError);
    ~LogSink();
    LogSink(const LogSink&) = delete;
    LogSink& operator=(const LogSink&) = delete;

    void handle(const LogRecord& record);

    /// A file that cannot be written is told once, left alone for so long, and tried again in silence.
    static constexpr std::chrono::seconds RetryAfter{60};
    static void writeToStandardError(const QByteArray& line);

private:
    static void onMessage(QtMsgType type, const QMessageLogContext& context, const QString& text);
    void toFile(const QByteArray& line);

    Options m_options;
    const Clock& m_clock;
    const Redactor& m_redactor;
    LogHistory& m_history;
    Terminal m_terminal;
    std::mutex m_mutex;
    RotatingFile m_file;
    std::optional<std::chrono::nanoseconds> m_fileFailed; // steady time
    bool m_toldOfFile = false;
    QtMessageHandler m_before;
};

} // namespace attune::core
