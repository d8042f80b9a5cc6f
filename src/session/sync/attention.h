// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace attune::session {

/// What the operator makes of what is read.
struct Attention {
    bool isAttended = true; ///< somebody may be looking …
    std::chrono::nanoseconds attendedSince{std::chrono::nanoseconds::min() / 2};
    bool isFrozen = false; ///< the store is held back; it was until …
    std::chrono::nanoseconds thawedAt{std::chrono::nanoseconds::min() / 2};
};

} // namespace attune::session
