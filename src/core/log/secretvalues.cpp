// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "log/secretvalues.h"

#include <QString>

#include <algorithm>
#include <array>

namespace attune::core {

namespace {

constexpr std::array<QStringView, 15> Values{u"password",    u"passwd", u"passphrase",  u"passwort",    u"pwd",
                                             u"secret",      u"token",  u"apikey",      u"api_key",     u"credential",
                                             u"credentials", u"jwt",    u"session_key", u"private_key", u"webhook_key"};
constexpr std::array<QStringView, 5> Headers{u"authorization", u"cookie", u"cookies", u"sec_websocket_protocol",
                                             u"www_authenticate"};

[[nodiscard]] bool isSpace(QChar c) { return c == u' ' || c == u'\t'; }
[[nodiscard]] bool isQuote(QChar c) { return c == u'"' || c == u'\''; }
[[nodiscard]] bool isNameUnit(QChar c) { return isAsciiWordUnit(c) || c == u'-' || c == u'.'; }

template<std::size_t N>
[[nodiscard]] bool endsWithOne(QStringView name, const std::array<QStringView, N>& words) {
    return std::any_of(words.begin(), words.end(), [name](QStringView word) { return name.endsWith(word); });
}

/// The end of a value whose opening quote had `depth` backslashes before it.
[[nodiscard]] qsizetype closingQuote(QStringView text, qsizetype at, QChar quote, qsizetype depth) {
    qsizetype backslashes = 0;
    for (; at < text.size(); ++at) {
        // Within a quoted text a quote has its own backslash and one for each that the other quotes have.
        if (text[at] == quote && (depth == 0 ? backslashes % 2 == 0 : backslashes <= depth))
            return depth == 0 ? at : at - std::min(depth, backslashes);
        backslashes = text[at] == u'\\' ? backslashes + 1 : 0;
    }
    return at;
}

} // namespace

bool isAsciiWordUnit(QChar c) {
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'_';
}

qsizetype skipSpaces(QStringView text, qsizetype at) {
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

qsizetype separatorEnd(QStringView text, qsizetype at) {
    constexpr QStringView Encoded = u"%3D";
    if (text[at] == u':' || text[at] == u'=')
        return at + 1;
    return text.sliced(at).startsWith(Encoded, Qt::CaseInsensitive) ? at + Encoded.size() : at;
}

SecretName secretNameBefore(QStringView text, qsizetype at) {
    constexpr qsizetype LongestName = 64;
    while (at > 0 && isSpace(text[at - 1]))
        --at;
    if (at > 0 && isQuote(text[at - 1]))
        --at;
    while (at > 0 && text[at - 1] == u'\\')
        --at;
    qsizetype begin = at;
    while (begin > 0 && at - begin < LongestName && isNameUnit(text[begin - 1]))
        --begin;
    QString name = text.sliced(begin, at - begin).toString().toLower();
    name.replace(u'-', u'_');
    if (endsWithOne(name, Headers))
        return SecretName::Header;
    return endsWithOne(name, Values) ? SecretName::Value : SecretName::None;
}

TextRange valueAt(QStringView text, qsizetype at) {
    qsizetype quote = at;
    while (quote < text.size() && text[quote] == u'\\')
        ++quote;
    if (quote < text.size() && isQuote(text[quote]))
        return {quote + 1, closingQuote(text, quote + 1, text[quote], quote - at)};
    if (at < text.size() && (text[at] == u'{' || text[at] == u'['))
        return lineFrom(text, at); // too much is better than too little
    constexpr QStringView Ends = u" \t\r\n&,;)}>\"'<";
    qsizetype end = at;
    while (end < text.size() && !Ends.contains(text[end]) && !text.sliced(end).startsWith(u"%26"))
        ++end;
    return {at, end};
}

TextRange lineFrom(QStringView text, qsizetype at) {
    qsizetype end = at;
    while (end < text.size() && text[end] != u'\r' && text[end] != u'\n') {
        const QStringView rest = text.sliced(end);
        if (rest.startsWith(u"\\r") || rest.startsWith(u"\\n"))
            break;
        ++end;
    }
    return {at, end};
}

} // namespace attune::core
