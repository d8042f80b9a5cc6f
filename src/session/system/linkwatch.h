// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <set>
#include <utility>

class QSocketNotifier;

namespace attune::session {

/// Tells when this machine got an address it could not be reached at before: an interface came up, or was given
/// another one. Asks the kernel, so that it works where no network service runs. However often something changes, at
/// most one signal per Settle.
class LinkWatch : public QObject {
    Q_OBJECT
public:
    /// The index of an interface that works, and an address of it.
    using Address = std::pair<int, QString>;
    using Addresses = std::function<std::set<Address>()>;

    /// `clock` outlives this. Without a word of the kernel (a sandbox may forbid to listen) there is no signal.
    explicit LinkWatch(core::Clock& clock, QObject* parent = nullptr, Addresses addresses = &systemAddresses);
    ~LinkWatch() override;

    /// What comes with an address, the routes above all, is there by then.
    static constexpr std::chrono::milliseconds Settle{1'000};

    /// Without those which an interface gives itself, as they lead nowhere.
    [[nodiscard]] static std::set<Address> systemAddresses();

Q_SIGNALS:
    void addressCame();

private Q_SLOTS:
    /// Something about the interfaces is no longer as it was.
    void onNews();

private:
    void listen();
    void onReadable();
    void look();
    void onSettled();

    core::Clock& m_clock;
    Addresses m_read;
    std::set<Address> m_known;
    std::unique_ptr<core::Timer> m_settle;
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_socket = -1;
    bool m_hasNews = false;
    bool m_hasCome = false;
};

} // namespace attune::session
