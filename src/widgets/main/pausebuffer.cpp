// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/pausebuffer.h"

#include "attune/core/merge.h"

#include <utility>

namespace attune::widgets {

namespace {

/// Joins `incoming` into `known` unless they contradict each other.
bool join(core::EnforcementUpdate& known, const core::EnforcementUpdate& incoming) {
    if (known.origin != incoming.origin)
        return false;
    core::EnforcementRow joined = known.row;
    if (core::merge(joined, incoming.row).conflicts != core::Field::None)
        return false;
    known.row = joined;
    if (!incoming.traceTag.empty())
        known.traceTag = incoming.traceTag;
    if (known.oldStatus == core::Status::Unknown)
        known.oldStatus = incoming.oldStatus;
    return true;
}

} // namespace

void PauseBuffer::hold(const core::EnforcementBatch& batch) {
    for (const core::EnforcementUpdate& update : batch.updates)
        hold(update);
    for (const core::Id id : batch.removed) {
        if (m_removed.insert(id).second)
            m_batch.removed.push_back(id);
    }
}

void PauseBuffer::hold(const core::EnforcementUpdate& update) {
    const auto latest = m_latest.find(update.row.id);
    if (latest != m_latest.end() && join(m_batch.updates[latest->second], update))
        return;
    if (m_batch.updates.size() >= m_limit) {
        m_overflowed = true;
        return;
    }
    m_latest[update.row.id] = m_batch.updates.size();
    m_batch.updates.push_back(update);
    // The time until it is painted is the operator's choice, not a measure of speed.
    m_batch.updates.back().receivedNs = 0;
}

std::int64_t PauseBuffer::held() const {
    auto count = static_cast<std::int64_t>(m_latest.size());
    for (const core::Id id : m_batch.removed)
        count += m_latest.contains(id) ? 0 : 1;
    return count;
}

core::EnforcementBatch PauseBuffer::take() {
    m_latest.clear();
    m_removed.clear();
    m_overflowed = false;
    return std::exchange(m_batch, {});
}

} // namespace attune::widgets
