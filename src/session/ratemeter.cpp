// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "ratemeter.h"

#include <algorithm>

namespace attune::session {

double RateMeter::sample(std::uint64_t total, std::chrono::nanoseconds now) {
    const Sample& newest = m_samples[(m_next + m_samples.size() - 1) % m_samples.size()];
    if (m_count == 0 || now - newest.at >= Spacing) {
        m_samples[m_next] = {total, now};
        m_next = (m_next + 1) % m_samples.size();
        m_count = std::min(m_count + 1, m_samples.size());
    }
    const Sample& oldest = m_samples[(m_next + m_samples.size() - m_count) % m_samples.size()];
    const double seconds = std::chrono::duration<double>(now - oldest.at).count();
    return seconds > 0 ? static_cast<double>(total - oldest.total) / seconds : 0;
}

} // namespace attune::session
