// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/details.h"
#include "attune/core/enforcementstore.h"

#include <chrono>
#include <cstdint>
#include <unordered_map>

namespace attune::session {

/// Counts what reading found and no notification announced although a stream was there to do so. A row that a page
/// brings first may only have overtaken its notification, so it gets a while.
class GapCounter {
public:
    explicit GapCounter(const core::Clock& clock) : m_clock(clock) {}

    /// Rows that `store` does not know, or knows as open while they are final; those up to `since` were never read.
    void notePage(const core::EnforcementPage& page, const core::EnforcementStore& store, core::UtcMicros since);
    /// A row proved to be final that the cache believes to be open.
    void noteStale(core::Id id) { suspect(id); }
    void noteAnnounced(const core::EnforcementBatch& batch);
    /// The stream was not there after all.
    void forgive() { m_suspects.clear(); }

    [[nodiscard]] std::uint64_t count();
    /// Something may still be announced in time.
    [[nodiscard]] bool isWaiting() const { return !m_suspects.empty(); }

    static constexpr std::chrono::seconds Grace{5};

private:
    void suspect(core::Id id) { m_suspects.try_emplace(id, m_clock.steady() + Grace); }

    const core::Clock& m_clock;
    std::unordered_map<core::Id, std::chrono::nanoseconds> m_suspects; // until when they may be announced
    std::uint64_t m_count = 0;
};

} // namespace attune::session
