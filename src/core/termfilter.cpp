// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/termfilter.h"

#include "expression/glob.h"

#include <QStringTokenizer>

#include <algorithm>

namespace attune::core {

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
        term.glob = !term.exact && expression::isGlob(term.text);
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
        const bool found = term.glob ? expression::globMatches(term.text, folded) : folded.contains(term.text);
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
