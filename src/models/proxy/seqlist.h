// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::models {

/// Positions in a list: four bytes each, there may be a million.
using Positions = std::vector<std::uint32_t>;

/// A list of row numbers that is edited where the last edit was, or near it: a gap buffer. Editing costs the distance
/// to the last edit, so a batch at one end is O(batch) and any number of edits in one direction O(size) together. Four
/// bytes per entry: numbers count from a base that follows them.
class SeqList {
public:
    using Seq = std::int64_t;

    /// `reach` is how far an entry may lie from the base; smaller than the default only in tests.
    explicit SeqList(std::int32_t reach = INT32_MAX) : m_reach(reach) {}

    [[nodiscard]] std::size_t size() const noexcept { return m_slots.size() - gap(); }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    /// Precondition: position < size().
    [[nodiscard]] Seq at(std::size_t position) const {
        return m_base + m_slots[position < m_gapBegin ? position : position + gap()];
    }
    /// Calls `visit(position, seq)` for all, in order.
    template<class Visit>
    void forEach(Visit&& visit) const {
        for (std::size_t slot = 0; slot < m_gapBegin; ++slot)
            visit(slot, m_base + m_slots[slot]);
        for (std::size_t slot = m_gapEnd; slot < m_slots.size(); ++slot)
            visit(slot - gap(), m_base + m_slots[slot]);
    }

    /// Precondition: position <= size().
    void insert(std::size_t position, std::span<const Seq> seqs);
    /// Precondition: the range exists.
    void erase(std::size_t position, std::size_t count);
    void assign(std::span<const Seq> seqs);
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
        m_slots.swap(slots);
        m_base = other.m_base;
        m_gapBegin = m_gapEnd = count;
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
    std::size_t m_gapBegin = 0;
    std::size_t m_gapEnd = 0;
    Seq m_base = 0;
    std::int32_t m_reach;
};

} // namespace attune::models
