// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>

namespace attune::core {

/// What is known about enforcements that cannot be shown yet, because their creation time, a ref or the status is
/// missing. Bounded: beyond `limit` rows the one that has waited longest is forgotten.
class IncompleteRows {
public:
    struct Entry {
        EnforcementRow row;
        std::string traceTag; // only when row.traceTag is Stored
    };

    explicit IncompleteRows(std::size_t limit) : m_limit(limit) {}

    [[nodiscard]] const Entry* find(Id id) const;
    /// Inserts or replaces; a replaced row keeps its place in the queue.
    void put(const EnforcementRow& row, const std::string& traceTag);
    void remove(Id id);
    void clear();
    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

private:
    std::list<Entry> m_entries; // oldest first
    std::unordered_map<Id, std::list<Entry>::iterator> m_byId;
    std::size_t m_limit;
};

} // namespace attune::core
