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
    for (const core::Id id : batch.removed)
        holdRemoval(id);
}

void PauseBuffer::hold(const core::EnforcementUpdate& update) {
    const core::Id id = update.row.id;
    const auto removed = m_removed.find(id);
    const auto latest = m_latest.find(id);
    std::size_t index = removed == m_removed.end() ? 0 : removed->second + 1;
    if (latest != m_latest.end() && latest->second.batch >= index) {
        index = latest->second.batch;
        if (join(m_batches[index].updates[latest->second.position], update))
            return;
    }
    if (!hasRoom())
        return;
    std::vector<core::EnforcementUpdate>& updates = batch(index).updates;
    m_latest[id] = {index, updates.size()};
    updates.push_back(update);
    // The time until it is painted is the operator's choice, not a measure of speed.
    updates.back().receivedNs = 0;
}

void PauseBuffer::holdRemoval(core::Id id) {
    const auto latest = m_latest.find(id);
    const auto removed = m_removed.find(id);
    const std::size_t index = latest == m_latest.end() ? 0 : latest->second.batch;
    if ((removed != m_removed.end() && removed->second >= index) || !hasRoom())
        return;
    m_removed[id] = index;
    batch(index).removed.push_back(id);
}

bool PauseBuffer::hasRoom() {
    const bool has = m_size < m_limit;
    m_size += has ? 1 : 0;
    m_overflowed = m_overflowed || !has;
    return has;
}

core::EnforcementBatch& PauseBuffer::batch(std::size_t index) {
    if (index >= m_batches.size())
        m_batches.resize(index + 1);
    return m_batches[index];
}

std::int64_t PauseBuffer::held() const {
    auto count = static_cast<std::int64_t>(m_latest.size());
    for (const auto& [id, batch] : m_removed)
        count += m_latest.contains(id) ? 0 : 1;
    return count;
}

std::vector<core::EnforcementBatch> PauseBuffer::take() {
    m_latest.clear();
    m_removed.clear();
    m_size = 0;
    m_overflowed = false;
    return std::exchange(m_batches, {});
}

} // namespace attune::widgets
