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

void sortNewestFirst(std::vector<SortItem>& items) {
    if (std::is_sorted(items.begin(), items.end(), isNewer))
        return;
    // Arrival order is nearly the order of age: most of the time one reversal is all there is to do.
    std::reverse(items.begin(), items.end());
    if (!std::is_sorted(items.begin(), items.end(), isNewer))
        std::sort(items.begin(), items.end(), isNewer);
}

struct Keyed {
    std::uint64_t key;
    std::size_t position;
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

void stableSortByKey(std::vector<SortItem>& items) {
    std::vector<Keyed> keys;
    keys.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        keys.push_back({items[i].key, i});
    std::vector<Keyed> scratch(items.size());
    for (unsigned shift = 0; shift < 64; shift += DigitBits)
        passOver(keys, scratch, shift);
    std::vector<SortItem> sorted;
    sorted.reserve(items.size());
    for (const Keyed& key : keys)
        sorted.push_back(items[key.position]);
    items.swap(sorted);
}

} // namespace

void sortItems(std::vector<SortItem>& items, const RowOrder& order) {
    if (items.empty())
        return;
    sortNewestFirst(items);
    if (order.column() == Column::Created) {
        if (order.direction() == Qt::AscendingOrder)
            std::reverse(items.begin(), items.end());
        return;
    }
    stableSortByKey(items);
}

} // namespace attune::core
