// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/order/roworder.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::core {

/// What sorting needs to know about rows: a number for each key, one column after the other, and their ages unless they
/// come in that order. Filled on the thread of the rows; sorted on any.
class SortSnapshot {
public:
    /// `isInOrderOfAge`: of the rows that will be appended each is younger than the one before, by (created, id).
    /// `expected`: about how many they will be.
    SortSnapshot(const RowOrder& order, bool isInOrderOfAge, std::size_t expected);

    /// `order` is the one the snapshot is for, with the same ranks for every call.
    void append(std::span<const EnforcementRow> rows, const RowOrder& order);
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    /// The rows by the number of their turn (0 = appended first), in the order of RowOrder::above(), and the snapshot
    /// is empty. Once `isCancelled` is set it gives up early and returns nothing of use.
    [[nodiscard]] std::vector<std::int32_t> takeSorted(const std::atomic<bool>* isCancelled = nullptr);

private:
    [[nodiscard]] std::vector<std::int32_t> byAge() const;

    std::vector<std::vector<std::uint64_t>> m_numbers; ///< by key
    std::vector<UtcMicros> m_created;                  ///< as m_ids, empty when the rows are in order of age
    std::vector<Id> m_ids;
    std::size_t m_size = 0;
    bool m_isInOrderOfAge;
    bool m_endsOldestFirst;
};

} // namespace attune::core
