// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/rows.h"

#include <cstddef>
#include <deque>

namespace attune::sim {

/// Rows with consecutive ids, of which only the newest are kept: older ones are purged, as retention does.
template<class Row>
class IdQueue {
public:
    IdQueue(Id firstId, std::size_t capacity) : m_nextId(firstId), m_capacity(capacity) {}

    /// Gives the row the next id.
    Row& add(Row row) {
        if (m_rows.size() == m_capacity)
            m_rows.pop_front();
        row.id = m_nextId++;
        m_rows.push_back(row);
        return m_rows.back();
    }
    [[nodiscard]] Row* find(Id id) {
        const Id first = m_nextId - static_cast<Id>(m_rows.size());
        return id < first || id >= m_nextId ? nullptr : &m_rows[static_cast<std::size_t>(id - first)];
    }
    [[nodiscard]] const Row* find(Id id) const { return const_cast<IdQueue*>(this)->find(id); }
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] Id nextId() const { return m_nextId; }

    /// Oldest first.
    [[nodiscard]] auto begin() const { return m_rows.begin(); }
    [[nodiscard]] auto end() const { return m_rows.end(); }
    [[nodiscard]] auto rbegin() const { return m_rows.rbegin(); }
    [[nodiscard]] auto rend() const { return m_rows.rend(); }

private:
    std::deque<Row> m_rows;
    Id m_nextId;
    std::size_t m_capacity;
};

} // namespace attune::sim
