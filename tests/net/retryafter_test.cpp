// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/retryafter.h"
#include "support/printers.h"

#include <gtest/gtest.h>

#include <QLocale>

namespace attune::net {
namespace {

using namespace std::chrono_literals;

const QDateTime Now(QDate(2026, 10, 21), QTime(7, 28), Qt::UTC);

TEST(RetryAfter, seconds_areReadAndCapped) {
    EXPECT_EQ(readRetryAfter("7", {}, Now), 7s);
    EXPECT_EQ(readRetryAfter("0", {}, Now), 0s);
    EXPECT_EQ(readRetryAfter("1000000000", {}, Now), 300s);
}

TEST(RetryAfter, date_countsFromTheDateOfTheAnswer) {
    const QByteArray until = "Wed, 21 Oct 2026 07:28:30 GMT";
    EXPECT_EQ(readRetryAfter(until, "Wed, 21 Oct 2026 07:28:10 GMT", Now.addYears(3)), 20s) << "our clock is wrong";
    EXPECT_EQ(readRetryAfter(until, {}, Now), 30s);
    EXPECT_EQ(readRetryAfter(until, "yesterday", Now), 30s);
    EXPECT_EQ(readRetryAfter(until, {}, Now.toOffsetFromUtc(7200)), 30s);
}

TEST(ClockAhead, isTheDifferenceToTheDateOfTheAnswer) {
    EXPECT_EQ(readClockAhead("Wed, 21 Oct 2026 07:28:10 GMT", Now), 10s);
    EXPECT_EQ(readClockAhead("Wed, 21 Oct 2026 07:18:00 GMT", Now), -10min);
    EXPECT_EQ(readClockAhead("noon", Now), std::nullopt);
    EXPECT_EQ(readClockAhead({}, Now), std::nullopt);
}

TEST(RetryAfter, dateFarAway_isCapped) { EXPECT_EQ(readRetryAfter("Fri, 01 Jan 2100 00:00:00 GMT", {}, Now), 300s); }

TEST(RetryAfter, dateThatIsOver_isNone) {
    EXPECT_EQ(readRetryAfter("Wed, 21 Oct 2026 07:27:59 GMT", {}, Now), std::nullopt);
    EXPECT_EQ(readRetryAfter("Thu, 01 Jan 1970 00:00:00 GMT", "Wed, 21 Oct 2026 07:28:00 GMT", Now), std::nullopt);
    EXPECT_EQ(readRetryAfter("Wed, 21 Oct 2026 07:28:00 GMT", {}, Now), 0s);
}

TEST(RetryAfter, datesOfOtherWriters_areRead) {
    for (const QByteArray until : {"Wed, 21 Oct 2026 07:28:30 +0000", "21 Oct 2026 07:28:30 GMT",
                                   "Wed, 21 Oct 2026 09:28:30 +0200", " Wed,  21 Oct 2026 07:28:30 gmt "})
        EXPECT_EQ(readRetryAfter(until, {}, Now), 30s) << until.constData();
}

TEST(RetryAfter, locale_doesNotMatter) {
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(readRetryAfter("Wed, 21 Oct 2026 07:28:30 GMT", {}, Now), 30s);
    QLocale::setDefault(QLocale::c());
}

TEST(RetryAfter, whatIsUnreadable_isNone) {
    for (const QByteArray text : {"", "-1", "soon", "Wed, 41 Oct 2026 07:28:30 GMT", "99999999999999999999", "GMT"})
        EXPECT_EQ(readRetryAfter(text, {}, Now), std::nullopt) << text.constData();
}

} // namespace
} // namespace attune::net
