// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace attune::core {

/// Turns SIGINT and SIGTERM into a signal of the event loop. At most one at a time.
class SignalWatcher : public QObject {
    Q_OBJECT

public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void terminationRequested();

private:
    void onActivated();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace attune::core
