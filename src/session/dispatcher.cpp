// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dispatcher.h"

#include "attune/core/testing/mutants.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace attune::session {

using namespace std::chrono_literals;

namespace {

template<class T>
void append(std::vector<T>& all, std::vector<T>& more) {
    if (all.empty())
        all.swap(more);
    else
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

Dispatcher::Dispatcher(core::Clock& clock, std::size_t maxPending, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_maxPending(maxPending)
    , m_queue([this] { wake(); })
    , m_streamQueue(std::make_shared<core::UpdateQueue>([this] { wake(); }, maxPending)) {}

void Dispatcher::discard() {
    [[maybe_unused]] const auto dropped = m_queue.drain();
    m_streamQueue = std::make_shared<core::UpdateQueue>([this] { wake(); }, m_maxPending);
}

/// On any thread.
void Dispatcher::wake() {
    if (!m_isAwake.exchange(true))
        QMetaObject::invokeMethod(this, &Dispatcher::onWake, Qt::QueuedConnection);
}

void Dispatcher::onWake() {
    // In a calm stream what wakes is the reader, which keeps a pace of its own: no need to wait for the last bit of it.
    const bool isNearlyDue = m_clock.steady() >= m_lastFrame + CalmInterval - FrameInterval;
    handOverAt(isNearlyDue ? m_lastFrame : m_lastFrame + m_interval);
}

void Dispatcher::handOverAt(std::chrono::nanoseconds when) {
    const auto now = m_clock.steady();
    if (now >= when)
        return handOver();
    m_timer = m_clock.after(std::chrono::ceil<std::chrono::milliseconds>(when - now), [this] { handOver(); });
}

void Dispatcher::handOver() {
    m_timer.reset();
    if (m_queue.isEmpty() && m_streamQueue->isEmpty())
        return rest();
    const auto now = m_clock.steady();
    m_span = now - std::exchange(m_lastFrame, now);
    core::PendingUpdates pending = m_streamQueue->drain();
    core::PendingUpdates read = m_queue.drain();
    append(pending.enforcements.updates, read.enforcements.updates);
    append(pending.enforcements.removed, read.enforcements.removed);
    append(pending.executions, read.executions);
    append(pending.rules, read.rules);
    pending.overflowed = pending.overflowed || read.overflowed;
    // While a busy stream runs this thread looks by itself: being woken up costs more than looking.
    m_interval = intervalAfter(pending.size());
    if (m_calmFrames == CalmFrames)
        rest();
    else
        handOverAt(m_lastFrame + m_interval);
    hand(pending);
}

std::chrono::milliseconds Dispatcher::intervalAfter(std::size_t updates) {
    if (m_span > 2 * CalmInterval) { // the first after a pause tells nothing
        m_calmFrames = 0;
        return FrameInterval;
    }
    const auto span = std::max<std::chrono::nanoseconds>(m_span, FrameInterval);
    const auto perSecond = static_cast<std::int64_t>(updates) * std::chrono::nanoseconds(1s).count() / span.count();
    if (perSecond > CalmPerSecond) {
        m_calmFrames = 0;
        m_floodFrames = perSecond > FloodPerSecond ? std::min(m_floodFrames + 1, FloodFrames) : 0;
        return m_floodFrames == FloodFrames ? FloodInterval : FrameInterval;
    }
    m_floodFrames = 0;
    m_calmFrames = std::min(m_calmFrames + 1, CalmFrames);
    return m_calmFrames == CalmFrames ? CalmInterval : FrameInterval;
}

/// Until something is pushed.
void Dispatcher::rest() {
    m_isAwake = false;
    if (!m_queue.isEmpty() || !m_streamQueue->isEmpty())
        wake(); // pushed meanwhile
}

/// A receiver may sign out: what comes after that belongs to nobody.
void Dispatcher::hand(const core::PendingUpdates& pending) {
    const auto identity = m_streamQueue;
    if (!pending.enforcements.isEmpty())
        Q_EMIT batchReady(pending.enforcements);
    if (!pending.executions.empty() && identity == m_streamQueue)
        Q_EMIT executionsReady(pending.executions);
    if (!pending.rules.empty() && identity == m_streamQueue)
        Q_EMIT rulesReady(pending.rules);
    if (pending.overflowed && identity == m_streamQueue && !isBroken(core::Mutant::DropWithoutResync))
        Q_EMIT overflowed();
    Q_EMIT handedOver();
}

} // namespace attune::session
