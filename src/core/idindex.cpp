// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/idindex.h"

#include <bit>
#include <utility>

namespace attune::core {

namespace {

constexpr std::size_t MinCapacity = 64;

bool isTooFull(std::size_t entries, std::size_t capacity) { return entries * 8 > capacity * 5; }

} // namespace

std::size_t IdIndex::home(Id id) const noexcept {
    // Fibonacci hashing spreads the runs and strides that ids come in.
    return static_cast<std::size_t>((static_cast<std::uint64_t>(id) * 0x9E3779B97F4A7C15ULL) >> m_shift);
}

std::size_t IdIndex::slotOf(Id id) const noexcept {
    std::size_t slot = home(id);
    while (m_slots[slot] != Empty && idAt(slot) != id)
        slot = next(slot);
    return slot;
}

IdIndex::Seq IdIndex::find(Id id) const noexcept {
    if (m_size == 0)
        return NotFound;
    const std::int32_t entry = m_slots[slotOf(id)];
    return entry == Empty ? NotFound : m_base + entry;
}

void IdIndex::insert(Id id, Seq seq) {
    if (isTooFull(m_size + 1, m_slots.size()))
        rebuild(std::max(MinCapacity, m_slots.size() * 2), m_base);
    if (m_size == 0)
        m_base = seq;
    if (seq - m_base < -m_reach || seq - m_base > m_reach)
        rebuild(m_slots.size(), seq);
    m_slots[slotOf(id)] = static_cast<std::int32_t>(seq - m_base);
    ++m_size;
}

void IdIndex::remove(Id id) {
    if (m_size == 0)
        return;
    std::size_t hole = slotOf(id);
    if (m_slots[hole] == Empty)
        return;
    // Close the gap: whatever a search would no longer reach across it moves into it.
    for (std::size_t slot = next(hole); m_slots[slot] != Empty; slot = next(slot)) {
        const std::size_t mask = m_slots.size() - 1;
        if (((slot - home(idAt(slot))) & mask) >= ((slot - hole) & mask))
            m_slots[std::exchange(hole, slot)] = m_slots[slot];
    }
    m_slots[hole] = Empty;
    --m_size;
}

void IdIndex::moveDown(Seq from, Seq count) {
    for (std::int32_t& entry : m_slots) {
        if (entry != Empty && m_base + entry >= from)
            entry -= static_cast<std::int32_t>(count);
    }
}

void IdIndex::clear() {
    m_slots = {};
    m_size = 0;
    m_base = 0;
    m_shift = 64;
}

void IdIndex::rebuild(std::size_t capacity, Seq base) {
    const std::vector<std::int32_t> old = std::exchange(m_slots, std::vector<std::int32_t>(capacity, Empty));
    const Seq oldBase = std::exchange(m_base, base);
    m_shift = 64 - std::countr_zero(capacity);
    for (const std::int32_t entry : old) {
        if (entry == Empty)
            continue;
        const Seq seq = oldBase + entry;
        m_slots[slotOf(m_rows.at(seq).id)] = static_cast<std::int32_t>(seq - m_base);
    }
}

} // namespace attune::core
