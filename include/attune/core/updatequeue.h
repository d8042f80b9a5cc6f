// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/execution.h"
#include "attune/core/notification.h"

#include <cstddef>
#include <functional>
#include <mutex>
#include <vector>

namespace attune::core {

/// Everything that waits for the next frame of the GUI.
struct PendingUpdates {
    EnforcementBatch enforcements;
    std::vector<ExecutionUpdate> executions;
    std::vector<RuleNotification> rules;
    bool overflowed = false; ///< updates were dropped: a resync must follow

    [[nodiscard]] std::size_t size() const noexcept {
        return enforcements.updates.size() + enforcements.removed.size() + executions.size() + rules.size();
    }
    [[nodiscard]] bool isEmpty() const noexcept { return size() == 0 && !overflowed; }
};

/// The bridge between the I/O thread, which pushes, and the GUI thread, which drains once per frame. One wake-up per
/// burst: `wake` is called, on the pushing thread and without the lock, when the queue stops being empty. Bounded:
/// beyond `limit` updates everything is dropped and `overflowed` tells the reader to resync (state is a join, so only
/// lateness is lost).
class UpdateQueue {
public:
    static constexpr std::size_t MaxPending = 500'000;

    explicit UpdateQueue(std::function<void()> wake, std::size_t limit = MaxPending);

    void push(EnforcementUpdate update);
    void push(std::vector<EnforcementUpdate> updates);
    void push(ExecutionUpdate update);
    void push(RuleNotification update);
    void pushRemoved(Id id);

    /// Takes everything, leaves the queue empty.
    [[nodiscard]] PendingUpdates drain();
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::size_t limit() const { return m_limit; }

private:
    template<class Add>
    void add(std::size_t count, Add&& add);

    mutable std::mutex m_mutex;
    PendingUpdates m_pending; // guarded by m_mutex
    std::function<void()> m_wake;
    std::size_t m_limit;
};

} // namespace attune::core
