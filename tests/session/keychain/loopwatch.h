// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace attune::test {

/// The longest time for which the event loop of this thread stood still.
class LoopWatch {
public:
    LoopWatch() {
        m_time.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_time.restart());
            ++m_turns;
        });
        m_timer.start(5);
    }
    [[nodiscard]] std::chrono::milliseconds longest() const {
        return std::chrono::milliseconds(std::max(m_longest, m_time.elapsed()));
    }
    [[nodiscard]] int turns() const { return m_turns; }

private:
    QElapsedTimer m_time;
    QTimer m_timer;
    qint64 m_longest = 0;
    int m_turns = 0;
};

} // namespace attune::test
