// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"

#include <QAbstractSocket>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <cstddef>
#include <optional>

namespace attune::net {

/// Reads a socket on which messages follow one another at a steady pace: being woken for each costs more than the
/// message. What comes first after a silence is read at once; then the socket rests for a moment, and what comes
/// meanwhile waits in the kernel. Busy streams rest so briefly that the window of the connection stays open, and floods
/// not at all. Lives on the thread of the socket.
class ReadPacer : public QObject {
    Q_OBJECT
public:
    explicit ReadPacer(const core::Clock& clock, QObject* parent);

    /// `socket` is connected or about to be. Without a socket nothing is paced.
    void setSocket(QAbstractSocket* socket);
    /// Everything was read that there was: so many messages.
    void onRead(std::size_t messages);
    /// The message that is read now, at `now`, cannot have come earlier: what came before that was read before the
    /// rest.
    [[nodiscard]] std::chrono::nanoseconds earliestArrival(std::chrono::nanoseconds now) const;

    /// How long the socket rests after a read, for the present.
    [[nodiscard]] std::chrono::milliseconds rest() const { return m_pace; }

    /// How long the socket rests when so many messages came within `span`, of which so many bytes had waited for the
    /// end of a rest; 0 = not at all.
    [[nodiscard]] static std::chrono::milliseconds restAfter(std::size_t messages, std::chrono::nanoseconds span,
                                                             int waited = 0);

    static constexpr std::chrono::milliseconds CalmRest{100};
    static constexpr std::chrono::milliseconds BusyRest{8};
    /// A pace is told from what came within no less.
    static constexpr std::chrono::milliseconds LeastSpan{32};
    /// In a row: one alone is a busy stream that hesitated, of which the next messages would wait for the window.
    static constexpr int CalmSpans = 3;
    /// After a longer silence nothing rests.
    static constexpr std::chrono::milliseconds Silence{150};
    /// Fewer are read as they come: it costs next to nothing.
    static constexpr std::int64_t SparsePerSecond = 60;
    static constexpr std::int64_t CalmPerSecond = 1'300;
    /// Bytes within a CalmRest. More fill the window of the connection, 64 KiB at first: long messages.
    static constexpr int MuchWaiting = 60 * 1024;
    /// More must not wait in the kernel, or the sender would have to; and they come in bunches then, anyway.
    static constexpr std::int64_t FloodPerSecond = 12'000;

private:
    void onRested();
    void learnPace(std::size_t messages, std::chrono::nanoseconds now);
    [[nodiscard]] std::optional<int> waitingBytes() const;
    [[nodiscard]] bool setReading(bool reading);

    const core::Clock& m_clock;
    QPointer<QAbstractSocket> m_socket;
    QPointer<QSocketNotifier> m_notifier;
    QTimer m_rest;
    int m_waited = 0;                                       ///< bytes that were there after the last rest
    std::optional<std::chrono::nanoseconds> m_waitingSince; ///< what is read after a rest was not there before
    std::chrono::nanoseconds m_readableSince{0};            ///< the last read began later than this
    std::chrono::nanoseconds m_lastRead{std::chrono::nanoseconds::min() / 2};
    // What the pace is told from.
    std::chrono::nanoseconds m_spanBegin{std::chrono::nanoseconds::min() / 2};
    std::size_t m_messages = 0;
    int m_bytes = 0;     ///< that had waited for the end of a rest
    int m_calmSpans = 0; ///< in a row
    std::chrono::milliseconds m_pace{0};
};

} // namespace attune::net
