// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/compiledfilter.h"

#include "attune/core/enforcementstore.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace attune::core {

namespace {

template<class Matches>
void extendMemo(std::vector<std::uint8_t>& memo, const SymbolTable& table, Matches&& matches) {
    const Symbol size = table.size();
    memo.reserve(size);
    for (auto symbol = static_cast<Symbol>(memo.size()); symbol < size; ++symbol)
        memo.push_back(matches(symbol) ? 1 : 0);
}

/// The processor fetches ahead by itself, but stops at the end of each page.
void prefetch(const EnforcementRow* row) {
    constexpr std::ptrdiff_t Ahead = 2048;
    __builtin_prefetch(reinterpret_cast<const char*>(row) + Ahead);
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

void CompiledFilter::test(std::span<const EnforcementRow> rows, std::uint8_t* passes) {
    std::memset(passes, 1, rows.size());
    if (m_passesAll)
        return;
    extend();                          // the rows have no symbols that are unknown from here on
    constexpr std::size_t Slice = 512; // stays in the nearest cache from pass to pass
    for (std::size_t i = 0; i < rows.size(); i += Slice)
        testSlice(rows.subspan(i, std::min(Slice, rows.size() - i)), passes + i);
    for (std::size_t i = 0; !m_exceptions.empty() && i < rows.size(); ++i)
        passes[i] = passes[i] != 0 || isExcepted(rows[i]) ? 1 : 0;
}

void CompiledFilter::testSlice(std::span<const EnforcementRow> rows, std::uint8_t* passes) {
    const auto demand = [rows, passes](auto&& holds) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            prefetch(&rows[i]);
            passes[i] = static_cast<std::uint8_t>(passes[i] & static_cast<std::uint8_t>(holds(rows[i])));
        }
    };
    // A pass for each field that matters: what does not is not looked at, and nothing in a pass is hard to predict.
    if (!m_statuses.isOpen)
        demand([matches = m_statuses.matches.data()](const EnforcementRow& row) { return matches[row.status]; });
    if (!m_rules.isOpen)
        demand([matches = m_rules.matches.data()](const EnforcementRow& row) { return matches[row.ruleRef]; });
    if (!m_triggers.isOpen)
        demand([matches = m_triggers.matches.data()](const EnforcementRow& row) { return matches[row.triggerRef]; });
    if (m_event != UnknownId)
        demand([event = m_event](const EnforcementRow& row) { return row.event == event; });
    if (m_oldest != UnknownTime || m_end != INT64_MAX) {
        demand([oldest = m_oldest, end = m_end](const EnforcementRow& row) {
            return (row.created >= oldest) & (row.created < end);
        });
    }
    if (m_tag.matchesAll() && m_expression.passesAll())
        return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (passes[i] != 0)
            passes[i] = (m_tag.matchesAll() || testTag(rows[i])) && m_expression.test(rows[i]) ? 1 : 0;
    }
}

bool CompiledFilter::testTag(const EnforcementRow& row) const {
    const bool isStored = row.traceTag == TraceTag::Stored && m_tags != nullptr;
    return m_tag.match(row, *m_vocabulary, isStored ? m_tags->storedTraceTag(row.id) : std::string_view());
}

void CompiledFilter::extend() {
    if (!m_statuses.isOpen) {
        extendMemo(m_statuses.matches, m_vocabulary->statuses,
                   [this](Symbol word) { return m_filter.statuses.contains(m_vocabulary->statuses.text(word)); });
    }
    if (!m_rules.isOpen) {
        extendMemo(m_rules.matches, m_vocabulary->refs,
                   [this](Symbol ref) { return m_filter.rule.match(m_vocabulary->filterText(ref)); });
    }
    if (!m_triggers.isOpen) {
        extendMemo(m_triggers.matches, m_vocabulary->refs,
                   [this](Symbol ref) { return m_filter.trigger.match(m_vocabulary->filterText(ref)); });
    }
}

} // namespace attune::core
