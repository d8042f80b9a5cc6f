// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <queue>

#include <chrono>
#include <cstdint>
#include <vector>

namespace attune::sim {

/// Something to happen later to a row.
struct Deed {
    enum class Kind : std::uint8_t {
        CommitEnforcement, ///< a transaction that took its id and instant earlier
        StartExecution,
        ResolveEnforcement,
        AdvanceExecution,
        FinishCancel,
        Retry,
    };
    Kind kind = Kind::ResolveEnforcement;
    core::Id id = 0;
    std::uint32_t rule = 0;      ///< of a late commit
    core::Id event = 0;          ///< of a late commit
    core::UtcMicros instant = 0; ///< of a late commit
};

/// Deeds by the time they are due. Those due at the same time happen in the order of their planning.
class Schedule {
public:
    using Duration = std::chrono::nanoseconds; ///< on the steady clock

    void add(Duration due, const Deed& deed) { m_entries.push({due, m_next++, deed}); }
    [[nodiscard]] bool isDue(Duration now) const { return !m_entries.empty() && m_entries.top().due <= now; }
    /// Precondition: there is one.
    [[nodiscard]] Deed take() {
        const Deed deed = m_entries.top().deed;
        m_entries.pop();
        return deed;
    }

private:
    struct Entry {
        Duration due;
        std::uint64_t order;
        Deed deed;
        [[nodiscard]] bool operator<(const Entry& other) const {
            return due != other.due ? due > other.due : order > other.order;
        }
    };
    std::priority_queue<Entry> m_entries;
    std::uint64_t m_next = 0;
};

} // namespace attune::sim
