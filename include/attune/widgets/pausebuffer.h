// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

namespace attune::widgets {

/// What arrives while the view is frozen. Updates of one enforcement are joined, so a pause of any length costs at most
/// one update per enforcement and origin. Bounded: beyond the limit news is dropped and `overflowed` tells that the
/// newest rows must be read again.
class PauseBuffer {
public:
    static constexpr std::size_t MaxUpdates = 200'000;

    explicit PauseBuffer(std::size_t limit = MaxUpdates) : m_limit(limit) {}

    void hold(const core::EnforcementBatch& batch);
    /// Enforcements with news.
    [[nodiscard]] std::int64_t held() const;
    [[nodiscard]] bool overflowed() const { return m_overflowed; }
    /// Everything held, in an order that keeps the order of arrival per enforcement; leaves the buffer empty.
    [[nodiscard]] core::EnforcementBatch take();

private:
    void hold(const core::EnforcementUpdate& update);

    std::size_t m_limit;
    core::EnforcementBatch m_batch;
    std::unordered_map<core::Id, std::size_t> m_latest; // position of the last update of an id
    std::unordered_set<core::Id> m_removed;
    bool m_overflowed = false;
};

} // namespace attune::widgets
