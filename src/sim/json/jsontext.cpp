// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "json/jsontext.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace attune::sim {

namespace {

constexpr std::string_view HexDigits = "0123456789abcdef";

void appendEscaped(std::string& out, char character) {
    switch (character) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    const auto code = static_cast<unsigned char>(character);
    if (code >= 0x20) {
        out += character;
        return;
    }
    out += "\\u00";
    out += HexDigits[code >> 4U];
    out += HexDigits[code & 0xfU];
}

// `2026-06-01T20:16:21.417803`, without the quote and zone.
std::string plainTime(core::UtcMicros time) {
    std::string text = core::formatRfc3339(time, 6);
    text.pop_back();
    return text;
}

} // namespace

void appendQuoted(std::string& out, std::string_view utf8) {
    out += '"';
    for (const char character : utf8)
        appendEscaped(out, character);
    out += '"';
}

void appendNumber(std::string& out, std::int64_t number) {
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    out.append(buffer.data(), end);
}

void appendId(std::string& out, core::Id id) {
    if (id > 0)
        appendNumber(out, id);
    else
        out += "null";
}

void appendRestTime(std::string& out, core::UtcMicros time) {
    if (!core::isInstant(time)) {
        out += "null";
        return;
    }
    out += '"';
    out += core::formatRfc3339(time, time % 1'000'000 == 0 ? 0 : time % 1000 == 0 ? 3 : 6);
    out += '"';
}

void appendPayloadTime(std::string& out, core::UtcMicros time) {
    if (!core::isInstant(time)) {
        out += "null";
        return;
    }
    std::string text = plainTime(time);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    out += '"';
    out += text;
    out += "+00:00\"";
}

void appendOuterTime(std::string& out, core::UtcMicros time) {
    out += '"';
    out += plainTime(time);
    // The last three digits tell nothing, but a client must be able to read them.
    const auto tail = static_cast<std::size_t>(time % 997);
    out += static_cast<char>('0' + static_cast<char>(tail / 100));
    out += static_cast<char>('0' + static_cast<char>(tail / 10 % 10));
    out += static_cast<char>('0' + static_cast<char>(tail % 10));
    out += "Z\"";
}

void appendStateTime(std::string& out, core::UtcMicros time) {
    if (!core::isInstant(time)) {
        out += "null";
        return;
    }
    out += '"';
    out += core::formatRfc3339(time, 6);
    out += '"';
}

nlohmann::json restTime(core::UtcMicros time) {
    if (!core::isInstant(time))
        return nullptr;
    return core::formatRfc3339(time, time % 1'000'000 == 0 ? 0 : time % 1000 == 0 ? 3 : 6);
}

nlohmann::json idOrNull(core::Id id) { return id > 0 ? nlohmann::json(id) : nlohmann::json(nullptr); }

std::string dumped(const nlohmann::json& document) {
    return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace attune::sim
