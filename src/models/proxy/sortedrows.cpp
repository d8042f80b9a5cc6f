// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sortedrows.h"

#include <algorithm>
#include <numeric>

namespace attune::models {

namespace {

// Below this, comparing rows beats making keys.
constexpr std::size_t ManyRows = 512;

// Looking a row up costs about as much as looking at this many in passing.
constexpr std::size_t SearchCost = 64;

} // namespace

std::size_t SortedRows::lowerBound(const core::EnforcementRow& row) const {
    // What is asked for is mostly new, and the new rows are at the end.
    std::size_t high = size();
    std::size_t low = 0;
    for (std::size_t step = 1; high > 0; step *= 2) {
        const std::size_t probe = high > step ? high - step : 0;
        if (before(rowAt(probe), row)) {
            low = probe + 1;
            break;
        }
        high = probe;
    }
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (before(rowAt(middle), row))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::optional<std::size_t> SortedRows::find(Seq seq) const {
    if (m_scrambled)
        return search(seq);
    const std::size_t position = lowerBound(m_store.row(seq));
    const bool found = position < size() && seqAt(position) == seq;
    return found ? std::optional(position) : std::nullopt;
}

std::optional<std::size_t> SortedRows::search(Seq seq) const {
    std::optional<std::size_t> found;
    m_list.forEach([&found, seq](std::size_t position, Seq entry) {
        if (entry == seq)
            found = position;
    });
    return found;
}

Positions SortedRows::endsWithin(Seq begin, Seq end) const {
    const auto isWithin = [this, begin, end](std::size_t position) {
        const Seq seq = seqAt(position);
        return seq >= begin && seq < end;
    };
    std::size_t front = 0;
    while (front < size() && isWithin(front))
        ++front;
    std::size_t back = size();
    while (back > front && isWithin(back - 1))
        --back;
    Positions positions(front + size() - back);
    const auto middle = positions.begin() + static_cast<std::ptrdiff_t>(front);
    std::iota(positions.begin(), middle, 0U);
    std::iota(middle, positions.end(), static_cast<std::uint32_t>(back));
    return positions;
}

Positions SortedRows::findRange(Seq begin, Seq end, std::size_t count) const {
    // The rows that retire are the oldest: sorted by age they lie at one end.
    Positions positions = endsWithin(begin, end);
    if (positions.size() == count)
        return positions;
    positions.clear();
    if (static_cast<std::size_t>(end - begin) > size() / SearchCost) {
        m_list.forEach([&positions, begin, end](std::size_t position, Seq seq) {
            if (seq >= begin && seq < end)
                positions.push_back(static_cast<std::uint32_t>(position));
        });
        return positions;
    }
    for (Seq seq = begin; seq < end; ++seq) {
        if (const auto position = find(seq))
            positions.push_back(static_cast<std::uint32_t>(*position));
    }
    std::ranges::sort(positions);
    return positions;
}

void SortedRows::sort(std::vector<Seq>& seqs) {
    if (seqs.size() > ManyRows) {
        sortByKeys(seqs);
        return;
    }
    std::ranges::sort(seqs, [this](Seq a, Seq b) { return before(m_store.row(a), m_store.row(b)); });
}

void SortedRows::sortByKeys(std::vector<Seq>& seqs) {
    m_order.refreshRanks();
    std::vector<core::SortItem> items;
    items.reserve(seqs.size());
    const Seq base = m_store.firstSeq();
    for (const Seq seq : seqs) {
        const core::EnforcementRow& row = m_store.row(seq);
        items.push_back({m_order.key(row), row.created, row.id, static_cast<std::int32_t>(seq - base)});
    }
    std::vector<std::int32_t> rows = core::sortedRows(std::move(items), m_order);
    if (isFlipped())
        std::ranges::reverse(rows);
    std::ranges::transform(rows, seqs.begin(), [base](std::int32_t row) { return base + row; });
}

std::vector<SortedRows::Slot> SortedRows::slotsFor(const std::vector<Seq>& sorted) const {
    std::vector<Slot> slotsOfRows;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const bool atEnd = !slotsOfRows.empty() && slotsOfRows.back().position == size();
        const std::size_t position = atEnd ? size() : lowerBound(m_store.row(sorted[i]));
        if (!slotsOfRows.empty() && slotsOfRows.back().position == position)
            ++slotsOfRows.back().count;
        else
            slotsOfRows.push_back({position, i, 1});
    }
    return slotsOfRows;
}

std::optional<std::size_t> SortedRows::singleSlot(const std::vector<Seq>& sorted) const {
    const std::size_t position = lowerBound(m_store.row(sorted.front()));
    const bool single = position == size() || before(m_store.row(sorted.back()), rowAt(position));
    return single ? std::optional(position) : std::nullopt;
}

void SortedRows::insert(const std::vector<Slot>& slotsOfRows, std::span<const Seq> seqs) {
    for (auto slot = slotsOfRows.rbegin(); slot != slotsOfRows.rend(); ++slot)
        insert(slot->position, seqs.subspan(slot->first, slot->count));
}

void SortedRows::erase(const Positions& positions) {
    if (positions.empty())
        return;
    if (positions.back() - positions.front() + 1 == positions.size()) {
        m_list.erase(positions.front(), positions.size());
        return;
    }
    if (positions.size() > size() / SearchCost) {
        const std::size_t block = gather(positions, size());
        m_list.erase(block, positions.size());
        return;
    }
    for (auto position = positions.rbegin(); position != positions.rend(); ++position)
        m_list.erase(*position, 1);
}

void SortedRows::mergeTail(std::size_t count) {
    std::vector<Seq> seqs;
    seqs.reserve(size());
    m_list.forEach([&seqs](std::size_t, Seq seq) { seqs.push_back(seq); });
    std::inplace_merge(seqs.begin(), seqs.end() - static_cast<std::ptrdiff_t>(count), seqs.end(),
                       [this](Seq a, Seq b) { return before(m_store.row(a), m_store.row(b)); });
    m_list.assign(seqs);
}

std::vector<SortedRows::Seq> SortedRows::inOrderOfArrival() const {
    // This order is nearly that of age, which sorts fastest, whatever the last order was.
    std::vector<std::uint8_t> present(m_store.size());
    const Seq first = m_store.firstSeq();
    m_list.forEach([&present, first](std::size_t, Seq seq) { present[static_cast<std::size_t>(seq - first)] = 1; });
    std::vector<Seq> seqs;
    seqs.reserve(size());
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (present[i] != 0)
            seqs.push_back(first + static_cast<Seq>(i));
    }
    return seqs;
}

void SortedRows::reorder(core::RowOrder order) {
    m_order = std::move(order);
    std::vector<Seq> seqs = inOrderOfArrival();
    sortByKeys(seqs);
    m_list.assign(seqs);
}

void SortedRows::fill() {
    std::vector<Seq> seqs(m_store.size());
    std::iota(seqs.begin(), seqs.end(), m_store.firstSeq());
    sort(seqs);
    m_list.assign(seqs);
}

} // namespace attune::models
