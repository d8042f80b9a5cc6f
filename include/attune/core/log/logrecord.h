// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/log/redactor.h"
#include "attune/core/timestamp.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace attune::core {

/// How grave a record is, and from where on records are wanted.
enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error, Off };

/// debug, info, warning, error, off.
[[nodiscard]] QString logLevelWord(LogLevel level);
[[nodiscard]] std::optional<LogLevel> logLevelFromWord(const QString& word);

struct LogRecord {
    UtcMicros at = UnknownTime;
    LogLevel level = LogLevel::Info;
    QString category;
    QString text; ///< may hold anything
};

/// `2026-06-01T20:16:21.417Z warning attune.net: …` and a line end: one line of UTF-8, at most MaxRecordBytes, without
/// secrets, control characters and other things a terminal might obey. What is too long ends with an ellipsis.
[[nodiscard]] QByteArray formatRecord(const LogRecord& record, const Redactor& redactor);

inline constexpr qsizetype MaxRecordBytes = 4096;

} // namespace attune::core
