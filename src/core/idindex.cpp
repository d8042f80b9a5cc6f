// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/idindex.h"

#include <bit>
#include <utility>

namespace attune::core {

namespace {

constexpr std::size_t MinCapacity = 64;
// One entry dies for each that is inserted, so the whole table has to be swept while a few per cent of it die.
constexpr int SweptPerInsertion = 16;
// Few searches look at more rows.
constexpr int MostFetched = 6;

bool isTooFull(std::size_t entries, std::size_t capacity) { return entries * 8 > capacity * 5; }

} // namespace

std::size_t IdIndex::home(Id id) const noexcept {
    // Fibonacci hashing spreads the runs and strides that ids come in.
    return static_cast<std::size_t>((static_cast<std::uint64_t>(id) * 0x9E3779B97F4A7C15ULL) >> m_shift);
}

std::size_t IdIndex::slotOf(Id id) const noexcept {
    std::size_t slot = home(id);
    while (m_slots[slot] != Empty && (isDead(slot) || idAt(slot) != id))
        slot = next(slot);
    return slot;
}

IdIndex::Seq IdIndex::find(Id id) const noexcept {
    if (m_used == 0)
        return NotFound;
    const std::int32_t entry = m_slots[slotOf(id)];
    return entry == Empty ? NotFound : m_base + entry;
}

void IdIndex::fetchSlot(Id id) const noexcept {
    if (m_used > 0)
        __builtin_prefetch(&m_slots[home(id)]);
}

void IdIndex::fetchRows(Id id) const noexcept {
    if (m_used == 0)
        return;
    std::size_t slot = home(id);
    for (int looked = 0; looked < MostFetched && m_slots[slot] != Empty; ++looked, slot = next(slot)) {
        if (!isDead(slot))
            __builtin_prefetch(&m_rows.at(m_base + m_slots[slot]));
    }
}

void IdIndex::insert(Id id, Seq seq) {
    // A number at the front was perhaps that of a row that has left, whose entry must not come to life again.
    if (m_dead > 0 && seq == m_rows.firstSeq())
        rebuild(m_slots.size(), m_base, seq + 1);
    if (isTooFull(m_used + 1, m_slots.size())) {
        const bool isCrowded = (m_used - m_dead) * 2 >= m_slots.size();
        rebuild(std::max(MinCapacity, isCrowded ? m_slots.size() * 2 : m_slots.size()), m_base, m_rows.firstSeq());
    }
    if (m_used == 0)
        m_base = seq;
    if (seq - m_base < -m_reach || seq - m_base > m_reach)
        rebuild(m_slots.size(), seq, m_rows.firstSeq());
    place(id, seq);
    if (m_dead > 0)
        sweep();
}

void IdIndex::place(Id id, Seq seq) noexcept {
    std::size_t slot = home(id);
    while (m_slots[slot] != Empty && !isDead(slot))
        slot = next(slot);
    if (m_slots[slot] == Empty)
        ++m_used;
    else
        --m_dead;
    m_slots[slot] = static_cast<std::int32_t>(seq - m_base);
}

void IdIndex::remove(Id id) {
    if (m_used == 0)
        return;
    const std::size_t slot = slotOf(id);
    if (m_slots[slot] != Empty)
        vacate(slot);
}

void IdIndex::vacate(std::size_t slot) {
    m_displaced.clear();
    m_slots[slot] = Empty;
    --m_used;
    for (slot = next(slot); m_slots[slot] != Empty; slot = next(slot)) {
        if (isDead(slot)) {
            --m_dead;
        } else {
            m_displaced.push_back(m_base + m_slots[slot]);
            __builtin_prefetch(&m_rows.at(m_displaced.back()));
        }
        m_slots[slot] = Empty;
        --m_used;
    }
    for (const Seq seq : m_displaced)
        place(m_rows.at(seq).id, seq);
}

void IdIndex::sweep() {
    for (int i = 0; i < SweptPerInsertion; ++i) {
        m_cursor = next(m_cursor);
        if (m_slots[m_cursor] == Empty || !isDead(m_cursor))
            continue;
        --m_dead;
        vacate(m_cursor);
    }
}

void IdIndex::renumber(Id id, Seq seq) { m_slots[slotOf(id)] = static_cast<std::int32_t>(seq - m_base); }

void IdIndex::bury(Id id) {
    m_slots[slotOf(id)] = static_cast<std::int32_t>(m_rows.firstSeq() - 1 - m_base);
    ++m_dead;
}

void IdIndex::moveDown(Seq from, Seq count) {
    for (std::int32_t& entry : m_slots) {
        if (entry != Empty && m_base + entry >= from)
            entry -= static_cast<std::int32_t>(count);
    }
}

void IdIndex::clear() {
    m_slots = {};
    m_used = m_dead = m_cursor = 0;
    m_base = 0;
    m_shift = 64;
}

void IdIndex::rebuild(std::size_t capacity, Seq base, Seq from) {
    const std::vector<std::int32_t> old = std::exchange(m_slots, std::vector<std::int32_t>(capacity, Empty));
    const Seq oldBase = std::exchange(m_base, base);
    m_shift = 64 - std::countr_zero(capacity);
    m_used = m_dead = m_cursor = 0;
    for (const std::int32_t entry : old) {
        const Seq seq = oldBase + entry;
        if (entry != Empty && seq >= from)
            place(m_rows.at(seq).id, seq);
    }
}

} // namespace attune::core
