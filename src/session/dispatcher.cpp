// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dispatcher.h"

namespace attune::session {

Dispatcher::Dispatcher(core::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_queue([this] { QMetaObject::invokeMethod(this, &Dispatcher::onWake, Qt::QueuedConnection); }) {}

void Dispatcher::discard() { [[maybe_unused]] const auto dropped = m_queue.drain(); }

void Dispatcher::onWake() {
    if (m_timer)
        return;
    const auto next = m_lastFrame + FrameInterval;
    const auto now = m_clock.steady();
    if (now >= next)
        return handOver();
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(next - now);
    m_timer = m_clock.after(wait, [this] { handOver(); });
}

void Dispatcher::handOver() {
    m_timer.reset();
    m_lastFrame = m_clock.steady();
    const core::PendingUpdates pending = m_queue.drain();
    if (!pending.enforcements.isEmpty())
        Q_EMIT batchReady(pending.enforcements);
    if (!pending.executions.empty())
        Q_EMIT executionsReady(pending.executions);
    if (!pending.rules.empty())
        Q_EMIT rulesReady(pending.rules);
    if (pending.overflowed)
        Q_EMIT overflowed();
}

} // namespace attune::session
