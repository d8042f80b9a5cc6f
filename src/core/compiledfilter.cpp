// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/compiledfilter.h"

#include <utility>

namespace attune::core {

CompiledFilter::CompiledFilter(EnforcementFilter filter, const Vocabulary& vocabulary)
    : m_filter(std::move(filter))
    , m_vocabulary(&vocabulary)
    , m_oldest(m_filter.oldestMatching(UnknownTime))
    , m_passesAll(m_filter.isEmpty()) {}

void CompiledFilter::setNow(UtcMicros now) noexcept { m_oldest = m_filter.oldestMatching(now); }

bool CompiledFilter::test(const EnforcementRow& row) {
    return m_passesAll || (testStatus(row.status) && testButStatus(row));
}

bool CompiledFilter::testStatus(WordCode status) {
    if (m_filter.statuses.empty())
        return true;
    if (status >= m_statuses.size()) {
        extend(m_statuses, m_vocabulary->statuses, status,
               [this](const QString& word) { return m_filter.statuses.contains(word); });
    }
    return m_statuses[status] != 0;
}

bool CompiledFilter::testButStatus(const EnforcementRow& row) {
    if (m_filter.event && row.event != *m_filter.event)
        return false;
    if (m_oldest != UnknownTime && row.created < m_oldest)
        return false;
    if (m_filter.to != UnknownTime && row.created >= m_filter.to)
        return false;
    return testRef(m_rules, m_filter.rule, row.ruleRef) && testRef(m_triggers, m_filter.trigger, row.triggerRef);
}

bool CompiledFilter::testRef(Memo& memo, const TermFilter& terms, Symbol ref) {
    if (terms.isEmpty())
        return true;
    if (ref >= memo.size())
        extend(memo, m_vocabulary->refs, ref, [&terms](const QString& text) { return terms.match(text); });
    return memo[ref] != 0;
}

template<class Matches>
void CompiledFilter::extend(Memo& memo, const SymbolTable& table, Symbol upTo, Matches&& matches) {
    Q_ASSERT(upTo < table.size());
    memo.reserve(table.size());
    for (auto symbol = static_cast<Symbol>(memo.size()); symbol < table.size(); ++symbol)
        memo.push_back(matches(table.text(symbol)) ? 1 : 0);
}

} // namespace attune::core
