// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxy>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QUrl>

#include <chrono>
#include <functional>
#include <set>

namespace attune::net {

/// Qt goes on using the addresses of a name for a minute after it has asked for them, even when nobody answers there
/// any more. This asks anew, for all connections from then on. Lives on the I/O thread; does not block it. When it is
/// destroyed it waits for the resolver, as Qt does when the program ends.
class FreshNames : public QObject {
    Q_OBJECT
public:
    /// Called on another thread; may block.
    using Lookup = std::function<void(const QString& name)>;

    explicit FreshNames(QObject* parent = nullptr, Lookup lookUp = &lookUpWithQt);

    /// Soon the addresses are fresh; unless there is no answer, when the old ones stay. Nothing for what is an address.
    void refresh(const QString& name);
    /// Calls `then` when that is done, or after Patience; at once for an address; never if `context` is gone.
    void whenFresh(const QString& name, QObject* context, std::function<void()> then);

    /// The name that has to be looked up for a connection to `target`.
    [[nodiscard]] static QString nameFor(const QUrl& target, const QNetworkProxy& proxy);

    /// What is known of a name may still be good when the resolver is slow.
    static constexpr std::chrono::milliseconds Patience{2'000};

Q_SIGNALS:
    void refreshed(const QString& name);

private:
    static void lookUpWithQt(const QString& name);

    Lookup m_lookUp;
    std::set<QString> m_underWay;
    QThreadPool m_pool; // last: its threads use the rest
};

} // namespace attune::net
