// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <algorithm>
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
    /// The same until `visit(position, seq)` returns false.
    template<class Visit>
    void forEachWhile(Visit&& visit) const {
        std::size_t slot = m_begin;
        while (slot < m_gapBegin && visit(slot - m_begin, m_base + m_slots[slot]))
            ++slot;
        if (slot < m_gapBegin)
            return;
        for (slot = m_gapEnd; slot < m_slots.size() && visit(slot - m_begin - gap(), m_base + m_slots[slot]);)
            ++slot;
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
        Q_ASSERT(&other != this);
        // Written without a branch: which entry is kept is hard to predict.
        std::int32_t* slots = refill(count, other.m_base);
        std::size_t kept = 0;
        other.forEach([&](std::size_t, Seq seq) {
            slots[kept] = static_cast<std::int32_t>(seq - other.m_base);
            kept += keep(seq) ? 1U : 0U;
        });
        Q_ASSERT(kept == count);
    }
    /// Becomes those of `begin` … `end` - 1 that `keep(seq)` chooses: `count` of them.
    template<class Keep>
    void assignRangeIf(Seq begin, Seq end, std::size_t count, Keep&& keep) {
        std::int32_t* slots = refill(count, begin);
        std::size_t kept = 0;
        for (Seq seq = begin; seq < end; ++seq) {
            slots[kept] = static_cast<std::int32_t>(seq - begin);
            kept += keep(seq) ? 1U : 0U;
        }
        Q_ASSERT(kept == count);
    }
    /// Makes room for `count` entries at `position`, between `lowest` and `highest`; `fill(entries, base)` writes them,
    /// each as the distance from the base.
    template<class Fill>
    void insertFilled(std::size_t position, std::size_t count, std::pair<Seq, Seq> bounds, Fill&& fill) {
        const std::span<std::int32_t> room = makeRoom(position, count, bounds); // may move the base
        fill(room, m_base);
    }
    /// Brings the `count` entries that `leaves(seq)` chooses together, as gather() does, in one pass over all.
    template<class Leaves>
    std::size_t gatherIf(std::size_t count, std::size_t place, Leaves&& leaves) {
        Q_ASSERT(place <= size());
        moveGap(size());
        std::int32_t* entries = m_slots.data() + m_begin;
        // Written without a branch: which entry leaves is hard to predict. What is written in vain goes where the next
        // one will be, or into the spare entry between those from before the place and those from behind it.
        std::vector<std::int32_t> leaving(count + 2);
        std::size_t block = 0;
        std::size_t front = 0;
        for (std::size_t position = 0; position < place; ++position) {
            const std::int32_t entry = entries[position];
            const bool isLeaving = leaves(m_base + entry);
            entries[block] = leaving[front] = entry;
            block += isLeaving ? 0U : 1U;
            front += isLeaving ? 1U : 0U;
        }
        std::size_t target = size();
        std::size_t back = leaving.size();
        for (std::size_t position = size(); position > place; --position) {
            const std::int32_t entry = entries[position - 1];
            const bool isLeaving = leaves(m_base + entry);
            entries[target - 1] = leaving[back - 1] = entry;
            target -= isLeaving ? 0U : 1U;
            back -= isLeaving ? 1U : 0U;
        }
        Q_ASSERT(back == front + 2);
        std::copy_n(leaving.data(), front, entries + block);
        std::copy(leaving.data() + back, leaving.data() + leaving.size(), entries + block + front);
        return block;
    }
    /// Brings the entries at these ascending positions together, at `place`: between what stood before that position
    /// and what did not. All keep their order. Returns where the first of them is now. Costs the
    /// distance between the outermost of them all.
    std::size_t gather(const Positions& positions, std::size_t place);
    /// The entries from `position` on, side by side, to be put into another order. Precondition: position <= size().
    [[nodiscard]] std::span<std::int32_t> entriesFrom(std::size_t position) {
        moveGap(size());
        return std::span(m_slots).subspan(m_begin + position, m_gapBegin - m_begin - position);
    }
    /// Every number before `end` becomes `number` of it, which is not larger than `end`. One pass over all, or, if the
    /// list `ascends`, over those.
    template<class Number>
    void renumber(Seq end, bool ascends, Number&& number) {
        const Seq below = end - m_base;
        const auto change = [&](std::size_t slot, std::size_t last) {
            for (; slot < last && (!ascends || m_slots[slot] < below); ++slot) {
                if (m_slots[slot] < below)
                    m_slots[slot] = static_cast<std::int32_t>(number(m_base + m_slots[slot]) - m_base);
            }
        };
        change(m_begin, m_gapBegin);
        change(m_gapEnd, m_slots.size());
    }
    /// Every number from `from` on goes down by `count`. O(size).
    void moveDown(Seq from, Seq count);

private:
    [[nodiscard]] std::size_t gap() const noexcept { return m_gapEnd - m_gapBegin; }
    void moveGap(std::size_t position);
    void growGap(std::size_t needed);
    void reach(Seq lowest, Seq highest);
    [[nodiscard]] std::span<std::int32_t> makeRoom(std::size_t position, std::size_t count, std::pair<Seq, Seq> bounds);
    /// For `count` entries in place of all others, and one more that may be written in vain.
    [[nodiscard]] std::int32_t* refill(std::size_t count, Seq base);

    std::vector<std::int32_t> m_slots;
    std::size_t m_begin = 0; ///< slots before it are no longer in use
    std::size_t m_gapBegin = 0;
    std::size_t m_gapEnd = 0;
    Seq m_base = 0;
    std::int32_t m_reach;
};

} // namespace attune::models
