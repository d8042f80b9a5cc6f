// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/roworder.h"

#include <algorithm>
#include <numeric>

namespace attune::core {

namespace {

std::strong_ordering compareTexts(const SymbolTable& table, Symbol a, Symbol b) {
    const QString& left = table.text(a);
    const QString& right = table.text(b);
    if (const int order = left.compare(right, Qt::CaseInsensitive); order != 0)
        return order <=> 0;
    if (const int order = left.compare(right, Qt::CaseSensitive); order != 0)
        return order <=> 0;
    return a <=> b;
}

} // namespace

void SymbolRanks::update(const SymbolTable& table) {
    const Symbol size = table.size();
    if (m_ranks.size() == size)
        return;
    std::vector<Symbol> sorted(size);
    std::iota(sorted.begin(), sorted.end(), Symbol{0});
    std::sort(sorted.begin(), sorted.end(), [&table](Symbol a, Symbol b) { return compareTexts(table, a, b) < 0; });
    m_ranks.resize(size);
    for (std::uint32_t rank = 0; rank < size; ++rank)
        m_ranks[sorted[rank]] = rank;
}

std::strong_ordering SymbolRanks::compare(const SymbolTable& table, Symbol a, Symbol b) const {
    if (a == b)
        return std::strong_ordering::equal;
    if (a < m_ranks.size() && b < m_ranks.size())
        return m_ranks[a] <=> m_ranks[b];
    return compareTexts(table, a, b);
}

} // namespace attune::core
