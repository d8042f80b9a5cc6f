// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"

#include <cstdint>
#include <vector>

namespace attune::core {

/// An EnforcementFilter memoized per distinct symbol: the text of a ref is looked at once, then a row costs a few
/// integer operations. Grows by itself when new symbols appear. Belongs to one thread; `vocabulary` outlives it.
class CompiledFilter {
public:
    CompiledFilter(EnforcementFilter filter, const Vocabulary& vocabulary);

    [[nodiscard]] const EnforcementFilter& filter() const noexcept { return m_filter; }
    [[nodiscard]] bool passesAll() const noexcept { return m_passesAll; }
    /// Sets the instant that a relative time window ends at; until then such a window bounds nothing.
    void setNow(UtcMicros now) noexcept;
    /// The earliest creation time that passes; UnknownTime when there is no bound.
    [[nodiscard]] UtcMicros oldest() const noexcept { return m_oldest; }
    [[nodiscard]] bool test(const EnforcementRow& row);
    /// Every field but the status, for counting what each status would show.
    [[nodiscard]] bool testButStatus(const EnforcementRow& row);

private:
    using Memo = std::vector<std::uint8_t>; // per symbol; 1 = matches
    [[nodiscard]] bool testStatus(WordCode status);
    [[nodiscard]] bool testRef(Memo& memo, const TermFilter& terms, Symbol ref);
    template<class Matches>
    static void extend(Memo& memo, const SymbolTable& table, Symbol upTo, Matches&& matches);

    EnforcementFilter m_filter;
    const Vocabulary* m_vocabulary;
    Memo m_statuses;
    Memo m_rules;
    Memo m_triggers;
    UtcMicros m_oldest = UnknownTime;
    bool m_passesAll;
};

} // namespace attune::core
