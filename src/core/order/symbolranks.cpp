// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/order/symbolranks.h"

#include "attune/core/column.h"

#include <algorithm>
#include <numeric>

namespace attune::core {

namespace {

std::strong_ordering compareViews(QStringView left, QStringView right) {
    if (const int order = left.compare(right, Qt::CaseInsensitive); order != 0)
        return order <=> 0;
    return left.compare(right, Qt::CaseSensitive) <=> 0;
}

} // namespace

std::strong_ordering SymbolRanks::compareTexts(const SymbolTable& table, Symbol a, Symbol b) const {
    if (m_by == By::Pack)
        return compareViews(packOf(table.text(a)), packOf(table.text(b)));
    const auto order = compareViews(table.text(a), table.text(b));
    return order != 0 ? order : a <=> b;
}

void SymbolRanks::update(const SymbolTable& table) {
    const Symbol size = table.size();
    if (m_ranks.size() == size)
        return;
    std::vector<Symbol> sorted(size);
    std::iota(sorted.begin(), sorted.end(), Symbol{0});
    std::sort(sorted.begin(), sorted.end(),
              [this, &table](Symbol a, Symbol b) { return compareTexts(table, a, b) < 0; });
    m_ranks.resize(size);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i > 0 && compareTexts(table, sorted[i - 1], sorted[i]) != 0)
            ++rank;
        m_ranks[sorted[i]] = rank;
    }
}

std::strong_ordering SymbolRanks::compare(const SymbolTable& table, Symbol a, Symbol b) const {
    if (a == b)
        return std::strong_ordering::equal;
    if (a < m_ranks.size() && b < m_ranks.size())
        return m_ranks[a] <=> m_ranks[b];
    return compareTexts(table, a, b);
}

} // namespace attune::core
