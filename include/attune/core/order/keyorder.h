// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/merge.h"
#include "attune/core/order/sortkey.h"
#include "attune/core/order/symbolranks.h"

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::core {

/// The order of rows by one column. Unknown values sort after known ones whatever the direction. `Took` orders resolved
/// rows by their span and unresolved ones, the older the longer, above them, so that the order does not change as time
/// passes. A value.
class KeyOrder {
public:
    /// Precondition: the column is sortable. `vocabulary` outlives it.
    KeyOrder(SortKey key, const Vocabulary& vocabulary);

    [[nodiscard]] const SortKey& key() const noexcept { return m_key; }
    /// Less when `a` is shown above `b`.
    [[nodiscard]] std::weak_ordering compare(const EnforcementRow& a, const EnforcementRow& b) const;
    /// Fields whose change may move a row under this order.
    [[nodiscard]] bool dependsOn(Field fields) const noexcept;
    /// Call before sorting everything anew.
    void refreshRanks();
    /// False for a row whose symbol is newer than the ranks: its number says nothing.
    [[nodiscard]] bool hasNumber(const EnforcementRow& row) const;
    /// Appends the order as a number for each row: a smaller one is shown above a larger one.
    void appendNumbers(std::span<const EnforcementRow> rows, std::vector<std::uint64_t>& numbers) const;

private:
    SortKey m_key;
    const Vocabulary* m_vocabulary;
    SymbolRanks m_ranks; // of the column's own table
};

} // namespace attune::core
