// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/timestamp.h"

#include <QtGlobal>

#include <array>
#include <chrono>
#include <cstdio>

namespace attune::core {

namespace {

constexpr std::int64_t MicrosPerSecond = 1'000'000;
// The years 1 to 9999, in UTC.
constexpr std::int64_t FirstSecond =
    std::chrono::sys_seconds(std::chrono::sys_days(std::chrono::year(1) / 1 / 1)).time_since_epoch().count();
constexpr std::int64_t EndSecond =
    std::chrono::sys_seconds(std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1)).time_since_epoch().count();
constexpr int MaxFractionDigits = 9;

/// Reads forward through the text; every step fails for good once one failed.
class Cursor {
public:
    explicit Cursor(std::string_view text) noexcept : m_rest(text) {}

    [[nodiscard]] bool atEnd() const noexcept { return m_rest.empty(); }
    [[nodiscard]] char peek() const noexcept { return m_rest.empty() ? '\0' : m_rest.front(); }
    void skip() noexcept { m_rest.remove_prefix(1); }

    [[nodiscard]] bool accept(char expected) noexcept {
        if (peek() != expected || m_rest.empty())
            return false;
        skip();
        return true;
    }

    /// Exactly `count` decimal digits.
    [[nodiscard]] bool digits(int count, int& value) noexcept {
        value = 0;
        for (int i = 0; i < count; ++i) {
            if (!isDigit(peek()))
                return false;
            value = value * 10 + (peek() - '0');
            skip();
        }
        return true;
    }

    [[nodiscard]] static bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }

private:
    std::string_view m_rest;
};

/// Microseconds of `.d…d`, 1 to 9 digits; what is finer than a microsecond is cut.
[[nodiscard]] bool readFraction(Cursor& cursor, std::int64_t& micros) noexcept {
    micros = 0;
    if (!cursor.accept('.'))
        return true;
    int count = 0;
    for (std::int64_t scale = MicrosPerSecond / 10; Cursor::isDigit(cursor.peek()); cursor.skip(), scale /= 10) {
        if (++count > MaxFractionDigits)
            return false;
        micros += scale * (cursor.peek() - '0');
    }
    return count > 0;
}

/// Seconds east of UTC of `Z` or `±hh:mm`.
[[nodiscard]] bool readOffset(Cursor& cursor, std::int64_t& seconds) noexcept {
    seconds = 0;
    if (cursor.accept('Z') || cursor.accept('z'))
        return true;
    const bool west = cursor.peek() == '-';
    if (!west && cursor.peek() != '+')
        return false;
    cursor.skip();
    int hours = 0;
    int minutes = 0;
    if (!cursor.digits(2, hours) || !cursor.accept(':') || !cursor.digits(2, minutes) || hours > 23 || minutes > 59)
        return false;
    seconds = (hours * 60 + minutes) * 60;
    if (west)
        seconds = -seconds;
    return true;
}

} // namespace

std::optional<UtcMicros> parseTimestamp(std::string_view text) noexcept {
    Cursor cursor(text);
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    std::int64_t fraction = 0;
    std::int64_t offset = 0;
    if (!cursor.digits(4, year) || !cursor.accept('-') || !cursor.digits(2, month) || !cursor.accept('-') ||
        !cursor.digits(2, day))
        return std::nullopt;
    if (!cursor.accept('T') && !cursor.accept('t') && !cursor.accept(' '))
        return std::nullopt;
    if (!cursor.digits(2, hour) || !cursor.accept(':') || !cursor.digits(2, minute) || !cursor.accept(':') ||
        !cursor.digits(2, second) || !readFraction(cursor, fraction) || !readOffset(cursor, offset) || !cursor.atEnd())
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || year < 1 || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    const std::int64_t seconds = days * 86'400 + hour * 3'600 + minute * 60 + second - offset;
    if (seconds < FirstSecond || seconds >= EndSecond)
        return std::nullopt; // the offset leads out of the years that can be written
    return seconds * MicrosPerSecond + fraction;
}

std::string formatRfc3339(UtcMicros time, int digits) {
    Q_ASSERT(isInstant(time) && digits >= 0 && digits <= 6);
    const std::chrono::sys_time<std::chrono::microseconds> instant{std::chrono::microseconds(time)};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{instant - day};
    std::array<char, 48> buffer{};
    int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d",
                               static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                               static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                               static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    std::string text(buffer.data(), static_cast<std::size_t>(length));
    if (digits > 0) {
        std::snprintf(buffer.data(), buffer.size(), ".%06d", static_cast<int>(clock.subseconds().count()));
        text.append(buffer.data(), static_cast<std::size_t>(1 + digits));
    }
    return text + 'Z';
}

} // namespace attune::core
