// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "history/historyquery.h"

#include <QStringList>
#include <QUrl>

#include <utility>
#include <vector>

namespace attune::session {

namespace {

/// 0 if there is none, or no telling which.
[[nodiscard]] core::Symbol onlySpelling(const core::TermFilter& terms, core::SymbolTable& refs) {
    const std::optional<QString> wanted = terms.exactTerm();
    if (!wanted || wanted->toCaseFolded() == refs.text(core::RedactedRef))
        return 0;
    const QString folded = wanted->toCaseFolded();
    core::Symbol found = 0;
    for (core::Symbol ref = core::RedactedRef + 1; ref < refs.size(); ++ref) {
        if (refs.text(ref).toCaseFolded() != folded)
            continue;
        if (found != 0)
            return 0;
        found = ref;
    }
    return found != 0 ? found : refs.intern(wanted->toStdString()).value_or(0);
}

[[nodiscard]] core::WordCode onlyStatus(const core::EnforcementFilter& filter, const core::Vocabulary& vocabulary) {
    if (filter.statuses.size() != 1)
        return core::Status::Unknown;
    const auto code = vocabulary.statuses.find(filter.statuses.begin()->toStdString());
    // The server refuses words that it does not know, and of later ones nobody knows whether it takes them here.
    return code && *code < core::Status::FirstOther ? static_cast<core::WordCode>(*code) : core::Status::Unknown;
}

using Items = std::vector<std::pair<QString, QString>>;

[[nodiscard]] Items items(const HistoryQuery& query, const core::Vocabulary& vocabulary) {
    Items items;
    if (query.ruleRef != 0)
        items.emplace_back(QStringLiteral("rule_ref"), vocabulary.refs.text(query.ruleRef));
    if (query.triggerRef != 0)
        items.emplace_back(QStringLiteral("trigger_ref"), vocabulary.refs.text(query.triggerRef));
    if (query.event != core::UnknownId)
        items.emplace_back(QStringLiteral("event"), QString::number(query.event));
    if (query.status != core::Status::Unknown)
        items.emplace_back(QStringLiteral("status"), vocabulary.statuses.text(query.status));
    if (!query.traceTag.isEmpty())
        items.emplace_back(QStringLiteral("trace_tag"), query.traceTag);
    return items;
}

} // namespace

bool HistoryQuery::lists(const core::EnforcementRow& row) const {
    return (ruleRef == 0 || row.ruleRef == ruleRef) && (triggerRef == 0 || row.triggerRef == triggerRef) &&
           (event == core::UnknownId || row.event == event) &&
           (status == core::Status::Unknown || row.status == status);
}

HistoryQuery historyQuery(const core::EnforcementFilter& filter, core::Vocabulary& vocabulary) {
    HistoryQuery query;
    query.ruleRef = onlySpelling(filter.rule, vocabulary.refs);
    query.triggerRef = onlySpelling(filter.trigger, vocabulary.refs);
    query.event = filter.event.value_or(core::UnknownId);
    query.status = onlyStatus(filter, vocabulary);
    query.traceTag = filter.traceTag;
    return query;
}

QUrlQuery urlQuery(const HistoryQuery& query, const core::Vocabulary& vocabulary) {
    QUrlQuery url;
    for (const auto& [name, value] : items(query, vocabulary)) // a plus sign left alone would be read as a space
        url.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return url;
}

QString criteriaText(const HistoryQuery& query, const core::Vocabulary& vocabulary) {
    QStringList words;
    for (const auto& [name, value] : items(query, vocabulary))
        words += name + u'=' + value;
    return words.join(u' ');
}

} // namespace attune::session
