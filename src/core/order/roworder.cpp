// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/order/roworder.h"

#include <algorithm>
#include <utility>

namespace attune::core {

SortKeys validKeys(const SortKeys& keys) {
    SortKeys valid;
    for (const SortKey& key : keys) {
        const bool isNew = std::ranges::find(valid, key.column, &SortKey::column) == valid.end();
        if (isNew && columnInfo(key.column).isSortable && valid.size() < MaxSortKeys)
            valid.push_back(key);
    }
    if (valid.empty())
        valid.emplace_back();
    return valid;
}

RowOrder::RowOrder(SortKeys keys, const Vocabulary& vocabulary) : m_keys(std::move(keys)) {
    Q_ASSERT(validKeys(m_keys) == m_keys);
    m_parts.reserve(m_keys.size());
    bool isAgeKnown = false;
    for (const SortKey& key : m_keys) {
        m_parts.emplace_back(key, vocabulary);
        const bool oldestFirst = (key.direction == Qt::AscendingOrder) == (key.column == Column::Created);
        if (!isAgeKnown && (key.column == Column::Created || key.column == Column::Age)) {
            m_endsOldestFirst = oldestFirst;
            isAgeKnown = true;
        }
    }
}

bool RowOrder::growsDownwards() const noexcept {
    return (direction() == Qt::AscendingOrder) != (column() == Column::Age);
}

void RowOrder::refreshRanks() {
    for (KeyOrder& part : m_parts)
        part.refreshRanks();
}

bool RowOrder::above(const EnforcementRow& a, const EnforcementRow& b) const {
    for (const KeyOrder& part : m_parts) {
        if (const auto order = part.compare(a, b); order != 0)
            return order < 0;
    }
    if (a.created != b.created)
        return a.created > b.created;
    return m_endsOldestFirst ? a.id < b.id : a.id > b.id;
}

bool RowOrder::dependsOn(Field fields) const noexcept {
    // Every order falls back on the creation time, which a detail may correct.
    return has(fields, Field::Created) ||
           std::ranges::any_of(m_parts, [fields](const KeyOrder& part) { return part.dependsOn(fields); });
}

bool RowOrder::hasNumbers(const EnforcementRow& row) const {
    return std::ranges::all_of(m_parts, [&row](const KeyOrder& part) { return part.hasNumber(row); });
}

} // namespace attune::core
