// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "log/secretpatterns.h"

#include "log/secretvalues.h"

#include <QString>

#include <algorithm>
#include <array>

namespace attune::core {

namespace {

using Ranges = std::vector<TextRange>;

constexpr qsizetype LongRun = 40;

[[nodiscard]] bool isBase64Unit(QChar c) { return isAsciiWordUnit(c) || c == u'-' || c == u'+' || c == u'='; }

/// RFC 7235's token68.
[[nodiscard]] bool isCredentialUnit(QChar c) { return isBase64Unit(c) || c == u'.' || c == u'~' || c == u'/'; }

[[nodiscard]] bool startsWithJwt(QStringView run) {
    constexpr qsizetype ShortestJwt = 12;
    return run.size() >= ShortestJwt && run.startsWith(u"eyJ"); // {" in base64
}

[[nodiscard]] bool isRandom(QStringView run) {
    const auto has = [run](char16_t first, char16_t last) {
        return std::any_of(run.begin(), run.end(), [=](QChar c) { return c >= first && c <= last; });
    };
    return run.size() >= LongRun && has(u'a', u'z') && has(u'A', u'Z') && has(u'0', u'9');
}

/// Tokens by their shape; the parts of a JSON Web Token are joined by dots.
void findTokens(QStringView text, Ranges& found) {
    for (qsizetype at = 0; at < text.size();) {
        if (!isBase64Unit(text[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && isBase64Unit(text[end]))
            ++end;
        const QStringView run = text.sliced(at, end - at);
        const qsizetype jwt = run.indexOf(u"eyJ");
        if (jwt >= 0 && startsWithJwt(run.sliced(jwt))) {
            while (end < text.size() && (isBase64Unit(text[end]) || text[end] == u'.'))
                ++end;
            found.push_back({at + jwt, end});
        } else if (isRandom(run)) {
            found.push_back({at, end});
        }
        at = end;
    }
}

/// `Bearer abc`, `Basic YWJj`: the schemes of the Authorization header, wherever they stand.
void findSchemes(QStringView text, Ranges& found) {
    struct Scheme {
        QStringView word;
        qsizetype shortest = 0; ///< of what follows: the words are also English
    };
    constexpr std::array Schemes{Scheme{u"bearer", 1}, Scheme{u"basic", 8}};
    for (const Scheme& scheme : Schemes) {
        for (qsizetype at = 0; (at = text.indexOf(scheme.word, at, Qt::CaseInsensitive)) >= 0;) {
            const bool isWord = at == 0 || !isAsciiWordUnit(text[at - 1]);
            const qsizetype after = at + scheme.word.size();
            const qsizetype begin = skipSpaces(text, after);
            for (at = begin; at < text.size() && isCredentialUnit(text[at]);)
                ++at;
            if (isWord && begin > after && at - begin >= scheme.shortest)
                found.push_back({begin, at});
        }
    }
}

/// `https://user:password@host`.
void findUserInfo(QStringView text, Ranges& found) {
    constexpr QStringView Ends = u"/?#\\\"'<> \t\r\n";
    for (qsizetype at = 0; (at = text.indexOf(u"://", at)) >= 0;) {
        at += 3;
        qsizetype end = at;
        while (end < text.size() && !Ends.contains(text[end]))
            ++end;
        if (const qsizetype sign = text.sliced(at, end - at).lastIndexOf(u'@'); sign > 0)
            found.push_back({at, at + sign});
        at = end;
    }
}

/// What belongs to a name before `at`, unless it has been replaced already. Where to go on from.
qsizetype takeValue(QStringView text, qsizetype at, SecretName name, Ranges& found) {
    if (text.sliced(at).startsWith(RedactionMark))
        return at + RedactionMark.size();
    const TextRange value = name == SecretName::Header ? lineFrom(text, at) : valueAt(text, at);
    if (value.end > value.begin)
        found.push_back(value);
    return value.end;
}

/// `"password": "x"`, `token=x`, `Cookie: x`: what belongs to a name that says so.
void findNamed(QStringView text, Ranges& found) {
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype after = separatorEnd(text, at);
        const SecretName name = after == at ? SecretName::None : secretNameBefore(text, at);
        at = name == SecretName::None ? std::max(after, at + 1) : takeValue(text, skipSpaces(text, after), name, found);
    }
}

} // namespace

std::vector<TextRange> secretPatterns(QStringView text) {
    Ranges found;
    findTokens(text, found);
    findSchemes(text, found);
    findUserInfo(text, found);
    findNamed(text, found);
    return found;
}

} // namespace attune::core
