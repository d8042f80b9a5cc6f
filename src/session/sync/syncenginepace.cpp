// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/storequery.h"
#include "sync/syncengine.h"

#include <algorithm>

// When the readers read next.
namespace attune::session {

using namespace std::chrono_literals;

bool SyncEngine::isFresh() const {
    const auto now = m_clock.steady();
    if (m_lastReconcile != core::UnknownTime && (isHeldBack() || now - m_attention.thawedAt < ReturnGrace))
        return true;
    // What was read rarely while nobody looked is being read again when somebody does.
    const bool isLenient = !m_attention.isAttended || now - m_attention.attendedSince < ReturnGrace;
    const auto headPeriod = m_degraded ? DegradedPeriod : isLenient ? UnattendedPeriod : HeadPeriod;
    const auto openPeriod = isLenient ? UnattendedPeriod : OpenPeriod;
    return m_lastReconcile != core::UnknownTime && now - m_lastHead <= 2 * headPeriod + 5s &&
           now - m_lastOpen <= 2 * openPeriod + 30s;
}

void SyncEngine::setAttended(bool attended) {
    if (std::exchange(m_attention.isAttended, attended) == attended || !attended)
        return; // what is due stays so, the next one comes later
    m_attention.attendedSince = m_clock.steady();
    makeUpForFull();
    if (!m_synced)
        return; // the others are being read
    if (m_earlyHeads == 0)
        bringForward(m_head, m_lastHead + jittered(HeadPeriod), &SyncEngine::startHead);
    bringForward(m_open, m_lastOpen + jittered(OpenPeriod), &SyncEngine::startOpen);
}

void SyncEngine::setFrozen(bool frozen) {
    if (std::exchange(m_attention.isFrozen, frozen) == frozen || frozen)
        return;
    m_attention.thawedAt = m_clock.steady();
    noteStored();
    startPostponed();
}

bool SyncEngine::postpones(Reader& reader) {
    reader.isPostponed = isHeldBack();
    if (reader.isPostponed)
        reader.timer.reset();
    return reader.isPostponed;
}

void SyncEngine::startPostponed() {
    if (std::exchange(m_head.isPostponed, false))
        startHead();
    if (std::exchange(m_open.isPostponed, false))
        startOpen();
    if (std::exchange(m_full.isPostponed, false))
        startFull();
}

core::UtcMicros SyncEngine::newestOutdated() const {
    return m_settler.isOutdated() ? m_settler.newestUnsettled() : core::UnknownTime;
}

void SyncEngine::bringForward(Reader& reader, std::chrono::nanoseconds due, void (SyncEngine::*start)()) {
    if (!reader.timer)
        return;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - m_clock.steady());
    reader.timer = m_clock.after(std::max(left, 0ms), [this, start] { (this->*start)(); });
}

std::chrono::milliseconds SyncEngine::headDelay() {
    if (m_suspected) {
        const auto due = m_lastSuspicion + SuspicionInterval - m_clock.steady();
        return std::chrono::ceil<std::chrono::milliseconds>(std::max(due, std::chrono::nanoseconds(0)));
    }
    if (m_degraded || !m_headDone || m_isHeadDue || m_deafness.isDeaf()) {
        // From one beginning to the next: on a fast stream such a walk takes seconds.
        const auto took = std::chrono::floor<std::chrono::milliseconds>(m_clock.steady() - m_headBeganAt);
        return std::max<std::chrono::milliseconds>(jittered(DegradedPeriod) - took, 1s);
    }
    if (m_earlyHeads > 0)
        return jittered(m_earlyHeads-- == 2 ? 5s : 25s); // 5 s and 30 s after the resync
    return jittered(m_attention.isAttended ? HeadPeriod : UnattendedPeriod);
}

void SyncEngine::scheduleHead() {
    m_head.timer = m_clock.after(headDelay(), [this] { startHead(); });
}

void SyncEngine::scheduleOpen() {
    m_open.timer = m_clock.after(openDelay(), [this] { startOpen(); });
}

std::chrono::milliseconds SyncEngine::openDelay() {
    if (m_synced && !m_openCycled)
        return 0ms; // there are more that were never read
    if (!m_synced)
        return jittered(DegradedPeriod);
    if (!m_attention.isAttended)
        return jittered(UnattendedPeriod);
    const core::UtcMicros old = m_clock.now() - std::chrono::microseconds(10s).count();
    const auto period = hasOpenRowOlderThan(m_store, old) ? OpenPeriodBusy : OpenPeriod;
    return jittered(std::clamp(m_openPages * OpenPagePeriod, period, OpenPeriod));
}

std::chrono::milliseconds SyncEngine::jittered(std::chrono::milliseconds period) {
    return std::chrono::milliseconds(
        static_cast<std::int64_t>(static_cast<double>(period.count()) * (0.8 + 0.4 * m_random.uniform())));
}

} // namespace attune::session
