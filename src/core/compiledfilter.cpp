// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/compiledfilter.h"

#include "attune/core/enforcementstore.h"

#include <utility>

namespace attune::core {

namespace {

template<class Matches>
void extendMemo(std::vector<std::uint8_t>& memo, const SymbolTable& table, Matches&& matches) {
    const Symbol size = table.size();
    memo.reserve(size);
    for (auto symbol = static_cast<Symbol>(memo.size()); symbol < size; ++symbol)
        memo.push_back(matches(table.text(symbol)) ? 1 : 0);
}

} // namespace

CompiledFilter::CompiledFilter(EnforcementFilter filter, const Vocabulary& vocabulary, const EnforcementStore* tags)
    : m_filter(std::move(filter))
    , m_vocabulary(&vocabulary)
    , m_expression(m_filter.expression, vocabulary, tags)
    , m_tag(m_filter.traceTag)
    , m_tags(tags)
    , m_event(m_filter.event.value_or(UnknownId))
    , m_oldest(m_filter.oldestMatching(UnknownTime))
    , m_passesAll(m_filter.isEmpty()) {
    m_statuses.isOpen = m_filter.statuses.empty();
    m_rules.isOpen = m_filter.rule.isEmpty();
    m_triggers.isOpen = m_filter.trigger.isEmpty();
    if (m_filter.to != UnknownTime)
        m_end = m_filter.to;
    extend();
}

void CompiledFilter::setNow(UtcMicros now) noexcept {
    m_oldest = m_filter.oldestMatching(now);
    m_expression.setNow(now);
}

bool CompiledFilter::testTag(const EnforcementRow& row) const {
    const bool isStored = row.traceTag == TraceTag::Stored && m_tags != nullptr;
    return m_tag.match(row, *m_vocabulary, isStored ? m_tags->storedTraceTag(row.id) : std::string_view());
}

void CompiledFilter::extend() {
    if (!m_statuses.isOpen) {
        extendMemo(m_statuses.matches, m_vocabulary->statuses,
                   [this](const QString& word) { return m_filter.statuses.contains(word); });
    }
    if (!m_rules.isOpen) {
        extendMemo(m_rules.matches, m_vocabulary->refs,
                   [this](const QString& text) { return m_filter.rule.match(text); });
    }
    if (!m_triggers.isOpen) {
        extendMemo(m_triggers.matches, m_vocabulary->refs,
                   [this](const QString& text) { return m_filter.trigger.match(text); });
    }
}

} // namespace attune::core
