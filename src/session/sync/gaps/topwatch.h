// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/verifiedwalk.h"

#include "attune/core/enforcementstore.h"

#include <chrono>
#include <cstddef>
#include <vector>

namespace attune::session {

/// Looks whether the list of the server still has the newest rows that are known. If it has none of them any more the
/// server was restored from a backup: nobody deletes the newest rows first. Judged by two readings, so that a list that
/// is only behind for a while takes nothing away.
class TopWatch {
public:
    struct Finding {
        bool isRestored = false;
        std::vector<core::Id> gone; ///< a few of the newest rows, worth a question each
    };

    /// A reading of the newest rows is about to be asked for; `store` may be null.
    void begin(const core::EnforcementStore* store);
    /// That reading, which was asked for at this instant of the steady clock.
    [[nodiscard]] Finding judge(const core::EnforcementStore* store, const VerifiedWalk& walk,
                                std::chrono::nanoseconds asked);

    static constexpr std::size_t Rows = 20;
    static constexpr std::size_t Many = 10;             ///< of them; a reading need not go down to all
    static constexpr std::chrono::seconds Patience{20}; ///< between the two readings

private:
    std::vector<core::Id> m_newest;
    std::vector<core::Id> m_missed; // by one reading; the next one decides
    std::chrono::nanoseconds m_missedSince{0};
};

} // namespace attune::session
