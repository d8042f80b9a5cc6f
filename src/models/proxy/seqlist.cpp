// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "seqlist.h"

#include <QtGlobal>

#include <algorithm>
#include <numeric>
#include <utility>

namespace attune::models {

namespace {

constexpr std::size_t MinGap = 1024;
constexpr std::size_t SizePerGap = 16; // room that most lists never need

auto iterator(std::vector<std::int32_t>& slots, std::size_t position) {
    return slots.begin() + static_cast<std::ptrdiff_t>(position);
}

std::size_t countBefore(const Positions& positions, std::size_t place) {
    return static_cast<std::size_t>(std::lower_bound(positions.begin(), positions.end(), place) - positions.begin());
}

} // namespace

void SeqList::insert(std::size_t position, std::span<const Seq> seqs) {
    if (seqs.empty())
        return;
    const auto [lowest, highest] = std::minmax_element(seqs.begin(), seqs.end());
    insertFilled(position, seqs.size(), {*lowest, *highest}, [seqs](std::span<std::int32_t> room, Seq base) {
        std::ranges::transform(seqs, room.begin(), [base](Seq seq) { return static_cast<std::int32_t>(seq - base); });
    });
}

std::span<std::int32_t> SeqList::makeRoom(std::size_t position, std::size_t count, std::pair<Seq, Seq> bounds) {
    Q_ASSERT(position <= size());
    reach(bounds.first, bounds.second);
    if (gap() < count)
        growGap(count);
    moveGap(position);
    const std::span room = std::span(m_slots).subspan(m_gapBegin, count);
    m_gapBegin += count;
    return room;
}

std::int32_t* SeqList::refill(std::size_t count, Seq base) {
    // The old entries' memory is at hand, new memory would have to be cleared.
    if (m_slots.size() <= count || m_slots.size() > count + std::max(MinGap, count / SizePerGap) * 2)
        m_slots = std::vector<std::int32_t>(count + 1);
    m_begin = 0;
    m_gapBegin = count;
    m_gapEnd = m_slots.size();
    m_base = base;
    return m_slots.data();
}

void SeqList::erase(std::size_t position, std::size_t count) {
    Q_ASSERT(position + count <= size());
    if (position == 0 && count <= m_gapBegin - m_begin) {
        m_begin += count;
        return;
    }
    moveGap(position);
    m_gapEnd += count;
}

void SeqList::assign(std::span<const Seq> seqs) {
    adopt({}, 0);
    insert(0, seqs);
}

void SeqList::adopt(std::vector<std::int32_t> slots, Seq base) {
    m_slots.swap(slots);
    m_begin = 0;
    m_gapBegin = m_gapEnd = m_slots.size();
    m_base = base;
}

void SeqList::assignRange(Seq begin, Seq end) {
    const auto count = static_cast<std::size_t>(end - begin);
    std::int32_t* slots = refill(count, begin);
    std::iota(slots, slots + count, 0);
}

std::size_t SeqList::gather(const Positions& positions, std::size_t place) {
    Q_ASSERT(place <= size());
    if (positions.empty())
        return place;
    const std::size_t begin = std::min<std::size_t>(positions.front(), place);
    const std::size_t end = std::max<std::size_t>(positions.back() + 1, place);
    if (m_gapBegin > m_begin + begin && m_gapBegin < m_begin + end)
        moveGap(end); // out of the way
    const auto part = iterator(m_slots, m_begin + begin + (m_gapBegin <= m_begin + begin ? gap() : 0));
    std::vector<std::int32_t> gathered;
    gathered.reserve(positions.size());
    for (const std::uint32_t position : positions)
        gathered.push_back(part[static_cast<std::ptrdiff_t>(position - begin)]);
    // What stays before the place closes up to the front, what stays behind it closes up to the end. Written without
    // branches: which entry stays is hard to predict.
    const std::size_t middle = countBefore(positions, place);
    std::size_t block = begin;
    for (std::size_t position = begin, leaving = 0; position < place; ++position) {
        const bool leaves = leaving < middle && positions[leaving] == position;
        part[static_cast<std::ptrdiff_t>(block - begin)] = part[static_cast<std::ptrdiff_t>(position - begin)];
        block += leaves ? 0U : 1U;
        leaving += leaves ? 1U : 0U;
    }
    std::size_t target = end;
    for (std::size_t position = end, leaving = positions.size(); position > place; --position) {
        const bool leaves = leaving > middle && positions[leaving - 1] == position - 1;
        part[static_cast<std::ptrdiff_t>(target - 1 - begin)] = part[static_cast<std::ptrdiff_t>(position - 1 - begin)];
        target -= leaves ? 0U : 1U;
        leaving -= leaves ? 1U : 0U;
    }
    std::copy(gathered.begin(), gathered.end(), part + static_cast<std::ptrdiff_t>(block - begin));
    return block;
}

void SeqList::moveDown(Seq from, Seq count) {
    const auto adjust = [this, from, count](std::size_t first, std::size_t last) {
        std::for_each(iterator(m_slots, first), iterator(m_slots, last), [this, from, count](std::int32_t& slot) {
            if (m_base + slot >= from)
                slot -= static_cast<std::int32_t>(count);
        });
    };
    adjust(m_begin, m_gapBegin);
    adjust(m_gapEnd, m_slots.size());
}

void SeqList::moveGap(std::size_t position) {
    const std::size_t slot = m_begin + position;
    if (slot < m_gapBegin) {
        std::move_backward(iterator(m_slots, slot), iterator(m_slots, m_gapBegin), iterator(m_slots, m_gapEnd));
        m_gapEnd -= m_gapBegin - slot;
    } else if (slot > m_gapBegin) {
        const std::size_t distance = slot - m_gapBegin;
        std::move(iterator(m_slots, m_gapEnd), iterator(m_slots, m_gapEnd + distance), iterator(m_slots, m_gapBegin));
        m_gapEnd += distance;
    }
    m_gapBegin = slot;
}

void SeqList::growGap(std::size_t needed) {
    const std::size_t behind = m_slots.size() - m_gapEnd;
    std::vector<std::int32_t> grown(size() + needed + std::max(MinGap, size() / SizePerGap));
    std::copy(iterator(m_slots, m_begin), iterator(m_slots, m_gapBegin), grown.begin());
    std::copy(iterator(m_slots, m_gapEnd), m_slots.end(), iterator(grown, grown.size() - behind));
    m_slots.swap(grown);
    m_gapBegin -= std::exchange(m_begin, 0);
    m_gapEnd = m_slots.size() - behind;
}

void SeqList::reach(Seq lowest, Seq highest) {
    if (!empty() && lowest - m_base >= -m_reach && highest - m_base <= m_reach)
        return;
    // Rows that live at the same time are far fewer than the reach, so the newest base suits the older entries too.
    const auto shift = m_base - lowest;
    m_base = lowest;
    for (std::int32_t& slot : m_slots)
        slot = static_cast<std::int32_t>(slot + shift);
}

} // namespace attune::models
