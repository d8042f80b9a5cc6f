// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/retryafter.h"

#include <QString>

#include <algorithm>

namespace attune::net {

namespace {

/// As HTTP writes it today, or any date of RFC 2822, which names GMT by a number.
[[nodiscard]] QDateTime httpDate(const QByteArray& text) {
    QString rest = QString::fromLatin1(text).simplified();
    for (const auto* zone : {" GMT", " UTC"}) {
        if (rest.endsWith(QLatin1String(zone), Qt::CaseInsensitive))
            rest = rest.chopped(4) + QStringLiteral(" +0000");
    }
    return QDateTime::fromString(rest, Qt::RFC2822Date);
}

} // namespace

std::optional<std::chrono::seconds> readRetryAfter(const QByteArray& retryAfter, const QByteArray& date,
                                                   const QDateTime& now) {
    bool isNumber = false;
    qlonglong seconds = retryAfter.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = httpDate(retryAfter);
        if (!until.isValid())
            return std::nullopt;
        const QDateTime answered = httpDate(date);
        seconds = (answered.isValid() ? answered : now).secsTo(until);
    }
    if (seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(std::min<qlonglong>(seconds, MaxRetryAfter.count()));
}

std::optional<std::chrono::seconds> readClockAhead(const QByteArray& date, const QDateTime& now) {
    const QDateTime answered = httpDate(date);
    if (!answered.isValid())
        return std::nullopt;
    return std::chrono::seconds(now.secsTo(answered));
}

} // namespace attune::net
