// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchange.h"
#include "proxyorder.h"

#include <algorithm>
#include <span>
#include <utility>

namespace attune::models {

namespace {

bool hasMoreRuns(const Positions& positions, std::size_t than) {
    std::size_t runs = positions.empty() ? 0 : 1;
    for (std::size_t i = 1; i < positions.size() && runs <= than; ++i)
        runs += positions[i] != positions[i - 1] + 1 ? 1U : 0U;
    return runs > than;
}

} // namespace

void ProxyOrder::insert(const std::vector<Seq>& sorted) {
    if (sorted.empty())
        return;
    if (const auto position = m_rows.singleSlot(sorted)) {
        insertSlots(sorted, {{*position, 0, sorted.size()}});
        return;
    }
    const std::vector<SortedRows::Slot> slotsOfRows = m_rows.slotsFor(sorted);
    if (slotsOfRows.size() > MaxRuns)
        insertAtOnce(sorted, slotsOfRows);
    else
        insertSlots(sorted, slotsOfRows);
}

void ProxyOrder::insertSlots(const std::vector<Seq>& sorted, const std::vector<SortedRows::Slot>& slotsOfRows) {
    for (auto last = slotsOfRows.rbegin(); last != slotsOfRows.rend(); ++last) {
        const SortedRows::Slot& slot = *last;
        const std::size_t row = m_rows.isFlipped() ? m_rows.size() - slot.position : slot.position;
        m_model.beginInsertRows({}, static_cast<int>(row), static_cast<int>(row + slot.count) - 1);
        m_rows.insert(slot.position, std::span(sorted).subspan(slot.first, slot.count));
        m_model.endInsertRows();
    }
}

void ProxyOrder::insertAtOnce(const std::vector<Seq>& sorted, const std::vector<SortedRows::Slot>& slotsOfRows) {
    m_rows.setScrambled(true);
    insertSlots(sorted, {{m_rows.size(), 0, sorted.size()}});
    LayoutChange change(m_model, m_rows);
    m_rows.mergeTail(slotsOfRows);
    change.finish();
}

void ProxyOrder::remove(const Positions& positions) {
    if (hasMoreRuns(positions, MaxRuns)) {
        removeAtOnce(positions);
        return;
    }
    // From the end, so that the positions before stay true.
    for (std::size_t last = positions.size(); last > 0;) {
        std::size_t first = last - 1;
        while (first > 0 && positions[first - 1] + 1 == positions[first])
            --first;
        removeRun(positions[first], last - first);
        last = first;
    }
}

void ProxyOrder::removeRun(std::size_t position, std::size_t count) {
    const std::size_t row = m_rows.isFlipped() ? m_rows.size() - position - count : position;
    m_model.beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row + count) - 1);
    m_rows.erase(position, count);
    m_model.endRemoveRows();
}

void ProxyOrder::removeAtOnce(const Positions& positions) {
    LayoutChange change(m_model, m_rows);
    const std::size_t place = gatheringPlace(positions, change.heldPositions());
    const std::size_t block = m_rows.gather(positions, place);
    change.finish([&positions, place, block](std::size_t position) {
        const auto found = std::ranges::lower_bound(positions, position);
        const auto leavingBefore = static_cast<std::size_t>(found - positions.begin());
        if (found != positions.end() && *found == position)
            return block + leavingBefore;
        return position - leavingBefore + (position < place ? 0 : positions.size());
    });
    removeRun(block, positions.size());
    m_rows.setScrambled(false);
}

std::size_t ProxyOrder::gatheringPlace(const Positions& positions, const std::vector<std::size_t>& held) const {
    // A view whose current row leaves goes on with the next one: let that be its true neighbour. Without such a row,
    // the lowest place in the view among those of the leaving rows is the calmest one nearby.
    std::optional<std::size_t> topmost;
    for (const std::size_t position : held) {
        if (std::ranges::binary_search(positions, position))
            topmost = std::min(topmost.value_or(m_rows.size()), m_rows.mirrored(position));
    }
    const std::size_t bottom = m_rows.isFlipped() ? positions.front() : positions.back() + 1;
    return topmost ? m_rows.mirrored(*topmost) : bottom;
}

} // namespace attune::models
