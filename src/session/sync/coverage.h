// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/verifiedwalk.h"

namespace attune::session {

/// Since when everything is loaded, as far as walks over the newest rows have shown. A value.
class Coverage {
public:
    /// The walk went down from the newest row. False if it proves nothing.
    bool note(const VerifiedWalk& headWalk);
    void reset() { *this = {}; }

    /// Every row created after this instant was loaded when the last walk ended; UnknownTime = nothing is known.
    [[nodiscard]] core::UtcMicros completeSince() const { return m_completeSince; }
    /// Creation time of the newest row of the last walk that proved something.
    [[nodiscard]] core::UtcMicros highWater() const { return m_highWater; }

    static constexpr core::UtcMicros BeginningOfTime = 0;

private:
    core::UtcMicros m_highWater = core::UnknownTime;
    core::UtcMicros m_completeSince = core::UnknownTime;
};

} // namespace attune::session
