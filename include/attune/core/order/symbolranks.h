// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/symboltable.h"

#include <compare>
#include <cstdint>
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
    /// 0 for a symbol that was not in the table at the last update().
    [[nodiscard]] std::uint32_t rank(Symbol symbol) const { return knows(symbol) ? m_ranks[symbol] : 0; }
    [[nodiscard]] bool knows(Symbol symbol) const { return symbol < m_ranks.size(); }

private:
    [[nodiscard]] std::strong_ordering compareTexts(const SymbolTable& table, Symbol a, Symbol b) const;

    By m_by;
    std::vector<std::uint32_t> m_ranks;
};

} // namespace attune::core
