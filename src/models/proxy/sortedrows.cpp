// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sortedrows.h"

#include "attune/core/order/sortsnapshot.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace attune::models {

namespace {

// Below this, comparing rows beats making keys.
constexpr std::size_t ManyRows = 512;

// Looking a row up costs about as much as looking at this many in passing.
constexpr std::size_t SearchCost = 64;

// Rows that were created at the same time come in any order, but not far from each other.
constexpr std::size_t Neighbours = 24;

} // namespace

bool SortedRows::isOrderOfArrival(const core::RowOrder& order, const core::EnforcementStore& store) {
    if (order.column() == core::Column::Id) // further keys decide nothing
        return store.arrivalOrder().isById();
    return order.isByAge() && order.keys().size() == 1 && store.arrivalOrder().isByAge();
}

template<class Precedes>
std::size_t SortedRows::partitionPoint(Precedes&& precedes) const {
    // What is asked for is mostly new, and the new rows are at the end.
    std::size_t high = size();
    std::size_t low = 0;
    for (std::size_t step = 1; high > 0; step *= 2) {
        const std::size_t probe = high > step ? high - step : 0;
        if (precedes(seqAt(probe))) {
            low = probe + 1;
            break;
        }
        high = probe;
    }
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (precedes(seqAt(middle)))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::size_t SortedRows::lowerBound(Seq seq) const {
    if (isInOrderOfArrival())
        return partitionPoint([seq](Seq other) { return other < seq; });
    const core::EnforcementRow& row = m_store.row(seq);
    return partitionPoint([this, &row](Seq other) { return before(m_store.row(other), row); });
}

std::size_t SortedRows::positionWithin(std::size_t begin, std::size_t end, Seq seq) const {
    const bool byArrival = isInOrderOfArrival();
    const core::EnforcementRow& row = m_store.row(seq);
    while (begin < end) {
        const std::size_t middle = begin + (end - begin) / 2;
        const Seq other = seqAt(middle);
        if (byArrival ? other < seq : before(m_store.row(other), row))
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

std::size_t SortedRows::lowerBoundFrom(std::size_t begin, Seq seq) const {
    for (std::size_t step = 1; begin < size(); step *= 2) {
        const std::size_t probe = std::min(begin + step, size()) - 1;
        if (positionWithin(probe, probe + 1, seq) == probe)
            return positionWithin(begin, probe, seq);
        begin = probe + 1;
    }
    return size();
}

std::optional<std::size_t> SortedRows::findAsItCame(Seq seq) const {
    if (!m_order.isByAge() || size() != m_store.size())
        return std::nullopt;
    const auto asItCame = static_cast<std::size_t>(seq - m_store.firstSeq());
    const std::size_t end = std::min(asItCame + Neighbours, size());
    for (std::size_t position = asItCame - std::min(asItCame, Neighbours); position < end; ++position) {
        if (seqAt(position) == seq)
            return position;
    }
    return std::nullopt;
}

std::optional<std::size_t> SortedRows::find(Seq seq) const {
    if (const auto position = findAsItCame(seq))
        return position;
    if (m_scrambled)
        return search(seq);
    const std::size_t position = lowerBound(seq);
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
    if (isInOrderOfArrival()) {
        const std::size_t first = lowerBound(begin);
        Positions positions(lowerBound(end) - first);
        std::iota(positions.begin(), positions.end(), static_cast<std::uint32_t>(first));
        return positions;
    }
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

Positions SortedRows::findLeaving(const core::Retirement& retirement) const {
    Positions positions;
    const auto visit = [&positions, &retirement](std::size_t position, Seq seq) {
        if (seq < retirement.end() && retirement.isLeaving(seq))
            positions.push_back(static_cast<std::uint32_t>(position));
        return seq < retirement.end();
    };
    if (isInOrderOfArrival())
        m_list.forEachWhile(visit);
    else
        m_list.forEach(visit);
    return positions;
}

void SortedRows::renumber(const core::Retirement& retirement) {
    m_list.renumber(retirement.end(), isInOrderOfArrival(),
                    [&retirement](Seq seq) { return retirement.renumbered(seq); });
}

void SortedRows::sort(std::vector<Seq>& seqs) {
    if (isInOrderOfArrival())
        std::ranges::sort(seqs);
    else if (seqs.size() > ManyRows)
        sortByKeys(seqs);
    else
        std::ranges::sort(seqs, [this](Seq a, Seq b) { return before(m_store.row(a), m_store.row(b)); });
}

void SortedRows::sortByKeys(std::vector<Seq>& seqs) {
    std::ranges::sort(seqs);
    m_order.refreshRanks();
    core::SortSnapshot snapshot(m_order, m_store.arrivalOrder().isByAge(), seqs.size());
    for (std::size_t i = 0; i < seqs.size();) {
        const std::span<const core::EnforcementRow> run = m_store.run(seqs[i]);
        std::size_t count = 1;
        while (count < run.size() && i + count < seqs.size() && seqs[i + count] == seqs[i] + static_cast<Seq>(count))
            ++count;
        snapshot.append(run.first(count), m_order);
        i += count;
    }
    std::vector<std::int32_t> turns = snapshot.takeSorted();
    if (isFlipped())
        std::ranges::reverse(turns);
    std::vector<Seq> sorted(seqs.size());
    std::ranges::transform(turns, sorted.begin(),
                           [&seqs](std::int32_t turn) { return seqs[static_cast<std::size_t>(turn)]; });
    seqs.swap(sorted);
}

std::vector<SortedRows::Slot> SortedRows::slotsFor(std::span<const Seq> sorted) const {
    std::vector<Slot> slotsOfRows;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        // They are close together as a rule.
        const bool isFirst = slotsOfRows.empty();
        const std::size_t position =
            isFirst ? lowerBound(sorted[i]) : lowerBoundFrom(slotsOfRows.back().position, sorted[i]);
        if (!isFirst && slotsOfRows.back().position == position)
            ++slotsOfRows.back().count;
        else
            slotsOfRows.push_back({position, i, 1});
    }
    return slotsOfRows;
}

std::optional<std::size_t> SortedRows::singleSlot(std::span<const Seq> sorted) const {
    const std::size_t position = lowerBound(sorted.front());
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

void SortedRows::mergeTail(const std::vector<Slot>& slotsOfRows) {
    const std::size_t begin = slotsOfRows.front().position;
    const std::size_t tail = slotsOfRows.back().first + slotsOfRows.back().count;
    const std::span<std::int32_t> part = m_list.entriesFrom(begin);
    const std::vector<std::int32_t> fresh(part.end() - static_cast<std::ptrdiff_t>(tail), part.end());
    auto known = part.end() - static_cast<std::ptrdiff_t>(tail); // those before it are yet to move up
    auto placed = part.end();
    for (auto slot = slotsOfRows.rbegin(); slot != slotsOfRows.rend(); ++slot) {
        const auto place = part.begin() + static_cast<std::ptrdiff_t>(slot->position - begin);
        placed = std::move_backward(place, std::exchange(known, place), placed);
        const auto rows = std::span(fresh).subspan(slot->first, slot->count);
        placed = std::copy_backward(rows.begin(), rows.end(), placed);
    }
}

std::vector<SortedRows::Seq> SortedRows::inOrderOfArrival() const {
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
    if (size() == m_store.size()) {
        fill();
        return;
    }
    std::vector<Seq> seqs = inOrderOfArrival();
    if (!isInOrderOfArrival())
        sortByKeys(seqs);
    m_list.assign(seqs);
}

void SortedRows::fill() {
    if (isInOrderOfArrival()) {
        m_list.assignRange(m_store.firstSeq(), m_store.endSeq());
        return;
    }
    std::vector<Seq> seqs(m_store.size());
    std::iota(seqs.begin(), seqs.end(), m_store.firstSeq());
    sort(seqs);
    m_list.assign(seqs);
}

} // namespace attune::models
