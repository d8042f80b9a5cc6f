// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "expression/literals.h"

#include "expression/words.h"

#include "attune/core/enforcementfilter.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::core::expression {

namespace {

struct Unit {
    const char16_t* name;
    std::int64_t micros;
};
constexpr std::array Units{
    Unit{u"us", 1},           Unit{u"ms", 1'000},        Unit{u"s", 1'000'000},     Unit{u"m", 60'000'000},
    Unit{u"min", 60'000'000}, Unit{u"h", 3'600'000'000}, Unit{u"d", 86'400'000'000}};
constexpr double MaxSpan = 4e15; // microseconds, more than a century: its square fits nowhere, its sums do

/// The largest unit in which the span is a whole number.
[[nodiscard]] QString spanText(std::int64_t micros) {
    static constexpr std::array Order{6, 5, 4, 2, 1, 0};
    if (micros == 0)
        return QStringLiteral("0s");
    for (const int i : Order) {
        const Unit& unit = Units[static_cast<std::size_t>(i)];
        if (micros % unit.micros == 0)
            return QString::number(micros / unit.micros) + QString::fromUtf16(unit.name);
    }
    return {};
}

[[nodiscard]] std::optional<std::int64_t> readSpan(QStringView text) {
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; };
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const auto digits = text.left(end - text.begin());
    const auto name = text.mid(digits.size()).toString().toLower();
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    const auto unit =
        std::find_if(Units.begin(), Units.end(), [&name](const Unit& u) { return name == QStringView(u.name); });
    if (!isNumber || unit == Units.end() || number * static_cast<double>(unit->micros) > MaxSpan)
        return std::nullopt;
    return std::llround(number * static_cast<double>(unit->micros));
}

[[nodiscard]] std::optional<Value> readRelative(QStringView text) {
    if (text.startsWith(u"now", Qt::CaseInsensitive))
        text = text.mid(3);
    else if (text.isEmpty() || (text.front() != u'-' && text.front() != u'+'))
        return std::nullopt;
    if (text.isEmpty())
        return Value{QStringLiteral("now"), 0, true};
    const auto span = readSpan(text.mid(1));
    if (!span || (text.front() != u'-' && text.front() != u'+'))
        return std::nullopt;
    const bool isPast = text.front() == u'-';
    return Value{(isPast ? u'-' : u'+') + spanText(*span), isPast ? -*span : *span, true};
}

[[nodiscard]] std::optional<Value> readInstant(const QString& text) {
    if (auto relative = readRelative(text))
        return relative;
    const QDateTime time = QDateTime::fromString(QString(text).replace(u' ', u'T'), Qt::ISODateWithMs);
    const int year = time.date().year();
    if (!time.isValid() || year < 1 || year > 9999)
        return std::nullopt;
    const UtcMicros micros = time.toMSecsSinceEpoch() * 1000;
    return Value{QString::fromStdString(formatRfc3339(micros, 3)), micros, false};
}

[[nodiscard]] std::optional<Value> readNumber(const QString& text) {
    bool isValid = false;
    const auto id = parseEventId(text, &isValid);
    return isValid && id ? std::optional(Value{QString::number(*id), *id, false}) : std::nullopt;
}

} // namespace

std::optional<Value> readValue(Type type, const QString& text) {
    switch (type) {
    case Type::Text:
    case Type::Tag:
        return text.isEmpty() ? std::nullopt : std::optional(Value{text, 0, false});
    case Type::Number:
        return readNumber(text);
    case Type::Instant:
        return readInstant(text);
    case Type::Duration:
        if (const auto span = readSpan(text))
            return Value{spanText(*span), *span, false};
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString exampleOf(Type type) {
    switch (type) {
    case Type::Text:
        return Words::tr("a text, in quotes if it has spaces in it");
    case Type::Tag:
        return Words::tr("a trace tag");
    case Type::Number:
        return Words::tr("a whole number");
    case Type::Instant:
        return Words::tr("a time such as 2026-06-01T12:30 or -15min");
    case Type::Duration:
        return Words::tr("a duration such as 500ms, 2s, 5min or 1h");
    }
    Q_UNREACHABLE();
}

} // namespace attune::core::expression
