// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/log/loghistory.h"

namespace attune::core {

void LogHistory::add(const QByteArray& line) {
    const std::lock_guard lock(m_mutex);
    m_lines.push_back(line);
    if (m_lines.size() > m_capacity)
        m_lines.pop_front();
}

std::vector<QByteArray> LogHistory::lines() const {
    const std::lock_guard lock(m_mutex);
    return {m_lines.begin(), m_lines.end()};
}

} // namespace attune::core
