// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace attune::net {

/// Asks the program behind a socket to come to the front, without waiting for it. Any thread with an event loop.
class RaiseRequest : public QObject {
    Q_OBJECT
public:
    /// Calls `done` once, from the event loop: whether the other one comes. Not after destruction.
    RaiseRequest(const QString& path, std::function<void(bool)> done);

    static constexpr std::chrono::milliseconds AnswerTime{2000}; ///< for all of it

private:
    void onConnected();
    void finish(bool comes);

    QLocalSocket m_socket;
    QTimer m_patience;
    std::function<void(bool)> m_done;
};

} // namespace attune::net
