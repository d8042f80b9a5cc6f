// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/core/enforcement.h"

#include <QtGlobal>

#include <compare>
#include <memory>
#include <vector>

namespace attune::core {

/// Ranks of the symbols of a table in the order of their texts (case-insensitive, then exact), so that rows sort by ref
/// with integers. Symbols newer than the ranking compare by text.
class SymbolRanks {
public:
    /// Takes O(n log n) in the number of distinct texts.
    void update(const SymbolTable& table);
    [[nodiscard]] std::strong_ordering compare(const SymbolTable& table, Symbol a, Symbol b) const;

private:
    std::vector<std::uint32_t> m_ranks;
};

/// The total order of rows under one sort key: by the column, then newest first (created, then id). Unknown values sort
/// after known ones whatever the direction. `Took` orders resolved rows by their span and unresolved ones, the older
/// the longer, above them, so that the order does not change as time passes.
class RowOrder {
public:
    RowOrder(Column column, Qt::SortOrder direction, const Vocabulary& vocabulary);

    [[nodiscard]] Column column() const noexcept { return m_column; }
    [[nodiscard]] Qt::SortOrder direction() const noexcept { return m_direction; }
    /// Call before sorting everything anew.
    void refreshRanks();
    /// True when `a` is shown above `b`. A strict weak order; equal only for equal ids.
    [[nodiscard]] bool above(const EnforcementRow& a, const EnforcementRow& b) const;
    /// Fields whose change may move a row under this order.
    [[nodiscard]] bool dependsOn(Field fields) const noexcept;

private:
    [[nodiscard]] std::strong_ordering compareColumn(const EnforcementRow& a, const EnforcementRow& b) const;
    [[nodiscard]] bool isUnknown(const EnforcementRow& row) const noexcept;

    Column m_column;
    Qt::SortOrder m_direction;
    const Vocabulary* m_vocabulary;
    SymbolRanks m_ruleRanks;
    SymbolRanks m_triggerRanks;
    SymbolRanks m_statusRanks;
    SymbolRanks m_conditionRanks;
};

} // namespace attune::core
