// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "export/exportwords.h"

#include "attune/core/column.h"
#include "attune/core/displaytext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace attune::widgets {

namespace {

constexpr qsizetype LongestName = 40;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::widgets::ExportWords)
};

QString instant(core::UtcMicros time, core::UtcMicros now) {
    return core::instantText(time, core::TimeStyle::Local, now);
}

void addTime(QStringList& parts, const core::EnforcementFilter& filter, core::UtcMicros now) {
    if (filter.window)
        parts += Words::tr("created in the last %1").arg(core::durationText(*filter.window));
    if (core::isInstant(filter.from))
        parts += Words::tr("created from %1").arg(instant(filter.from, now));
    if (core::isInstant(filter.to))
        parts += Words::tr("created before %1").arg(instant(filter.to, now));
}

} // namespace

QString filterWords(const core::EnforcementFilter& filter, core::UtcMicros now) {
    QStringList parts;
    if (!filter.statuses.empty())
        parts += Words::tr("Status: %1").arg(QStringList(filter.statuses.begin(), filter.statuses.end()).join(u", "));
    if (!filter.rule.isEmpty())
        parts += Words::tr("Rule: %1").arg(filter.rule.toString());
    if (!filter.trigger.isEmpty())
        parts += Words::tr("Trigger: %1").arg(filter.trigger.toString());
    if (filter.event)
        parts += Words::tr("Event: %1").arg(QString::number(*filter.event));
    if (!filter.traceTag.isEmpty())
        parts += Words::tr("Trace tag: %1").arg(filter.traceTag);
    if (const QString expression = filter.expression.toString(); !expression.isEmpty())
        parts += Words::tr("Expression: %1").arg(expression);
    addTime(parts, filter, now);
    return parts.isEmpty() ? Words::tr("All enforcements that are loaded")
                           : core::displayText(parts.join(QStringLiteral(" · ")));
}

QString resultWords(const models::ExportResult& result, const QString& place) {
    using End = models::ExportResult::End;
    if (result.end == End::Cancelled)
        return place.isEmpty() ? Words::tr("Cancelled.") : Words::tr("Cancelled. Nothing was written.");
    if (result.end == End::Failed)
        return core::displayText(result.error);
    const QLocale locale;
    const QString rows = locale.toString(result.rows);
    QString words = place.isEmpty() ? Words::tr("Printed. Rows: %1.").arg(rows)
                                    : Words::tr("Written to %1. Rows: %2.").arg(place, rows);
    if (result.missing > 0)
        words +=
            u' ' +
            Words::tr("Rows that had left the table before they were read: %1.").arg(locale.toString(result.missing));
    return core::displayText(words);
}

QString exportFileName(const QString& server, core::UtcMicros now, const QString& suffix) {
    QString name;
    for (const QChar c : server) {
        const bool isPlain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'_');
        if (isPlain || !name.endsWith(u'-'))
            name += isPlain ? c : QChar(u'-');
    }
    name.truncate(LongestName);
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name.remove(0, 1);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(now / 1000, Qt::LocalTime);
    return QStringLiteral("attune-%1%2.%3")
        .arg(name.isEmpty() ? QString() : QString(name + u'-'), time.toString(QStringLiteral("yyyyMMdd-HHmmss")),
             suffix);
}

} // namespace attune::widgets
