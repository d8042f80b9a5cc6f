// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/termfilter.h"

#include <QStringTokenizer>

#include <algorithm>

namespace attune::core {

namespace {

bool isGlob(QStringView text) { return text.contains(u'*') || text.contains(u'?'); }

// A question mark stands for one character, which may be a surrogate pair.
qsizetype characterLength(QStringView text, qsizetype at) {
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return isPair ? 2 : 1;
}

// Goes back to the latest star only, so the worst case is a product of the lengths, never exponential.
bool globMatches(QStringView pattern, QStringView text) {
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype starPattern = -1;
    qsizetype starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            starPattern = ++p;
            starText = t;
        } else if (p < pattern.size() && pattern[p] == u'?') {
            ++p;
            t += characterLength(text, t);
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (starPattern >= 0) {
            p = starPattern;
            starText += characterLength(text, starText);
            t = starText;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + p, pattern.end(), [](QChar c) { return c == u'*'; });
}

} // namespace

TermFilter TermFilter::parse(QStringView text) {
    TermFilter filter;
    const QString simplified = text.toString().simplified();
    for (QStringView word : qTokenize(simplified, u' ', Qt::SkipEmptyParts)) {
        Term term;
        term.exclude = word.startsWith(u'-');
        word = word.mid(term.exclude ? 1 : 0);
        term.exact = word.startsWith(u'=');
        term.typed = word.mid(term.exact ? 1 : 0).toString();
        term.text = term.typed.toCaseFolded();
        term.glob = !term.exact && isGlob(term.text);
        if (!term.text.isEmpty() &&
            std::find(filter.m_terms.begin(), filter.m_terms.end(), term) == filter.m_terms.end())
            filter.m_terms.push_back(std::move(term));
    }
    return filter;
}

bool TermFilter::match(QStringView ref) const {
    if (m_terms.empty())
        return true;
    const QString folded = ref.toString().toCaseFolded();
    return std::all_of(m_terms.begin(), m_terms.end(), [&folded](const Term& term) {
        if (term.exact)
            return (folded == term.text) != term.exclude;
        const bool found = term.glob ? globMatches(term.text, folded) : folded.contains(term.text);
        return found != term.exclude;
    });
}

std::optional<QString> TermFilter::exactTerm() const {
    const auto exact =
        std::find_if(m_terms.begin(), m_terms.end(), [](const Term& term) { return term.exact && !term.exclude; });
    return exact == m_terms.end() ? std::nullopt : std::optional(exact->typed);
}

QString TermFilter::toString() const {
    QString text;
    for (const Term& term : m_terms) {
        if (!text.isEmpty())
            text += u' ';
        if (term.exclude)
            text += u'-';
        if (term.exact)
            text += u'=';
        text += term.text;
    }
    return text;
}

} // namespace attune::core
