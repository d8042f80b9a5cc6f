// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/enforcementtable.h"

#include <algorithm>
#include <unordered_set>

namespace attune::sim {

namespace {

// Ties beyond this many rows keep one order; looking for their ends would cost more than it shows.
constexpr std::size_t MaxTies = 64;

} // namespace

Enforcement& EnforcementTable::insert(const Enforcement& row) {
    const auto slot = static_cast<Slot>(m_rows.size());
    m_rows.push_back(row);
    setSlot(row.id, slot);
    auto place = m_order.end();
    while (place != m_order.begin() && m_rows[*(place - 1)].created > row.created) {
        if (m_order.end() - place < 32) {
            --place;
            continue;
        }
        place = std::upper_bound(m_order.begin(), place, row.created,
                                 [this](UtcMicros time, Slot other) { return time < m_rows[other].created; });
        break;
    }
    m_order.insert(place, slot);
    return m_rows.back();
}

Enforcement* EnforcementTable::find(Id id) {
    const Slot slot = slotOf(id);
    return slot == NoSlot ? nullptr : &m_rows[slot];
}

const Enforcement* EnforcementTable::find(Id id) const {
    const Slot slot = slotOf(id);
    return slot == NoSlot ? nullptr : &m_rows[slot];
}

void EnforcementTable::remove(const std::vector<Id>& ids) {
    std::unordered_set<Slot> slots;
    for (const Id id : ids) {
        if (const Slot slot = slotOf(id); slot != NoSlot) {
            slots.insert(slot);
            setSlot(id, NoSlot);
        }
    }
    if (!slots.empty())
        std::erase_if(m_order, [&slots](Slot slot) { return slots.contains(slot); });
}

const Enforcement& EnforcementTable::newest(std::size_t place, bool flip) const {
    const std::size_t at = m_order.size() - 1 - place;
    const UtcMicros time = m_rows[m_order[at]].created;
    std::size_t low = at;
    std::size_t high = at;
    while (low > 0 && at - low < MaxTies && m_rows[m_order[low - 1]].created == time)
        --low;
    while (high + 1 < m_order.size() && high - at < MaxTies && m_rows[m_order[high + 1]].created == time)
        ++high;
    const bool turn = flip && high - low < MaxTies;
    return m_rows[m_order[turn ? low + high - at : at]];
}

std::vector<const Enforcement*> EnforcementTable::byId() const {
    std::vector<const Enforcement*> rows;
    rows.reserve(m_order.size());
    for (const Slot slot : m_order)
        rows.push_back(&m_rows[slot]);
    std::sort(rows.begin(), rows.end(), [](const Enforcement* a, const Enforcement* b) { return a->id < b->id; });
    return rows;
}

EnforcementTable::Slot EnforcementTable::slotOf(Id id) const {
    if (id >= FirstId && static_cast<std::size_t>(id - FirstId) < m_slots.size()) {
        if (const Slot slot = m_slots[static_cast<std::size_t>(id - FirstId)]; slot != NoSlot)
            return slot;
    }
    const auto stray = m_strays.find(id);
    return stray == m_strays.end() ? NoSlot : stray->second;
}

void EnforcementTable::setSlot(Id id, Slot slot) {
    const bool inSequence = id >= FirstId && id < m_nextId && !m_strays.contains(id);
    if (inSequence) {
        const auto at = static_cast<std::size_t>(id - FirstId);
        if (at >= m_slots.size())
            m_slots.resize(at + 1, NoSlot);
        m_slots[at] = slot;
    } else if (slot == NoSlot) {
        m_strays.erase(id);
    } else {
        m_strays[id] = slot;
    }
}

Id EnforcementTable::reserveId() {
    while (m_strays.contains(m_nextId))
        ++m_nextId;
    return m_nextId++;
}

} // namespace attune::sim
