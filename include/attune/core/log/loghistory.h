// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <deque>
#include <mutex>
#include <vector>

namespace attune::core {

/// The last lines of the log, as they were written. Any thread.
class LogHistory {
public:
    explicit LogHistory(std::size_t capacity = 500) : m_capacity(capacity) {}

    void add(const QByteArray& line);
    [[nodiscard]] std::vector<QByteArray> lines() const; ///< oldest first

private:
    std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::deque<QByteArray> m_lines;
};

} // namespace attune::core
