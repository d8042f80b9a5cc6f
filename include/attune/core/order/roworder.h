// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/order/keyorder.h"

#include <vector>

namespace attune::core {

/// The total order of rows under some sort keys: by each column in turn, then newest first (created, then id). Where a
/// key tells how rows of one age stand (Created, Age), the id follows its direction, so that one direction is the exact
/// reverse of the other. A value: copies sort on their own.
class RowOrder {
public:
    /// Precondition: validKeys(keys) == keys. `vocabulary` outlives it.
    RowOrder(SortKeys keys, const Vocabulary& vocabulary);
    /// By one column.
    RowOrder(Column column, Qt::SortOrder direction, const Vocabulary& vocabulary)
        : RowOrder(SortKeys{{column, direction}}, vocabulary) {}

    [[nodiscard]] const SortKeys& keys() const noexcept { return m_keys; }
    /// Of the first key.
    [[nodiscard]] Column column() const noexcept { return m_keys.front().column; }
    [[nodiscard]] Qt::SortOrder direction() const noexcept { return m_keys.front().direction; }
    /// The order of each key.
    [[nodiscard]] const std::vector<KeyOrder>& parts() const noexcept { return m_parts; }
    /// Rows that agree in all keys stand oldest first.
    [[nodiscard]] bool endsOldestFirst() const noexcept { return m_endsOldestFirst; }
    /// Under this order rows stand by age alone, newest or oldest first.
    [[nodiscard]] bool isByAge() const noexcept { return column() == Column::Created || column() == Column::Age; }
    /// What comes new belongs below what is there, or, when it does not come in the order of the keys, somewhere.
    [[nodiscard]] bool growsDownwards() const noexcept;

    /// Call before sorting everything anew.
    void refreshRanks();
    /// True when `a` is shown above `b`. A strict weak order; equal only for equal ids.
    [[nodiscard]] bool above(const EnforcementRow& a, const EnforcementRow& b) const;
    /// Fields whose change may move a row under this order.
    [[nodiscard]] bool dependsOn(Field fields) const noexcept;
    /// False for a row with a symbol that is newer than the ranks: see KeyOrder::hasNumber().
    [[nodiscard]] bool hasNumbers(const EnforcementRow& row) const;

private:
    SortKeys m_keys;
    std::vector<KeyOrder> m_parts;
    bool m_endsOldestFirst = false;
};

} // namespace attune::core
