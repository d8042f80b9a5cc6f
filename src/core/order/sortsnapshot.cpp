// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/order/sortsnapshot.h"

#include "order/stablesort.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace attune::core {

namespace {

// Signed numbers as unsigned ones in the same order, or in the reverse.
std::vector<std::uint64_t> numbersOf(const std::vector<std::int64_t>& values, bool ascending) {
    std::vector<std::uint64_t> numbers(values.size());
    std::ranges::transform(values, numbers.begin(), [ascending](std::int64_t value) {
        const auto number = static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63U);
        return ascending ? number : ~number;
    });
    return numbers;
}

// Sorts what is nearly sorted in linear time. False, with a permutation left behind, when it is not.
template<class Precedes>
bool sortNearlySorted(std::vector<std::int32_t>& rows, Precedes&& precedes) {
    std::size_t moves = 8 * rows.size();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (!precedes(rows[i], rows[i - 1]))
            continue;
        const std::int32_t row = rows[i];
        std::size_t hole = i;
        for (; hole > 0 && moves > 0 && precedes(row, rows[hole - 1]); --hole, --moves)
            rows[hole] = rows[hole - 1];
        rows[hole] = row;
        if (moves == 0)
            return false;
    }
    return true;
}

} // namespace

SortSnapshot::SortSnapshot(const RowOrder& order, bool isInOrderOfAge, std::size_t expected)
    : m_numbers(order.keys().size()), m_isInOrderOfAge(isInOrderOfAge), m_endsOldestFirst(order.endsOldestFirst()) {
    for (auto& numbers : m_numbers)
        numbers.reserve(expected);
    if (!isInOrderOfAge) {
        m_created.reserve(expected);
        m_ids.reserve(expected);
    }
}

void SortSnapshot::append(std::span<const EnforcementRow> rows, const RowOrder& order) {
    for (std::size_t key = 0; key < m_numbers.size(); ++key)
        order.parts()[key].appendNumbers(rows, m_numbers[key]);
    if (!m_isInOrderOfAge) {
        for (const EnforcementRow& row : rows) {
            m_created.push_back(row.created);
            m_ids.push_back(row.id);
        }
    }
    m_size += rows.size();
}

std::vector<std::int32_t> SortSnapshot::byAge() const {
    std::vector<std::int32_t> rows(m_size);
    std::iota(rows.begin(), rows.end(), 0);
    if (!m_isInOrderOfAge) {
        const auto isOlder = [this](std::int32_t a, std::int32_t b) {
            const auto i = static_cast<std::size_t>(a);
            const auto j = static_cast<std::size_t>(b);
            return m_created[i] != m_created[j] ? m_created[i] < m_created[j] : m_ids[i] < m_ids[j];
        };
        // The order of arrival is nearly that of age.
        if (!sortNearlySorted(rows, isOlder)) {
            stableSortBy(numbersOf(m_ids, true), rows);
            stableSortBy(numbersOf(m_created, true), rows);
        }
    }
    if (!m_endsOldestFirst)
        std::ranges::reverse(rows);
    return rows;
}

std::vector<std::int32_t> SortSnapshot::takeSorted(const std::atomic<bool>* isCancelled) {
    if (m_size == 0 || (isCancelled != nullptr && *isCancelled))
        return {};
    std::vector<std::int32_t> rows = byAge();
    m_created = {};
    m_ids = {};
    while (!m_numbers.empty() && !(isCancelled != nullptr && *isCancelled)) {
        stableSortBy(std::move(m_numbers.back()), rows, isCancelled);
        m_numbers.pop_back();
    }
    m_size = 0;
    return rows;
}

} // namespace attune::core
