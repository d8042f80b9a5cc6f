// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace attune::session {

/// How much of the server a walk takes that nobody waits for.
struct Pace {
    std::chrono::milliseconds pause{0};   ///< from one page to the next; 0 = none: as fast as it goes
    int perMinute = 0;                    ///< no page while the client has asked so often in the last minute …
    std::chrono::milliseconds longest{0}; ///< … but for so long at most

    [[nodiscard]] bool isUnhurried() const { return pause.count() > 0; }
};

} // namespace attune::session
