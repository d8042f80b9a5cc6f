// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "jsontext.h"

#include "attune/core/decoderest.h"

#include <nlohmann/json.hpp>

namespace attune::core {

namespace {

[[nodiscard]] bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The index behind the string that starts at `from`.
[[nodiscard]] qsizetype endOfString(const QByteArray& json, qsizetype from) {
    for (qsizetype i = from + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

/// The index behind the value that starts at `from`.
[[nodiscard]] qsizetype endOfValue(const QByteArray& json, qsizetype from) {
    int depth = 0;
    qsizetype i = from;
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

[[nodiscard]] qsizetype skipSpace(const QByteArray& json, qsizetype from) {
    while (from < json.size() && isSpace(json[from]))
        ++from;
    return from;
}

void newLine(QByteArray& text, int depth) {
    text += '\n';
    text += QByteArray(qsizetype{2} * depth, ' ');
}

} // namespace

QByteArray memberText(const QByteArray& json, std::string_view name) {
    qsizetype i = json.indexOf('{') + 1;
    while (i > 0 && i < json.size()) {
        i = skipSpace(json, i);
        if (i >= json.size() || json[i] != '"')
            return {};
        const qsizetype nameEnd = endOfString(json, i);
        const bool found =
            std::string_view(json.constData() + i + 1, static_cast<std::size_t>(nameEnd - i - 2)) == name;
        const qsizetype value = skipSpace(json, skipSpace(json, nameEnd) + 1);
        const qsizetype valueEnd = endOfValue(json, value);
        if (found)
            return json.mid(value, valueEnd - value).trimmed();
        i = skipSpace(json, valueEnd) + 1;
    }
    return {};
}

QByteArray indentJson(const QByteArray& text) {
    if (!nlohmann::json::accept(text.begin(), text.end()))
        return text;
    QByteArray out;
    out.reserve(text.size() * 2);
    int depth = 0;
    for (qsizetype i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '"') {
            const qsizetype end = endOfString(text, i);
            out.append(text.constData() + i, end - i);
            i = end;
            continue;
        }
        ++i;
        if (isSpace(c))
            continue;
        if (c == '{' || c == '[') {
            const qsizetype next = skipSpace(text, i);
            out += c;
            if (text[next] == '}' || text[next] == ']') {
                out += text[next];
                i = next + 1;
            } else {
                newLine(out, ++depth);
            }
        } else if (c == '}' || c == ']') {
            newLine(out, --depth);
            out += c;
        } else if (c == ',') {
            out += c;
            newLine(out, depth);
        } else if (c == ':') {
            out += ": ";
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace attune::core
