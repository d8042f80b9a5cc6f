// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/updatequeue.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace attune::session {

/// Hands over what the I/O thread queued, once per frame and only while there is something: the first change after a
/// pause at once, then at most one hand-over per FrameInterval. Lives on the GUI thread; its queue may be pushed from
/// any.
class Dispatcher : public QObject {
    Q_OBJECT
public:
    explicit Dispatcher(core::Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] core::UpdateQueue& queue() { return m_queue; }
    /// Drops everything queued so far (sign-out).
    void discard();

    static constexpr std::chrono::milliseconds FrameInterval{16};

Q_SIGNALS:
    void batchReady(const attune::core::EnforcementBatch& batch);
    void executionsReady(const std::vector<attune::core::ExecutionUpdate>& updates);
    void rulesReady(const std::vector<attune::core::RuleNotification>& updates);
    /// Updates were dropped under overload: read everything again.
    void overflowed();

private:
    void onWake();
    void handOver();

    core::Clock& m_clock;
    core::UpdateQueue m_queue;
    std::unique_ptr<core::Timer> m_timer;
    std::chrono::nanoseconds m_lastFrame{std::chrono::nanoseconds::min() / 2};
};

} // namespace attune::session
