// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/symboltable.h"

#include "attune/core/displaytext.h"

#include <QtGlobal>

namespace attune::core {

SymbolTable::SymbolTable(std::initializer_list<std::string_view> reserved, Symbol limit) : m_limit(limit) {
    Q_ASSERT(limit <= MaxSymbols && reserved.size() < limit);
    [[maybe_unused]] const auto unknown = intern({});
    for (const std::string_view text : reserved)
        [[maybe_unused]] const auto symbol = intern(text);
}

SymbolTable::~SymbolTable() {
    for (auto& chunk : m_chunks)
        delete chunk.load(std::memory_order_relaxed);
}

std::optional<Symbol> SymbolTable::intern(std::string_view text) {
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_index.find(text); known != m_index.end())
        return known->second;
    const Symbol symbol = m_size.load(std::memory_order_relaxed);
    if (symbol >= m_limit || text.size() > MaxBytes - m_bytes)
        return std::nullopt;
    auto& chunk = m_chunks[symbol / ChunkSize];
    if (chunk.load(std::memory_order_relaxed) == nullptr)
        chunk.store(std::make_unique<Chunk>().release(), std::memory_order_release);
    Entry& added = (*chunk.load(std::memory_order_relaxed))[symbol % ChunkSize];
    added.utf8.assign(text);
    added.text = exactText(text);
    m_bytes += text.size();
    m_index.emplace(added.utf8, symbol);
    // Readers that see the new size also see the entry.
    m_size.store(symbol + 1, std::memory_order_release);
    return symbol;
}

std::optional<Symbol> SymbolTable::find(std::string_view text) const {
    const std::lock_guard lock(m_mutex);
    const auto known = m_index.find(text);
    return known == m_index.end() ? std::nullopt : std::optional(known->second);
}

const SymbolTable::Entry& SymbolTable::entry(Symbol symbol) const {
    Q_ASSERT(symbol < size());
    return (*m_chunks[symbol / ChunkSize].load(std::memory_order_acquire))[symbol % ChunkSize];
}

} // namespace attune::core
