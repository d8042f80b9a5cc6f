// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace attune::widgets {

/// What arrives while the view is frozen. Updates of one enforcement are joined, so a pause of any length costs at most
/// one update per enforcement and origin, and as many more each time that one is removed and comes back. Bounded:
/// beyond the limit news is dropped and `overflowed` tells that everything must be read again.
class PauseBuffer {
public:
    static constexpr std::size_t MaxNews = 200'000; ///< updates and removals

    explicit PauseBuffer(std::size_t limit = MaxNews) : m_limit(limit) {}

    void hold(const core::EnforcementBatch& batch);
    /// Enforcements with news.
    [[nodiscard]] std::int64_t held() const;
    [[nodiscard]] bool overflowed() const { return m_overflowed; }
    /// Everything held, to be applied one after the other; leaves the buffer empty. Of one enforcement the order of
    /// arrival is kept: of a row that was removed and came back, what came later is in a later batch, because in the
    /// same one the removal would win.
    [[nodiscard]] std::vector<core::EnforcementBatch> take();

private:
    struct Place {
        std::size_t batch = 0;
        std::size_t position = 0; // among its updates
    };

    void hold(const core::EnforcementUpdate& update);
    void holdRemoval(core::Id id);
    [[nodiscard]] bool hasRoom();
    [[nodiscard]] core::EnforcementBatch& batch(std::size_t index);

    std::size_t m_limit;
    std::size_t m_size = 0; // updates and removals in all batches
    std::vector<core::EnforcementBatch> m_batches;
    std::unordered_map<core::Id, Place> m_latest;        // where the last update of an id is
    std::unordered_map<core::Id, std::size_t> m_removed; // in which batch it was removed last
    bool m_overflowed = false;
};

} // namespace attune::widgets
