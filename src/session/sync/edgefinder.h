// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/details.h"

#include <cstdint>

namespace attune::session {

/// Finds the page on which the rows created at some instant or before begin, in a list that is ordered by `created`
/// descending and can only be read by offset: from a guess in growing steps, then by halving. A pure state machine.
class EdgeFinder {
public:
    enum class State : std::uint8_t { Looking, Found, GivenUp };

    /// The rows wanted are created at `instant` or before; `guess`: the offset of one near the first of them.
    EdgeFinder(core::UtcMicros instant, std::int64_t guess) : m_instant(instant), m_row(guess) {}

    /// Any page with this row on it will do.
    [[nodiscard]] std::int64_t row() const { return m_row; }
    /// `page` is what lies at `offset`. Found: it begins above the instant, or at the top of the list, and reaches it.
    State feed(const core::EnforcementPage& page, std::int64_t offset);

    static constexpr int MaxProbes = 64;

private:
    static constexpr std::int64_t Unknown = -1;
    static constexpr std::int64_t FirstStep = 100;
    static constexpr std::int64_t MaxStep = std::int64_t{1} << 40;

    [[nodiscard]] std::int64_t nextRow();

    core::UtcMicros m_instant;
    std::int64_t m_row;
    std::int64_t m_above = Unknown; // a row known to be newer than the instant
    std::int64_t m_below = Unknown; // one known to be older, or of that instant, or beyond the end
    std::int64_t m_step = FirstStep;
    int m_probes = 0;
};

} // namespace attune::session
