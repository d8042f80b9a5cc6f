// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "jsontext.h"

#include "readjson.h"

#include "attune/core/decoderest.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace attune::core {

namespace {

using Text = std::string_view;

[[nodiscard]] bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

[[nodiscard]] std::size_t skipSpace(Text json, std::size_t from) {
    while (from < json.size() && isSpace(json[from]))
        ++from;
    return from;
}

/// The index behind the string that starts at `from`.
[[nodiscard]] std::size_t endOfString(Text json, std::size_t from) {
    for (std::size_t i = from + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

/// The index behind the value that starts at `from`, space included.
[[nodiscard]] std::size_t endOfValue(Text json, std::size_t from) {
    int depth = 0;
    std::size_t i = from;
    while (i < json.size()) {
        const char c = json[i];
        if (c == '"') {
            i = endOfString(json, i);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return i;
        if (c == '{' || c == '[')
            ++depth;
        if (c == '}' || c == ']')
            --depth;
        ++i;
    }
    return i;
}

/// A key may be spelled with escapes.
[[nodiscard]] bool isString(Text quoted, Text text) {
    if (quoted.find('\\') == Text::npos)
        return quoted.substr(1, quoted.size() - 2) == text;
    return nlohmann::json::parse(quoted).get_ref<const std::string&>() == text;
}

[[nodiscard]] QByteArray bytesOf(Text text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

void append(QByteArray& out, Text text) { out.append(text.data(), static_cast<qsizetype>(text.size())); }

void newLine(QByteArray& out, int depth) { out.append('\n').append(qsizetype{2} * depth, ' '); }

/// Takes back the comma that stands last, if one does.
void dropComma(QByteArray& out) {
    qsizetype size = out.size();
    while (size > 0 && isSpace(out[size - 1]))
        --size;
    if (size > 0 && out[size - 1] == ',')
        out.truncate(size - 1);
}

[[nodiscard]] bool isHuge(Text number) {
    double value = 0;
    return std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc::result_out_of_range;
}

} // namespace

QByteArray memberText(const QByteArray& body, std::string_view name) {
    const Text json = viewOf(body);
    QByteArray text;
    std::size_t i = skipSpace(json, json.find('{') + 1);
    while (i < json.size() && json[i] == '"') {
        const std::size_t nameEnd = endOfString(json, i);
        const std::size_t value = skipSpace(json, nameEnd) + 1;
        const std::size_t valueEnd = endOfValue(json, value);
        if (isString(json.substr(i, nameEnd - i), name))
            text = bytesOf(json.substr(value, valueEnd - value));
        i = skipSpace(json, valueEnd + 1);
    }
    return text;
}

QByteArray withoutMembers(const QByteArray& body, std::string_view name) {
    const Text json = viewOf(body);
    QByteArray out;
    out.reserve(body.size());
    for (std::size_t i = 0; i < json.size();) {
        const bool isText = json[i] == '"';
        const std::size_t end = isText ? endOfString(json, i) : i + 1;
        const std::size_t next = isText ? skipSpace(json, end) : end;
        const bool isKey = isText && json.substr(next, 1) == ":";
        if (!isKey || !isString(json.substr(i, end - i), name)) {
            append(out, json.substr(i, end - i));
            i = end;
            continue;
        }
        i = endOfValue(json, next + 1);
        // One of the commas beside the member goes with it.
        if (json[i] == ',')
            i = skipSpace(json, i + 1);
        else
            dropComma(out);
    }
    return out;
}

std::string rewriteHugeNumbers(std::string_view json, HugeNumbers how) {
    std::string out;
    out.reserve(json.size() + 16);
    for (std::size_t i = 0; i < json.size();) {
        const char c = json[i];
        const bool isNumber = c == '-' || (c >= '0' && c <= '9');
        const std::size_t end = isNumber   ? std::min(json.find_first_not_of("+-.0123456789eE", i), json.size())
                                : c == '"' ? endOfString(json, i)
                                           : i + 1;
        const Text token = json.substr(i, end - i);
        if (!isNumber || !isHuge(token))
            out.append(token);
        else if (how == HugeNumbers::AsText)
            out.append(1, '"').append(token).append(1, '"');
        else
            out.append("1.0");
        i = end;
    }
    return out;
}

QByteArray indentJson(const QByteArray& text) {
    const Text json = viewOf(text);
    LimitHandler limits;
    if (!readJson(json, limits))
        return text;
    QByteArray out;
    out.reserve(text.size() * 2);
    int depth = 0;
    for (std::size_t i = 0; i < json.size();) {
        const char c = json[i];
        const std::size_t end = c == '"' ? endOfString(json, i) : i + 1;
        const bool opens = c == '{' || c == '[';
        const std::size_t next = opens ? skipSpace(json, end) : end;
        if (c == '}' || c == ']')
            newLine(out, --depth);
        if (!isSpace(c))
            append(out, json.substr(i, end - i));
        i = end;
        if (c == ',') {
            newLine(out, depth);
        } else if (c == ':') {
            out += ' ';
        } else if (opens && (json[next] == '}' || json[next] == ']')) {
            out += json[next];
            i = next + 1;
        } else if (opens) {
            newLine(out, ++depth);
        }
    }
    return out;
}

} // namespace attune::core
