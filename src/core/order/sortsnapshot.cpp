// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/roworder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attune::core {

namespace {

bool isNewer(const SortItem& a, const SortItem& b) {
    return a.created != b.created ? a.created > b.created : a.id > b.id;
}

// Sorts what is nearly sorted in linear time. False, with a permutation left behind, when it is not.
bool sortNearlySorted(std::vector<SortItem>& items) {
    std::size_t moves = 8 * items.size();
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (!isNewer(items[i], items[i - 1]))
            continue;
        const SortItem item = items[i];
        std::size_t hole = i;
        for (; hole > 0 && moves > 0 && isNewer(item, items[hole - 1]); --hole, --moves)
            items[hole] = items[hole - 1];
        items[hole] = item;
        if (moves == 0)
            return false;
    }
    return true;
}

void sortNewestFirst(std::vector<SortItem>& items) {
    // Arrival order is nearly the order of age.
    if (isNewer(items.back(), items.front()))
        std::reverse(items.begin(), items.end());
    if (!sortNearlySorted(items))
        std::sort(items.begin(), items.end(), isNewer);
}

struct Keyed {
    std::uint64_t key;
    std::int32_t row;
};

constexpr unsigned DigitBits = 11;
constexpr std::size_t Digits = std::size_t{1} << DigitBits;

// One stable counting pass over one digit; does nothing when all keys agree in it.
void passOver(std::vector<Keyed>& keys, std::vector<Keyed>& scratch, unsigned shift) {
    const auto digit = [shift](const Keyed& item) {
        return static_cast<std::size_t>(item.key >> shift) & (Digits - 1);
    };
    std::array<std::size_t, Digits> start{};
    for (const Keyed& item : keys)
        ++start[digit(item)];
    if (start[digit(keys.front())] == keys.size())
        return;
    std::size_t sum = 0;
    for (std::size_t& count : start)
        sum += std::exchange(count, sum);
    for (const Keyed& item : keys)
        scratch[start[digit(item)]++] = item;
    keys.swap(scratch);
}

std::vector<std::int32_t> stableSortByKey(const std::vector<SortItem>& items, const std::atomic<bool>* isCancelled) {
    std::vector<Keyed> keys;
    keys.reserve(items.size());
    for (const SortItem& item : items)
        keys.push_back({item.key, item.row});
    std::vector<Keyed> scratch(items.size());
    for (unsigned shift = 0; shift < 64 && !(isCancelled && *isCancelled); shift += DigitBits)
        passOver(keys, scratch, shift);
    std::vector<std::int32_t> rows(items.size());
    std::transform(keys.begin(), keys.end(), rows.begin(), [](const Keyed& item) { return item.row; });
    return rows;
}

} // namespace

std::vector<std::int32_t> sortedRows(std::vector<SortItem> items, const RowOrder& order,
                                     const std::atomic<bool>* isCancelled) {
    if (items.empty() || (isCancelled && *isCancelled))
        return {};
    sortNewestFirst(items);
    if (order.column() != Column::Created)
        return stableSortByKey(items, isCancelled);
    if (order.direction() == Qt::AscendingOrder)
        std::reverse(items.begin(), items.end());
    std::vector<std::int32_t> rows(items.size());
    std::transform(items.begin(), items.end(), rows.begin(), [](const SortItem& item) { return item.row; });
    return rows;
}

} // namespace attune::core
