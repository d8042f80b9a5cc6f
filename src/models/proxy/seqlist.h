// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace attune::models {

/// Positions in a list: four bytes each, there may be a million.
using Positions = std::vector<std::uint32_t>;

/// A list of row numbers that is edited where the last edit was, or near it: a gap buffer. Editing costs the distance
/// to the last edit, so a batch at one end is O(batch) and any number of edits in one direction O(size) together.
/// Erasing from the start costs nothing, wherever the last edit was: rows come at the end and retire at the start. Four
/// bytes per entry: numbers count from a base that follows them.
class SeqList {
public:
    using Seq = std::int64_t;

    /// `reach` is how far an entry may lie from the base; smaller than the default only in tests.
    explicit SeqList(std::int32_t reach = INT32_MAX) : m_reach(reach) {}

    [[nodiscard]] std::size_t size() const noexcept { return m_slots.size() - m_begin - gap(); }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    /// Precondition: position < size().
    [[nodiscard]] Seq at(std::size_t position) const {
        const std::size_t slot = m_begin + position;
        return m_base + m_slots[slot < m_gapBegin ? slot : slot + gap()];
    }
    /// Calls `visit(position, seq)` for all, in order.
    template<class Visit>
    void forEach(Visit&& visit) const {
        for (std::size_t slot = m_begin; slot < m_gapBegin; ++slot)
            visit(slot - m_begin, m_base + m_slots[slot]);
        for (std::size_t slot = m_gapEnd; slot < m_slots.size(); ++slot)
            visit(slot - m_begin - gap(), m_base + m_slots[slot]);
    }

    /// Precondition: position <= size().
    void insert(std::size_t position, std::span<const Seq> seqs);
    /// Precondition: the range exists.
    void erase(std::size_t position, std::size_t count);
    void assign(std::span<const Seq> seqs);
    /// Becomes the entries `base` + each of `slots`.
    void adopt(std::vector<std::int32_t> slots, Seq base);
    /// Becomes `begin` … `end` - 1.
    void assignRange(Seq begin, Seq end);
    /// Becomes the `count` entries that `keep(seq)` chooses of another list, in its order.
    template<class Keep>
    void assignFrom(const SeqList& other, std::size_t count, Keep&& keep) {
        // Written without a branch: which entry is kept is hard to predict.
        std::vector<std::int32_t> slots(count + 1);
        std::size_t kept = 0;
        other.forEach([&](std::size_t, Seq seq) {
            slots[kept] = static_cast<std::int32_t>(seq - other.m_base);
            kept += keep(seq) ? 1U : 0U;
        });
        Q_ASSERT(kept == count);
        slots.pop_back();
        adopt(std::move(slots), other.m_base);
    }
    /// Becomes those of `begin` … `end` - 1 that `keep(seq)` chooses: `count` of them.
    template<class Keep>
    void assignRangeIf(Seq begin, Seq end, std::size_t count, Keep&& keep) {
        std::vector<std::int32_t> slots(count + 1);
        std::size_t kept = 0;
        for (Seq seq = begin; seq < end; ++seq) {
            slots[kept] = static_cast<std::int32_t>(seq - begin);
            kept += keep(seq) ? 1U : 0U;
        }
        Q_ASSERT(kept == count);
        slots.pop_back();
        adopt(std::move(slots), begin);
    }
    /// Brings the entries at these ascending positions together, at `place`: between what stood before that position
    /// and what did not. All keep their order. Returns where the first of them is now. Costs the
    /// distance between the outermost of them all.
    std::size_t gather(const Positions& positions, std::size_t place);
    /// Every number from `from` on goes down by `count`. O(size).
    void moveDown(Seq from, Seq count);

private:
    [[nodiscard]] std::size_t gap() const noexcept { return m_gapEnd - m_gapBegin; }
    void moveGap(std::size_t position);
    void growGap(std::size_t needed);
    void reach(std::span<const Seq> seqs);

    std::vector<std::int32_t> m_slots;
    std::size_t m_begin = 0; ///< slots before it are no longer in use
    std::size_t m_gapBegin = 0;
    std::size_t m_gapEnd = 0;
    Seq m_base = 0;
    std::int32_t m_reach;
};

} // namespace attune::models
