// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/rows.h"

#include <deque>
#include <unordered_map>
#include <vector>

namespace attune::sim {

/// All enforcements: found by id in constant time, walked newest first. Some 70 bytes a row.
class EnforcementTable {
public:
    static constexpr Id FirstId = 100'001;

    /// Takes the next id of the sequence; its row may follow later, as with a transaction that commits late.
    [[nodiscard]] Id reserveId();
    /// Precondition: no row has this id. Ids outside the sequence are welcome.
    Enforcement& insert(const Enforcement& row);
    [[nodiscard]] Enforcement* find(Id id);
    [[nodiscard]] const Enforcement* find(Id id) const;
    void remove(const std::vector<Id>& ids);

    [[nodiscard]] std::size_t size() const { return m_order.size(); }
    /// The row at this place of the order `created` descending. Rows of the same instant have no order of their own:
    /// `flip` turns them round.
    [[nodiscard]] const Enforcement& newest(std::size_t place, bool flip) const;
    /// Sorted by id.
    [[nodiscard]] std::vector<const Enforcement*> byId() const;

private:
    using Slot = std::uint32_t;
    static constexpr Slot NoSlot = 0xffffffffU;

    [[nodiscard]] Slot slotOf(Id id) const;
    void setSlot(Id id, Slot slot);

    std::deque<Enforcement> m_rows;        // in order of insertion; removed rows stay, unreachable
    std::vector<Slot> m_slots;             // of the ids of the sequence
    std::unordered_map<Id, Slot> m_strays; // of all other ids
    std::vector<Slot> m_order;             // `created` ascending
    Id m_nextId = FirstId;
};

} // namespace attune::sim
