// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "incompleterows.h"

#include <iterator>

namespace attune::core {

const IncompleteRows::Entry* IncompleteRows::find(Id id) const {
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &*found->second;
}

void IncompleteRows::put(const EnforcementRow& row, const std::string& traceTag) {
    if (const auto found = m_byId.find(row.id); found != m_byId.end()) {
        *found->second = {row, traceTag};
        return;
    }
    m_entries.push_back({row, traceTag});
    m_byId.emplace(row.id, std::prev(m_entries.end()));
    if (m_entries.size() > m_limit)
        remove(m_entries.front().row.id);
}

void IncompleteRows::remove(Id id) {
    if (const auto found = m_byId.find(id); found != m_byId.end()) {
        m_entries.erase(found->second);
        m_byId.erase(found);
    }
}

void IncompleteRows::clear() {
    m_byId.clear();
    m_entries.clear();
}

} // namespace attune::core
