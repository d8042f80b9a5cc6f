// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"
#include "attune/core/expression/compiledexpression.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::core {

class EnforcementStore;

/// An EnforcementFilter memoized per distinct symbol: the text of a ref is looked at once, then a row costs a few
/// integer operations. Grows by itself when new symbols appear. Belongs to one thread; `vocabulary` outlives it.
class CompiledFilter {
public:
    /// `tags` knows the trace tags that are stored, and outlives the filter; null = they are not known.
    CompiledFilter(EnforcementFilter filter, const Vocabulary& vocabulary, const EnforcementStore* tags = nullptr);

    [[nodiscard]] const EnforcementFilter& filter() const noexcept { return m_filter; }
    [[nodiscard]] bool passesAll() const noexcept { return m_passesAll; }
    /// Sets the instant that a relative time window ends at; until then such a window bounds nothing.
    void setNow(UtcMicros now) noexcept;
    /// The earliest creation time that passes; UnknownTime when there is no bound.
    [[nodiscard]] UtcMicros oldest() const noexcept { return m_oldest; }
    [[nodiscard]] bool test(const EnforcementRow& row) { return matches(row) || isExcepted(row); }
    /// What the filter itself says, whatever is excepted.
    [[nodiscard]] bool matches(const EnforcementRow& row) {
        return m_passesAll || (testStatus(row) & testButStatus(row));
    }
    /// Of many rows at once, several times as fast: `passes` gets 1 or 0 for each of them.
    void test(std::span<const EnforcementRow> rows, std::uint8_t* passes);
    /// Rows that pass although they do not match, unless they are older than the time window. Meant for a few.
    void except(Id id) { m_exceptions.push_back(id); }
    void endException(Id id) { std::erase(m_exceptions, id); }
    void endExceptions() { m_exceptions.clear(); }
    [[nodiscard]] const std::vector<Id>& exceptions() const { return m_exceptions; }
    [[nodiscard]] bool isException(Id id) const {
        return std::find(m_exceptions.begin(), m_exceptions.end(), id) != m_exceptions.end();
    }
    /// Every field but the status, for counting what each status would show.
    [[nodiscard]] bool testButStatus(const EnforcementRow& row) {
        // No short cuts: which row passes is hard to predict, and a wrong guess of the processor costs more than a
        // test.
        const bool inTime = (row.created >= m_oldest) & (row.created < m_end);
        const bool sameEvent = (m_event == UnknownId) | (row.event == m_event);
        const bool sameRefs = testRef(m_rules, row.ruleRef) & testRef(m_triggers, row.triggerRef);
        return inTime & sameEvent & sameRefs && (m_tag.matchesAll() || testTag(row)) && m_expression.test(row);
    }

private:
    /// What is known about each symbol, 1 = matches.
    struct Memo {
        bool isOpen = true; ///< everything matches
        std::vector<std::uint8_t> matches;
    };
    [[nodiscard]] bool testStatus(const EnforcementRow& row) {
        if (m_statuses.isOpen)
            return true;
        if (row.status >= m_statuses.matches.size())
            extend();
        return m_statuses.matches[row.status] != 0;
    }
    [[nodiscard]] bool testRef(Memo& memo, Symbol ref) {
        if (memo.isOpen)
            return true;
        if (ref >= memo.matches.size())
            extend();
        return memo.matches[ref] != 0;
    }
    [[nodiscard]] bool isExcepted(const EnforcementRow& row) const {
        return !m_exceptions.empty() && row.created >= m_oldest && isException(row.id);
    }
    void testSlice(std::span<const EnforcementRow> rows, std::uint8_t* passes);
    [[nodiscard]] bool testTag(const EnforcementRow& row) const;
    void extend();

    EnforcementFilter m_filter;
    const Vocabulary* m_vocabulary;
    Memo m_statuses;
    Memo m_rules;
    Memo m_triggers;
    CompiledExpression m_expression;
    TagMatcher m_tag;
    const EnforcementStore* m_tags;
    Id m_event = UnknownId;
    UtcMicros m_oldest = UnknownTime;
    UtcMicros m_end = INT64_MAX;
    std::vector<Id> m_exceptions;
    bool m_passesAll;
};

} // namespace attune::core
