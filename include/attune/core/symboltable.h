// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attune::core {

/// A short name for a text: an index into a SymbolTable. 0 always means "unknown".
using Symbol = std::uint32_t;

/// Texts that repeat for ever (refs, status words), each kept once. Append-only: a symbol stays valid as long as the
/// table. intern() may be called from any thread; reading is lock-free.
class SymbolTable {
public:
    /// `reserved` texts get the symbols 1, 2, … in order. `limit`
    /// bounds memory against a hostile server, together with MaxBytes.
    explicit SymbolTable(std::initializer_list<std::string_view> reserved = {}, Symbol limit = MaxSymbols);
    ~SymbolTable();
    SymbolTable(const SymbolTable&) = delete;
    SymbolTable& operator=(const SymbolTable&) = delete;

    /// The symbol of `text` (valid UTF-8), made if it is new. Nothing when the table is full.
    [[nodiscard]] std::optional<Symbol> intern(std::string_view text);
    [[nodiscard]] std::optional<Symbol> find(std::string_view text) const;

    /// Number of symbols, the unknown one included: valid symbols are 0 … size()-1.
    [[nodiscard]] Symbol size() const noexcept { return m_size.load(std::memory_order_acquire); }
    [[nodiscard]] std::string_view utf8(Symbol symbol) const { return entry(symbol).utf8; }
    [[nodiscard]] const QString& text(Symbol symbol) const { return entry(symbol).text; }

    static constexpr Symbol MaxSymbols = 1U << 20U;
    static constexpr std::size_t MaxBytes = std::size_t{64} * 1024 * 1024; ///< of all texts together, as UTF-8

private:
    struct Entry {
        std::string utf8;
        QString text;
    };
    static constexpr Symbol ChunkSize = 1024;
    using Chunk = std::array<Entry, ChunkSize>;

    [[nodiscard]] const Entry& entry(Symbol symbol) const;

    mutable std::mutex m_mutex;
    std::unordered_map<std::string_view, Symbol> m_index; // guarded by m_mutex; keys point into the chunks
    std::array<std::atomic<Chunk*>, MaxSymbols / ChunkSize> m_chunks{};
    std::atomic<Symbol> m_size{0};
    std::size_t m_bytes = 0; // guarded by m_mutex
    Symbol m_limit;
};

} // namespace attune::core
