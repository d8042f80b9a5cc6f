// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seqlist.h"

#include "attune/core/enforcementstore.h"
#include "attune/core/order/roworder.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace attune::models {

/// Rows of a store under one order. Positions count so that the end is where new rows go: an order that shows them on
/// top is kept upside down, and mirrored() tells positions from view rows. Knows no signals.
class SortedRows {
public:
    using Seq = core::EnforcementStore::Seq;
    /// New rows that belong at one position.
    struct Slot {
        std::size_t position = 0; ///< without the new rows
        std::size_t first = 0;    ///< into the new rows
        std::size_t count = 0;
    };

    SortedRows(const core::EnforcementStore& store, core::RowOrder order) : m_store(store), m_order(std::move(order)) {}

    [[nodiscard]] const core::RowOrder& order() const { return m_order; }
    [[nodiscard]] std::size_t size() const { return m_list.size(); }
    [[nodiscard]] Seq seqAt(std::size_t position) const { return m_list.at(position); }
    [[nodiscard]] const core::EnforcementRow& rowAt(std::size_t position) const { return m_store.row(seqAt(position)); }
    [[nodiscard]] bool isFlipped() const { return !m_order.growsDownwards(); }
    /// The rows stand as they came: nothing has to be sorted or compared.
    [[nodiscard]] bool isInOrderOfArrival() const { return isOrderOfArrival(m_order, m_store); }
    [[nodiscard]] static bool isOrderOfArrival(const core::RowOrder& order, const core::EnforcementStore& store);
    /// Position to view row and back.
    [[nodiscard]] std::size_t mirrored(std::size_t index) const { return isFlipped() ? size() - 1 - index : index; }
    /// Whether `a` stands before `b` in the list.
    [[nodiscard]] bool before(const core::EnforcementRow& a, const core::EnforcementRow& b) const {
        return isFlipped() ? m_order.above(b, a) : m_order.above(a, b);
    }
    template<class Visit>
    void forEach(Visit&& visit) const {
        m_list.forEach(std::forward<Visit>(visit));
    }
    template<class Visit>
    void forEachWhile(Visit&& visit) const {
        m_list.forEachWhile(std::forward<Visit>(visit));
    }

    /// The position of a row that is in the list; nothing for any other. O(log n), less near the end.
    [[nodiscard]] std::optional<std::size_t> find(Seq seq) const;
    /// How many rows stand before where this one belongs.
    [[nodiscard]] std::size_t lowerBound(Seq seq) const;
    /// Ascending positions of those rows in [begin, end) that are in the list: `count` of them.
    [[nodiscard]] Positions findRange(Seq begin, Seq end, std::size_t count) const;
    /// Ascending positions of those rows in the list that are about to retire.
    [[nodiscard]] Positions findLeaving(const core::Retirement& retirement) const;
    /// Brings numbers into the order of the list. Those of many rows are sorted by keys, which refreshes the ranks.
    void sort(std::vector<Seq>& seqs);
    /// Where sorted new rows belong: ascending positions.
    [[nodiscard]] std::vector<Slot> slotsFor(std::span<const Seq> sorted) const;
    /// The position that all these sorted new rows belong at, if it is the same, which takes two searches to tell.
    [[nodiscard]] std::optional<std::size_t> singleSlot(std::span<const Seq> sorted) const;

    void insert(std::size_t position, std::span<const Seq> seqs) { m_list.insert(position, seqs); }
    void insert(const std::vector<Slot>& slotsOfRows, std::span<const Seq> seqs);
    void erase(std::size_t position, std::size_t count) { m_list.erase(position, count); }
    void erase(const Positions& positions);
    /// See SeqList::gather().
    std::size_t gather(const Positions& positions, std::size_t place) { return m_list.gather(positions, place); }
    /// See SeqList::gatherIf().
    template<class Leaves>
    std::size_t gatherIf(std::size_t count, std::size_t place, Leaves&& leaves) {
        return m_list.gatherIf(count, place, std::forward<Leaves>(leaves));
    }
    /// See SeqList::insertFilled().
    template<class Fill>
    void insertFilled(std::size_t position, std::size_t count, Fill&& fill) {
        m_list.insertFilled(position, count, {m_store.firstSeq(), m_store.endSeq() - 1}, std::forward<Fill>(fill));
    }
    /// Where a row stands within a part of the list that is in order. Precondition: it stands there.
    [[nodiscard]] std::size_t positionWithin(std::size_t begin, std::size_t end, Seq seq) const;
    /// Precondition: in the order of the list.
    void assign(std::span<const Seq> seqs) { m_list.assign(seqs); }
    /// See SeqList::adopt(). Precondition: in the order of the list.
    void adopt(std::vector<std::int32_t> slots, Seq base) { m_list.adopt(std::move(slots), base); }
    /// Becomes the `count` rows of the store that `keep(seq)` chooses. Precondition: in order of arrival.
    template<class Keep>
    void assignIf(std::size_t count, Keep&& keep) {
        m_list.assignRangeIf(m_store.firstSeq(), m_store.endSeq(), count, std::forward<Keep>(keep));
    }
    /// Becomes rows of the same store with their order.
    void become(SortedRows other) {
        m_order = std::move(other.m_order);
        m_list = std::move(other.m_list);
    }
    /// Becomes the `count` rows that `keep(seq)` chooses of rows under the same order.
    template<class Keep>
    void assignFrom(const SortedRows& other, std::size_t count, Keep&& keep) {
        m_list.assignFrom(other.m_list, count, std::forward<Keep>(keep));
    }
    /// The same rows in the order of `other`, which holds them all and perhaps more; `keep(seq)` knows ours.
    template<class Keep>
    void takeOrderOf(const SortedRows& other, Keep&& keep) {
        const std::size_t count = size();
        m_order = other.m_order;
        assignFrom(other, count, std::forward<Keep>(keep));
    }
    void moveDown(Seq from, Seq count) { m_list.moveDown(from, count); }
    /// Precondition: none of those that have retired is in the list.
    void renumber(const core::Retirement& retirement);
    /// Brings the rows that were inserted at the end to their slots, which count without them. Costs the distance from
    /// the first slot to the end.
    void mergeTail(const std::vector<Slot>& slotsOfRows);
    /// While the list is not in order, find() looks at every entry.
    void setScrambled(bool scrambled) { m_scrambled = scrambled; }
    /// Another order for the same rows.
    void reorder(core::RowOrder order);
    /// Another order for a list that is about to be filled anew.
    void setOrder(core::RowOrder order) { m_order = std::move(order); }
    /// All rows of the store.
    void fill();

private:
    template<class Precedes>
    [[nodiscard]] std::size_t partitionPoint(Precedes&& precedes) const;
    /// All rows by age stand about where they came: numbers are compared there, which is far cheaper than rows. Nothing
    /// if it is not there.
    [[nodiscard]] std::optional<std::size_t> findAsItCame(Seq seq) const;
    /// lowerBound() for a row that belongs at `begin` or behind it, best not far behind.
    [[nodiscard]] std::size_t lowerBoundFrom(std::size_t begin, Seq seq) const;
    [[nodiscard]] std::optional<std::size_t> search(Seq seq) const;
    [[nodiscard]] Positions endsWithin(Seq begin, Seq end) const;
    [[nodiscard]] std::vector<Seq> inOrderOfArrival() const;
    void sortByKeys(std::vector<Seq>& seqs);

    const core::EnforcementStore& m_store;
    core::RowOrder m_order;
    SeqList m_list;
    bool m_scrambled = false;
};

} // namespace attune::models
