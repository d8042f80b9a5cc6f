// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "readpacer.h"

#include <algorithm>
#include <sys/ioctl.h>
#include <utility>

namespace attune::net {

using namespace std::chrono_literals;

ReadPacer::ReadPacer(const core::Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {
    m_rest.setSingleShot(true);
    m_rest.setTimerType(Qt::PreciseTimer);
    connect(&m_rest, &QTimer::timeout, this, &ReadPacer::onRested);
}

void ReadPacer::setSocket(QAbstractSocket* socket) { m_socket = socket; }

std::chrono::milliseconds ReadPacer::restAfter(std::size_t messages, std::chrono::nanoseconds span, int waited) {
    if (span > Silence)
        return 0ms;
    const auto within = [span](std::int64_t count, std::chrono::nanoseconds period) {
        return count * period.count() / std::max<std::int64_t>(span.count(), 1);
    };
    const auto perSecond = within(static_cast<std::int64_t>(messages), 1s);
    if (perSecond < SparsePerSecond)
        return 0ms;
    if (perSecond <= CalmPerSecond)
        return within(waited, CalmRest) < MuchWaiting ? CalmRest : BusyRest;
    return perSecond <= FloodPerSecond ? BusyRest : 0ms;
}

void ReadPacer::onRead(std::size_t messages) {
    const auto now = m_clock.steady();
    const auto since = std::exchange(m_readableSince, now);
    m_waitingSince.reset();
    learnPace(messages, now);
    m_lastRead = now;
    if (m_pace == 0ms || !setReading(false))
        return;
    m_waitingSince = since;
    m_rest.start(m_pace);
}

/// Two messages that follow one another closely tell as little of a stream as a bunch of them does.
void ReadPacer::learnPace(std::size_t messages, std::chrono::nanoseconds now) {
    if (now - m_lastRead > Silence) {
        m_pace = 0ms;
        m_messages = 0;
        m_bytes = 0;
        m_calmSpans = 0;
        m_spanBegin = now;
        return;
    }
    m_messages += messages;
    const auto span = now - m_spanBegin;
    if (span < LeastSpan)
        return;
    m_pace = restAfter(std::exchange(m_messages, 0), span, std::exchange(m_bytes, 0));
    m_spanBegin = now;
    m_calmSpans = m_pace == CalmRest ? std::min(m_calmSpans + 1, CalmSpans) : 0;
    if (m_pace == CalmRest && m_calmSpans < CalmSpans)
        m_pace = BusyRest;
}

std::chrono::nanoseconds ReadPacer::earliestArrival(std::chrono::nanoseconds now) const {
    return m_waitingSince.value_or(now);
}

void ReadPacer::onRested() {
    m_readableSince = m_clock.steady();
    const auto waiting = waitingBytes();
    m_bytes += waiting.value_or(0);
    if (waiting == 0)
        m_waitingSince.reset(); // the next message is yet to come
    (void)setReading(true);
}

std::optional<int> ReadPacer::waitingBytes() const {
    int waiting = 0;
    // One of the system's calls that have no other form.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
    if (!m_socket || ::ioctl(static_cast<int>(m_socket->socketDescriptor()), FIONREAD, &waiting) != 0)
        return std::nullopt;
    return waiting;
}

/// Qt has no way to let a socket rest but its notifier, which lies below it: below the engine of a plain one, and of
/// the plain one within an encrypted one. Reading switches it on again, so that a rest may end early.
bool ReadPacer::setReading(bool reading) {
    if (!m_notifier && m_socket) {
        const auto notifiers = m_socket->findChildren<QSocketNotifier*>();
        const auto isReader = [](const QSocketNotifier* notifier) { return notifier->type() == QSocketNotifier::Read; };
        const auto found = std::find_if(notifiers.begin(), notifiers.end(), isReader);
        if (found != notifiers.end())
            m_notifier = *found;
    }
    if (!m_notifier)
        return false;
    m_notifier->setEnabled(reading);
    return true;
}

} // namespace attune::net
