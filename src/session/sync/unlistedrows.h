// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementstore.h"

#include <unordered_set>
#include <vector>

namespace attune::session {

/// Rows of which only a compact notification has told, so many that they are not asked for one by one: a page of the
/// list tells a hundred.
class UnlistedRows {
public:
    [[nodiscard]] bool isEmpty() const { return m_waiting.empty(); }
    void add(core::Id id) {
        if (m_waiting.size() < Max)
            m_waiting.insert(id); // the others are found by the periodic walks
    }
    /// The list is read from now on.
    void listBegun() { m_asked.merge(m_waiting); }
    /// It has been read, and what it told is in the store: what it did not tell.
    [[nodiscard]] std::vector<core::Id> listRead(const core::EnforcementStore& store) {
        std::vector<core::Id> left;
        for (const core::Id id : m_asked) {
            if (!store.find(id))
                left.push_back(id);
        }
        m_asked.clear();
        return left;
    }
    void clear() {
        m_waiting.clear();
        m_asked.clear();
    }

    static constexpr std::size_t Max = 20'000;

private:
    std::unordered_set<core::Id> m_waiting;
    std::unordered_set<core::Id> m_asked;
};

} // namespace attune::session
