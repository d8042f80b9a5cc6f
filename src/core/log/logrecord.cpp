// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/log/logrecord.h"

#include "attune/core/displaytext.h"

#include <algorithm>
#include <array>

namespace attune::core {

namespace {

constexpr std::array<const char*, 5> Words{"debug", "info", "warning", "error", "off"};

/// At most `limit` bytes of whole characters.
[[nodiscard]] QByteArray cut(const QByteArray& utf8, qsizetype limit) {
    constexpr char Continuation = '\x80';
    constexpr char LeadMask = '\xC0';
    if (utf8.size() <= limit)
        return utf8;
    const QByteArray ellipsis("\u2026");
    qsizetype end = limit - ellipsis.size();
    while (end > 0 && (utf8[end] & LeadMask) == Continuation)
        --end;
    return utf8.left(end) + ellipsis;
}

} // namespace

QString logLevelWord(LogLevel level) { return QString::fromLatin1(Words.at(static_cast<std::size_t>(level))); }

std::optional<LogLevel> logLevelFromWord(const QString& word) {
    const auto* found =
        std::find_if(Words.begin(), Words.end(), [&](const char* known) { return word == QString::fromLatin1(known); });
    if (found == Words.end())
        return std::nullopt;
    return static_cast<LogLevel>(found - Words.begin());
}

QByteArray formatRecord(const LogRecord& record, const Redactor& redactor) {
    constexpr int Milliseconds = 3;
    const QString head = QString::fromStdString(isInstant(record.at) ? formatRfc3339(record.at, Milliseconds) : "-") +
                         u' ' + logLevelWord(record.level) + u' ' + displayText(record.category, 60) + u": ";
    const QString text = displayText(redactor.redacted(QStringView(record.text).trimmed()), MaxRecordBytes);
    return cut((head + text).toUtf8(), MaxRecordBytes - 1) + '\n';
}

} // namespace attune::core
