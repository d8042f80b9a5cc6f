// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/query.h"

#include <charconv>

namespace attune::sim {

namespace {

std::string decoded(QByteArray part) {
    part.replace('+', ' ');
    return QByteArray::fromPercentEncoding(part).toStdString();
}

template<class Number>
std::optional<Number> parsed(const std::string& text) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stopped == end && !text.empty() ? std::optional(number) : std::nullopt;
}

} // namespace

Query::Query(const QByteArray& encoded) {
    for (const QByteArray& item : encoded.split('&')) {
        const qsizetype equals = item.indexOf('=');
        if (!item.isEmpty())
            m_items.emplace_back(decoded(equals < 0 ? item : item.left(equals)),
                                 equals < 0 ? std::string() : decoded(item.mid(equals + 1)));
    }
}

std::optional<std::string> Query::text(std::string_view name) {
    const std::string* value = find(name);
    return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<std::int64_t> Query::number(std::string_view name) {
    const std::string* value = find(name);
    if (value == nullptr)
        return std::nullopt;
    const auto number = parsed<std::int64_t>(*value);
    if (!number)
        refuse(name, value->empty() ? "cannot parse integer from empty string" : "invalid digit found in string");
    return number;
}

std::uint32_t Query::count(std::string_view name, std::uint32_t fallback) {
    const std::string* value = find(name);
    if (value == nullptr)
        return fallback;
    const auto number = parsed<std::uint32_t>(*value);
    if (!number)
        refuse(name, value->empty() ? "cannot parse integer from empty string" : "invalid digit found in string");
    return number.value_or(fallback);
}

bool Query::flag(std::string_view name) {
    const std::string* value = find(name);
    if (value != nullptr && *value != "true" && *value != "false")
        refuse(name, "provided string was not `true` or `false`");
    return value != nullptr && *value == "true";
}

std::optional<std::string> Query::oneOf(std::string_view name, std::initializer_list<std::string_view> words) {
    const std::string* value = find(name);
    if (value == nullptr)
        return std::nullopt;
    std::string list;
    for (const std::string_view word : words) {
        if (*value == word)
            return *value;
        list += (list.empty() ? "`" : ", `") + std::string(word) + '`';
    }
    refuse(name, "unknown variant `" + *value + "`, expected one of " + list);
    return std::nullopt;
}

const std::string* Query::find(std::string_view name) {
    const std::string* found = nullptr;
    for (const auto& [key, value] : m_items) {
        if (key != name)
            continue;
        if (found != nullptr && !m_error)
            m_error = HttpAnswer::text(400, "Failed to deserialize query string: duplicate field `" + key + "`");
        found = &value;
    }
    return found;
}

void Query::refuse(std::string_view name, const std::string& why) {
    if (!m_error)
        m_error = HttpAnswer::text(400, "Failed to deserialize query string: " + std::string(name) + ": " + why);
}

} // namespace attune::sim
