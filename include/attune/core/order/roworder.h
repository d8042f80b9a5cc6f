// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/core/enforcement.h"
#include "attune/core/merge.h"

#include <QtGlobal>

#include <atomic>
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::core {

/// Ranks of the symbols of a table in the order of their texts (case-insensitive, then exact), so that rows sort by ref
/// with integers. Symbols newer than the ranking compare by text.
class SymbolRanks {
public:
    /// What of the texts is compared; texts that agree in their pack have the same rank by it.
    enum class By : std::uint8_t { Text, Pack };
    explicit SymbolRanks(By by = By::Text) : m_by(by) {}

    /// Takes O(n log n) in the number of distinct texts; nothing when no text is new.
    void update(const SymbolTable& table);
    [[nodiscard]] std::strong_ordering compare(const SymbolTable& table, Symbol a, Symbol b) const;
    /// Precondition: the symbol was in the table at the last update().
    [[nodiscard]] std::uint32_t rank(Symbol symbol) const { return m_ranks[symbol]; }
    [[nodiscard]] bool knows(Symbol symbol) const { return symbol < m_ranks.size(); }

private:
    [[nodiscard]] std::strong_ordering compareTexts(const SymbolTable& table, Symbol a, Symbol b) const;

    By m_by;
    std::vector<std::uint32_t> m_ranks;
};

/// The total order of rows under one sort key: by the column, then newest first (created, then id). Under `Created` the
/// id follows the direction, so that one direction is the exact reverse of the other. Unknown values sort after known
/// ones whatever the direction. `Took` orders resolved rows by their span and unresolved ones, the older the longer,
/// above them, so that the order does not change as time passes. A value: copies sort on their own.
class RowOrder {
public:
    /// Precondition: the column is sortable.
    RowOrder(Column column, Qt::SortOrder direction, const Vocabulary& vocabulary);

    [[nodiscard]] Column column() const noexcept { return m_column; }
    [[nodiscard]] Qt::SortOrder direction() const noexcept { return m_direction; }
    /// Call before sorting everything anew.
    void refreshRanks();
    /// True when `a` is shown above `b`. A strict weak order; equal only for equal ids.
    [[nodiscard]] bool above(const EnforcementRow& a, const EnforcementRow& b) const;
    /// Fields whose change may move a row under this order.
    [[nodiscard]] bool dependsOn(Field fields) const noexcept;
    /// The column and its direction as one number: a smaller key is shown above a larger one, equal keys are told apart
    /// by age. Precondition: refreshRanks() was called since the row's symbols were interned.
    [[nodiscard]] std::uint64_t key(const EnforcementRow& row) const;
    /// False for a row whose symbol is newer than the ranks.
    [[nodiscard]] bool hasKey(const EnforcementRow& row) const;

private:
    [[nodiscard]] std::strong_ordering compareColumn(const EnforcementRow& a, const EnforcementRow& b) const;
    [[nodiscard]] bool isUnknown(const EnforcementRow& row) const noexcept;
    [[nodiscard]] std::uint64_t ascendingKey(const EnforcementRow& row) const;

    Column m_column;
    Qt::SortOrder m_direction;
    const Vocabulary* m_vocabulary;
    SymbolRanks m_ranks; // of the column's own table
};

/// What sorting needs to know about one row.
struct SortItem {
    std::uint64_t key = 0; ///< RowOrder::key()
    UtcMicros created = UnknownTime;
    Id id = UnknownId;
    std::int32_t row = 0; ///< what the caller knows the row by
};

/// The `row` of every item in the order of RowOrder::above(): sorted by age, unless the snapshot lies in that order
/// already, then by key with a radix sort that keeps the order of equals. Rows are complete. Pure, so any thread may do
/// it; once `isCancelled` is set it gives up early and returns nothing of use.
[[nodiscard]] std::vector<std::int32_t> sortedRows(std::vector<SortItem> items, const RowOrder& order,
                                                   const std::atomic<bool>* isCancelled = nullptr);

} // namespace attune::core
