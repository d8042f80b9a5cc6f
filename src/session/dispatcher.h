// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/updatequeue.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <memory>

namespace attune::session {

/// Hands over what was queued, once per frame and only while there is something: the first change after a pause at
/// once, then at most one hand-over per FrameInterval, or about one per CalmInterval while there is little. Two queues:
/// one that the readers on this thread push their pages into, and one for streams, which an I/O thread may still push
/// into while its stream is being closed; that one is replaced for every identity. Lives on the GUI thread.
class Dispatcher : public QObject {
    Q_OBJECT
public:
    /// `maxPending`: updates of streams that may wait; readers ask for no more than is taken.
    explicit Dispatcher(core::Clock& clock, std::size_t maxPending = core::UpdateQueue::MaxPending,
                        QObject* parent = nullptr);

    [[nodiscard]] core::UpdateQueue& queue() { return m_queue; }
    [[nodiscard]] const std::shared_ptr<core::UpdateQueue>& streamQueue() const { return m_streamQueue; }
    /// Drops everything queued so far, and whatever the streams opened so far will still push (sign-out).
    void discard();

    static constexpr std::chrono::milliseconds FrameInterval{33};
    /// A frame of few updates costs nearly as much as one of many, and operators leave the window open all day. Up to
    /// some 1,300 updates a second.
    static constexpr std::chrono::milliseconds CalmInterval{100};
    static constexpr std::int64_t CalmPerSecond = 1'300;
    /// In a row, of few updates: one alone is a hiccup of a busy stream.
    static constexpr int CalmFrames = 3;
    /// Each frame is another screenful then, which nobody can read, at any pace.
    static constexpr std::chrono::milliseconds FloodInterval{100};
    static constexpr std::int64_t FloodPerSecond = 12'000;
    static constexpr int FloodFrames = 3; ///< in a row: one alone makes up for a hiccup

Q_SIGNALS:
    void batchReady(const attune::core::EnforcementBatch& batch);
    void executionsReady(const std::vector<attune::core::ExecutionUpdate>& updates);
    void rulesReady(const std::vector<attune::core::RuleNotification>& updates);
    /// Updates were dropped under overload: read everything again.
    void overflowed();
    /// The last signal of a frame: the receivers have everything.
    void handedOver();

private:
    void wake();
    void onWake();
    void handOver();
    void rest();
    /// From a frame of so many updates to the next.
    [[nodiscard]] std::chrono::milliseconds intervalAfter(std::size_t updates);
    void handOverAt(std::chrono::nanoseconds when);
    void hand(const core::PendingUpdates& pending);

    core::Clock& m_clock;
    std::size_t m_maxPending;
    core::UpdateQueue m_queue;
    std::shared_ptr<core::UpdateQueue> m_streamQueue;
    std::unique_ptr<core::Timer> m_timer;
    std::atomic<bool> m_isAwake = false;                  ///< a hand-over will come: nobody needs to ask for one
    std::chrono::milliseconds m_interval = FrameInterval; ///< from the last frame to the next
    std::chrono::nanoseconds m_span{0};                   ///< from the last frame but one to the last
    int m_calmFrames = 0;                                 ///< in a row
    int m_floodFrames = 0;                                ///< in a row
    std::chrono::nanoseconds m_lastFrame{std::chrono::nanoseconds::min() / 2};
};

} // namespace attune::session
