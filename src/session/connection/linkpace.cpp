// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "connection/linkpace.h"

#include <algorithm>

namespace attune::session {

void LinkPace::note(std::chrono::nanoseconds roundTrip) {
    m_last[m_next] = roundTrip;
    m_next = (m_next + 1) % Remembered;
}

std::chrono::milliseconds LinkPace::patience(std::chrono::milliseconds usual, std::chrono::nanoseconds atLeast) const {
    using std::chrono::milliseconds;
    const auto longest = std::max(atLeast, *std::max_element(m_last.begin(), m_last.end()));
    const auto needed = std::min<milliseconds>(std::chrono::ceil<milliseconds>(Factor * longest), MostPatience);
    return std::max(usual, needed);
}

} // namespace attune::session
