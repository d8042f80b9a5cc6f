// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/column.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace attune::core {

namespace {

using namespace std::chrono;
using Days = duration<std::int64_t, std::ratio<86400>>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::core::Duration)
};

QString pair(const char* pattern, std::int64_t big, std::int64_t small, int digits) {
    return Words::tr(pattern).arg(big).arg(small, digits, 10, QLatin1Char('0'));
}

// Two units for a minute and more.
QString longText(microseconds span) {
    if (span < hours(1))
        return pair(QT_TRANSLATE_NOOP("attune::core::Duration", "%1 min %2 s"), span / minutes(1),
                    span % minutes(1) / seconds(1), 2);
    if (span < Days(1))
        return pair(QT_TRANSLATE_NOOP("attune::core::Duration", "%1 h %2 min"), span / hours(1),
                    span % hours(1) / minutes(1), 2);
    return pair(QT_TRANSLATE_NOOP("attune::core::Duration", "%1 d %2 h"), span / Days(1), span % Days(1) / hours(1), 1);
}

// One unit: how long ago something was needs no more.
QString coarseText(microseconds span) {
    if (span < minutes(1))
        return Words::tr("%1 s").arg(span / seconds(1));
    if (span < hours(1))
        return Words::tr("%1 min").arg(span / minutes(1));
    if (span < Days(1))
        return Words::tr("%1 h").arg(span / hours(1));
    return Words::tr("%1 d").arg(span / Days(1));
}

// Of another clock only seconds are known: what seems to be a few ahead has just happened.
QString relativeText(UtcMicros time, UtcMicros now) {
    const microseconds ago(now - time);
    if (ago < seconds(1) && ago > -seconds(5))
        return Words::tr("now");
    return ago > microseconds::zero() ? Words::tr("%1 ago").arg(coarseText(ago))
                                      : Words::tr("in %1").arg(coarseText(-ago));
}

QDateTime dateTime(UtcMicros time, const QTimeZone& zone) {
    return QDateTime::fromMSecsSinceEpoch(floor<milliseconds>(microseconds(time)).count(), zone);
}

QString toMicros(UtcMicros time, const QTimeZone& zone) {
    const auto fraction = microseconds(time) - floor<seconds>(microseconds(time));
    return dateTime(time, zone).toString(u"yyyy-MM-dd HH:mm:ss") + u'.' +
           QStringLiteral("%1").arg(fraction.count(), 6, 10, QLatin1Char('0'));
}

QString offsetText(int secondsEast) {
    const int minutesEast = qAbs(secondsEast) / 60;
    return QStringLiteral("UTC%1%2:%3")
        .arg(QLatin1Char(secondsEast < 0 ? '-' : '+'))
        .arg(minutesEast / 60, 2, 10, QLatin1Char('0'))
        .arg(minutesEast % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString durationText(microseconds span) {
    if (span < microseconds::zero()) // -INT64_MIN does not exist
        return u'−' + durationText(span == microseconds::min() ? microseconds::max() : -span);
    if (span < seconds(1))
        return Words::tr("%1 ms").arg(span / milliseconds(1));
    if (span < minutes(1))
        return Words::tr("%1.%2 s", "seconds and tenths")
            .arg(span / seconds(1))
            .arg(span % seconds(1) / milliseconds(100));
    return longText(span);
}

QString ageText(microseconds age) {
    if (age < microseconds::zero())
        return durationText(age);
    return age < minutes(1) ? coarseText(age) : longText(age);
}

QString instantText(UtcMicros time, TimeStyle style, UtcMicros now) {
    if (time == UnknownTime)
        return {};
    if (time == NullTime)
        return QStringLiteral("—");
    if (style == TimeStyle::Relative && isInstant(now))
        return relativeText(time, now);
    const QTimeZone zone = style == TimeStyle::Utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
    const QDateTime moment = dateTime(time, zone);
    const QDate today = isInstant(now) ? dateTime(now, zone).date() : QDate();
    if (moment.date() == today)
        return moment.toString(u"HH:mm:ss");
    return moment.toString(moment.date().year() == today.year() ? u"MM-dd HH:mm:ss" : u"yyyy-MM-dd HH:mm:ss");
}

QString instantToolTip(UtcMicros time) {
    if (!isInstant(time))
        return {};
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const int offset = dateTime(time, zone).offsetFromUtc();
    return toMicros(time, zone) + u' ' + offsetText(offset) + u'\n' + toMicros(time, QTimeZone::utc()) + u" UTC";
}

} // namespace attune::core
