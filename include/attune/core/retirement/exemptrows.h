// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/chunkeddeque.h"
#include "attune/core/retirement/retirement.h"

#include <cstddef>
#include <cstdint>

namespace attune::core {

/// Which rows of a store do not retire: one bit a row, so that a look at a thousand rows costs a few words. Everything
/// is O(1) but what names a range, which takes a step for each 64 rows.
class ExemptRows {
public:
    using Seq = Retirement::Seq;

    /// A row comes at either end, or becomes another.
    void set(Seq seq, bool isExempt);
    [[nodiscard]] bool contains(Seq seq) const { return (word(seq) >> bitOf(seq) & 1U) != 0; }
    /// All from `first` to `end`.
    void fill(Seq first, Seq end);
    /// Rows before `first` are gone.
    void dropBefore(Seq first);
    /// The rows are gone, and those behind them up to `end` have moved down.
    void erase(Seq first, Seq count, Seq end);
    void clear();

    /// The first exempt row in the range, else its end.
    [[nodiscard]] Seq next(Seq first, Seq end) const { return find(first, end, 0); }
    /// The first row in the range that is not exempt, else its end.
    [[nodiscard]] Seq nextOther(Seq first, Seq end) const { return find(first, end, ~Word{0}); }

    /// Which rows go when `leaving` of those from `first` to `end` have to: the oldest that are not exempt, and of the
    /// exempt ones that are older than the last of them the oldest beyond `mostKept`. Preconditions: they exist, and
    /// `leaving` + `mostKept` are not more.
    [[nodiscard]] Retirement retirement(Seq first, Seq end, Seq leaving, Seq mostKept) const;

private:
    using Word = std::uint64_t;
    static constexpr Seq Bits = 64;

    [[nodiscard]] static constexpr unsigned bitOf(Seq seq) noexcept { return static_cast<unsigned>(seq & (Bits - 1)); }
    [[nodiscard]] static constexpr Seq wordOf(Seq seq) noexcept { return seq >> 6; } // rounds down
    [[nodiscard]] const Word& word(Seq seq) const { return m_words.at(wordOf(seq) - m_offset); }
    [[nodiscard]] Word& word(Seq seq) { return m_words.at(wordOf(seq) - m_offset); }
    /// So many bits from a row on, at most up to the end of its word.
    [[nodiscard]] Word bits(Seq seq, Seq count) const;
    [[nodiscard]] Seq find(Seq first, Seq end, Word unwanted) const;
    struct Reach {
        Seq end = 0;
        Seq exempt = 0;
    };
    /// How far to look until so many can go.
    [[nodiscard]] Reach reach(Seq first, Seq end, Seq leaving, Seq mostKept) const;

    ChunkedDeque<Word, 512> m_words;
    Seq m_offset = 0; ///< number of the word that the deque calls 0
};

} // namespace attune::core
