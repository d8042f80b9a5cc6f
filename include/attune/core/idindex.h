// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/chunkeddeque.h"
#include "attune/core/enforcement.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::core {

/// Finds the sequence number of an id. Open addressing over 32-bit sequence numbers; the ids themselves stay in the
/// rows, which keeps a million entries in 8 MiB. O(1); growing re-inserts everything once per doubling, and so does
/// every 2^31st row, because the slots count from a base that has to follow. Entries of retired rows cost nothing when
/// the rows go: they are dead from then on, and insertions sweep them away, a few each. The rows outlive it.
class IdIndex {
public:
    using Rows = ChunkedDeque<EnforcementRow>;
    using Seq = Rows::Seq;

    /// `reach` is how far a slot can count from the base; smaller than the default only in tests.
    explicit IdIndex(const Rows& rows, std::int32_t reach = INT32_MAX) : m_rows(rows), m_reach(reach) {}

    /// The sequence number, or NotFound.
    [[nodiscard]] Seq find(Id id) const noexcept;
    /// Searches for many ids wait for memory one after the other unless it has been asked for before: first for where
    /// the search begins, a few searches later for the rows it will look at. Neither changes anything.
    void fetchSlot(Id id) const noexcept;
    void fetchRows(Id id) const noexcept;
    /// Precondition: the id is not in the index and the row `seq` already holds it.
    void insert(Id id, Seq seq);
    /// Precondition: the rows still hold what the index knows. Does nothing for an unknown id.
    void remove(Id id);
    /// The `count` oldest rows are about to leave the front of the rows.
    void noteRetired(std::size_t count) noexcept { m_dead += count; }
    /// The row is about to get another number, behind the front. Precondition: the id is in the index, and the rows
    /// still hold what it knows, but for numbers that it does not know any more.
    void renumber(Id id, Seq seq);
    /// The row is about to leave from among the others, and its number will be that of another. As renumber().
    void bury(Id id);
    /// Everything from `from` on has moved down by `count`. O(capacity), without looking at the rows.
    void moveDown(Seq from, Seq count);
    void clear();
    [[nodiscard]] std::size_t size() const noexcept { return m_used - m_dead; }
    /// Entries of retired rows that are still there.
    [[nodiscard]] std::size_t deadEntries() const noexcept { return m_dead; }

    static constexpr Seq NotFound = INT64_MAX;

private:
    [[nodiscard]] std::size_t home(Id id) const noexcept;
    [[nodiscard]] std::size_t next(std::size_t slot) const noexcept { return (slot + 1) & (m_slots.size() - 1); }
    [[nodiscard]] Id idAt(std::size_t slot) const { return m_rows.at(m_base + m_slots[slot]).id; }
    [[nodiscard]] bool isDead(std::size_t slot) const noexcept { return m_base + m_slots[slot] < m_rows.firstSeq(); }
    /// The slot that holds `id`, or the empty one where a search for it ends. Precondition: there are slots.
    [[nodiscard]] std::size_t slotOf(Id id) const noexcept;
    /// Puts an entry where a search for the id will find it.
    void place(Id id, Seq seq) noexcept;
    /// Empties the slot, and puts what follows in its run where it can still be found; dead entries stay behind.
    void vacate(std::size_t slot);
    void sweep();
    /// Of all entries from `from` on.
    void rebuild(std::size_t capacity, Seq base, Seq from);

    const Rows& m_rows;
    std::vector<std::int32_t> m_slots; // sequence numbers relative to m_base, or Empty; the size is a power of two
    std::int32_t m_reach;
    Seq m_base = 0;
    std::size_t m_used = 0; ///< slots that are not empty
    std::size_t m_dead = 0;
    std::size_t m_cursor = 0;     ///< where sweeping goes on
    std::vector<Seq> m_displaced; ///< of one run; kept for its memory
    int m_shift = 64;
    static constexpr std::int32_t Empty = INT32_MIN;
};

} // namespace attune::core
