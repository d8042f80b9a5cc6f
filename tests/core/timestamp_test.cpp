// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/timestamp.h"

#include <gtest/gtest.h>

#include <QDateTime>

#include <array>
#include <random>

namespace attune::core {
namespace {

constexpr UtcMicros June = 1'780'344'981'000'000; // 2026-06-01T20:16:21Z

TEST(Timestamp, restSpelling_isReadToTheMicrosecond) {
    EXPECT_EQ(parseTimestamp("2026-06-01T20:16:21Z"), June);
    EXPECT_EQ(parseTimestamp("2026-06-01T20:16:21.417Z"), June + 417'000);
    EXPECT_EQ(parseTimestamp("2026-06-01T20:16:21.417803Z"), June + 417'803);
}

TEST(Timestamp, payloadSpelling_isReadWithTrimmedZerosAndOffset) {
    EXPECT_EQ(parseTimestamp("2026-06-01T20:16:21+00:00"), June);
    EXPECT_EQ(parseTimestamp("2026-06-01T20:16:21.4178+00:00"), June + 417'800);
    EXPECT_EQ(parseTimestamp("2026-06-01T22:16:21.4178+02:00"), June + 417'800);
    EXPECT_EQ(parseTimestamp("2026-06-02T01:46:21+05:30"), June);
    EXPECT_EQ(parseTimestamp("2026-06-01T10:46:21-09:30"), June);
    EXPECT_EQ(parseTimestamp("2026-06-02T10:16:21+14:00"), June);
    EXPECT_EQ(parseTimestamp("2026-06-01T06:16:21-14:00"), June);
    EXPECT_EQ(parseTimestamp("2026-06-01T20:16:21-00:00"), June);
}

TEST(Timestamp, envelopeSpelling_losesOnlyNanoseconds) {
    EXPECT_EQ(parseTimestamp("2026-06-01T20:16:21.419112345Z"), June + 419'112);
    EXPECT_EQ(parseTimestamp("2026-06-01T20:16:21.999999999Z"), June + 999'999);
}

TEST(Timestamp, spellingsOfOneInstant_areEqual) {
    const auto list = parseTimestamp("2026-06-01T20:16:21.417800Z");
    const auto payload = parseTimestamp("2026-06-01T20:16:21.4178+00:00");
    ASSERT_TRUE(list);
    EXPECT_EQ(list, payload);
}

TEST(Timestamp, otherSeparators_areRead) {
    EXPECT_EQ(parseTimestamp("2026-06-01 20:16:21+00:00"), June);
    EXPECT_EQ(parseTimestamp("2026-06-01t20:16:21z"), June);
}

TEST(Timestamp, edgesOfTheCalendar_areExact) {
    EXPECT_EQ(parseTimestamp("1970-01-01T00:00:00Z"), 0);
    EXPECT_EQ(parseTimestamp("1969-12-31T23:59:59.999999Z"), -1);
    EXPECT_EQ(parseTimestamp("0001-01-01T00:00:00Z"), -62'135'596'800'000'000);
    EXPECT_EQ(parseTimestamp("9999-12-31T23:59:59.999999Z"), 253'402'300'799'999'999);
    // The offset would lead out of the years that can be written.
    EXPECT_EQ(parseTimestamp("9999-12-31T23:59:59-14:00"), std::nullopt);
    EXPECT_EQ(parseTimestamp("0001-01-01T00:00:00+14:00"), std::nullopt);
    EXPECT_TRUE(parseTimestamp("2024-02-29T00:00:00Z"));
    EXPECT_TRUE(parseTimestamp("2000-02-29T00:00:00Z"));
}

TEST(Timestamp, impossibleDatesAndTimes_areRefused) {
    for (const char* text :
         {"2026-02-29T00:00:00Z", "2026-02-30T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
          "2026-00-01T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-32T00:00:00Z",
          "0000-01-01T00:00:00Z", "2026-06-01T24:00:00Z", "2026-06-01T20:60:21Z", "2026-06-01T20:16:60Z",
          "2026-06-01T23:59:60Z", "2026-06-01T20:16:61Z", "2026-06-01T20:16:21+24:00", "2026-06-01T20:16:21+02:60"})
        EXPECT_EQ(parseTimestamp(text), std::nullopt) << text;
}

TEST(Timestamp, anythingElse_isRefused) {
    for (const char* text : {"",
                             "infinity",
                             "-infinity",
                             "now",
                             "2026",
                             "2026-06-01",
                             "2026-06-01T20:16Z",
                             "2026-06-01T20:16:21",
                             "2026-06-01T20:16:21.Z",
                             "2026-06-01T20:16:21.1234567890Z",
                             "2026-06-01T20:16:21,5Z",
                             "2026-06-01T20:16:21+0200",
                             "2026-06-01T20:16:21+02",
                             "2026-06-01T20:16:21+2:00",
                             "2026-06-01T20:16:21ZZ",
                             "2026-06-01T20:16:21Z ",
                             " 2026-06-01T20:16:21Z",
                             "2026-6-1T20:16:21Z",
                             "+2026-06-01T20:16:21Z",
                             "-2026-06-01T20:16:21Z",
                             "12026-06-01T20:16:21Z",
                             "2026-06-01X20:16:21Z",
                             "2026/06/01T20:16:21Z",
                             "2026-06-01T20-16-21Z",
                             "2026-06-01T20:16:2\xC2\xB2Z",
                             "2026-06-01T20:16:21+05:30:15",
                             "1780345281"})
        EXPECT_EQ(parseTimestamp(text), std::nullopt) << text;
    EXPECT_EQ(parseTimestamp(std::string_view("2026-06-01T20:16:21Z\0", 21)), std::nullopt);
    EXPECT_EQ(parseTimestamp(std::string_view("2026-06-01T20:16:21.5\0", 22)), std::nullopt);
}

TEST(Timestamp, everyPrefixOfAGoodText_isRefused) {
    const std::string_view text = "2026-06-01T20:16:21.419112345+05:30";
    for (std::size_t size = 0; size < text.size(); ++size)
        EXPECT_EQ(parseTimestamp(text.substr(0, size)), std::nullopt) << text.substr(0, size);
    EXPECT_TRUE(parseTimestamp(text));
}

TEST(Timestamp, everyByteBehindAGoodText_isRefused) {
    for (int byte = 0; byte < 256; ++byte)
        EXPECT_EQ(parseTimestamp(std::string("2026-06-01T20:16:21Z") + static_cast<char>(byte)), std::nullopt) << byte;
}

/// One random time of the server's three spellings, some of them impossible.
struct Spelling {
    QDate date;
    QTime time;
    int offsetMinutes = 0;
    std::string fraction;
    std::string text;
    std::string whole; ///< without the fraction
};

Spelling randomSpelling(std::mt19937_64& random) {
    const auto pick = [&random](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    const int year = pick(0, 9) == 0 ? pick(1, 9999) : pick(1960, 2100);
    const int month = pick(0, 50) == 0 ? pick(0, 19) : pick(1, 12);
    const int day = pick(0, 50) == 0 ? pick(0, 40) : pick(1, 31);
    const int hour = pick(0, 50) == 0 ? pick(0, 30) : pick(0, 23);
    const int minute = pick(0, 50) == 0 ? pick(0, 70) : pick(0, 59);
    const int second = pick(0, 50) == 0 ? pick(0, 70) : pick(0, 59);
    Spelling spelling{QDate(year, month, day), QTime(hour, minute, second), 0, {}, {}, {}};
    for (int digits = pick(0, 9); digits > 0; --digits)
        spelling.fraction += static_cast<char>('0' + pick(0, 9));
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute,
                  second);
    const std::string stem = buffer.data();
    std::string zone = "Z";
    if (pick(0, 1) == 0) {
        spelling.offsetMinutes = pick(-14 * 60, 14 * 60);
        const int size = std::abs(spelling.offsetMinutes);
        std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", spelling.offsetMinutes < 0 ? '-' : '+', size / 60,
                      size % 60);
        zone = buffer.data();
    }
    spelling.whole = stem + zone;
    spelling.text = spelling.fraction.empty() ? spelling.whole : stem + '.' + spelling.fraction + zone;
    return spelling;
}

TEST(Timestamp, randomTexts_agreeWithQDateTime) {
    std::mt19937_64 random(20260601);
    int refused = 0;
    for (int i = 0; i < 100'000; ++i) {
        const Spelling spelling = randomSpelling(random);
        const auto read = parseTimestamp(spelling.text);
        if (!spelling.date.isValid() || !spelling.time.isValid()) {
            ASSERT_EQ(read, std::nullopt) << spelling.text;
            ++refused;
            continue;
        }
        const QDateTime local(spelling.date, spelling.time, Qt::OffsetFromUTC, spelling.offsetMinutes * 60);
        const std::string micros = (spelling.fraction + "000000").substr(0, 6);
        ASSERT_EQ(read, local.toSecsSinceEpoch() * 1'000'000 + std::stoll(micros)) << spelling.text;
        // The parser of QDateTime itself; without the fraction, which it rounds.
        const auto parsed = QDateTime::fromString(QString::fromStdString(spelling.whole), Qt::ISODate);
        ASSERT_EQ(parsed.toMSecsSinceEpoch() * 1000 + std::stoll(micros), *read) << spelling.text;
    }
    EXPECT_GT(refused, 1000);
    EXPECT_LT(refused, 20'000);
}

TEST(FormatRfc3339, digits_areCutNotRounded) {
    EXPECT_EQ(formatRfc3339(June + 417'809), "2026-06-01T20:16:21.417809Z");
    EXPECT_EQ(formatRfc3339(June + 417'809, 3), "2026-06-01T20:16:21.417Z");
    EXPECT_EQ(formatRfc3339(June + 999'999, 0), "2026-06-01T20:16:21Z");
    EXPECT_EQ(formatRfc3339(June), "2026-06-01T20:16:21.000000Z");
}

TEST(FormatRfc3339, timesBefore1970_countUpWithinTheSecond) {
    EXPECT_EQ(formatRfc3339(-1), "1969-12-31T23:59:59.999999Z");
    EXPECT_EQ(formatRfc3339(-62'135'596'800'000'000, 0), "0001-01-01T00:00:00Z");
}

TEST(FormatRfc3339, randomTimes_areReadBack) {
    std::mt19937_64 random(1);
    std::uniform_int_distribution<UtcMicros> anyTime(-62'135'596'800'000'000, 253'402'300'799'999'999);
    for (int i = 0; i < 20'000; ++i) {
        const UtcMicros time = anyTime(random);
        ASSERT_EQ(parseTimestamp(formatRfc3339(time)), time);
    }
}

TEST(Timestamp, absentAndNull_areNoInstants) {
    EXPECT_FALSE(isInstant(UnknownTime));
    EXPECT_FALSE(isInstant(NullTime));
    EXPECT_NE(UnknownTime, NullTime);
    EXPECT_TRUE(isInstant(0));
    EXPECT_TRUE(isInstant(-62'135'596'800'000'000));
}

} // namespace
} // namespace attune::core
