// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/updatequeue.h"

#include <iterator>
#include <utility>

namespace attune::core {

UpdateQueue::UpdateQueue(std::function<void()> wake, std::size_t limit) : m_wake(std::move(wake)), m_limit(limit) {}

template<class Add>
void UpdateQueue::add(std::size_t count, Add&& add) {
    bool wasEmpty = false;
    PendingUpdates dropped; // destroyed without the lock
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_pending.isEmpty();
        if (m_pending.size() + count > m_limit) {
            std::swap(dropped, m_pending);
            m_pending.overflowed = true;
        } else {
            add(m_pending);
        }
    }
    if (wasEmpty)
        m_wake();
}

void UpdateQueue::push(EnforcementUpdate update) {
    add(1, [&](PendingUpdates& pending) { pending.enforcements.updates.push_back(std::move(update)); });
}

void UpdateQueue::push(std::vector<EnforcementUpdate> updates) {
    if (updates.empty())
        return;
    add(updates.size(), [&](PendingUpdates& pending) {
        auto& all = pending.enforcements.updates;
        if (all.empty())
            all = std::move(updates);
        else
            all.insert(all.end(), std::make_move_iterator(updates.begin()), std::make_move_iterator(updates.end()));
    });
}

void UpdateQueue::push(ExecutionUpdate update) {
    add(1, [&](PendingUpdates& pending) { pending.executions.push_back(std::move(update)); });
}

void UpdateQueue::push(RuleNotification update) {
    add(1, [&](PendingUpdates& pending) { pending.rules.push_back(update); });
}

void UpdateQueue::pushRemoved(Id id) {
    add(1, [&](PendingUpdates& pending) { pending.enforcements.removed.push_back(id); });
}

PendingUpdates UpdateQueue::drain() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_pending, {});
}

bool UpdateQueue::isEmpty() const {
    const std::lock_guard lock(m_mutex);
    return m_pending.isEmpty();
}

} // namespace attune::core
