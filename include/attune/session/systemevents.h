// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace attune::session {

class LinkWatch;

/// Tells when connections can no longer be believed although they look alive: after the machine slept, after this
/// program was stopped for a while, and when the network came back. Asks logind and the network service where they are
/// there; sleep and stops are noticed without them, within Tick, and the kernel tells of addresses that came.
class SystemEvents : public QObject {
    Q_OBJECT
public:
    /// How long the machine has slept since it was started; grows only.
    using SleepTime = std::function<std::chrono::nanoseconds()>;

    /// `clock` outlives this.
    explicit SystemEvents(core::Clock& clock, QObject* parent = nullptr, SleepTime sleepTime = &systemSleepTime);
    ~SystemEvents() override;

    static constexpr std::chrono::seconds Tick{5};
    static constexpr std::chrono::seconds LongestPause{5}; ///< shorter ones break no connection

    [[nodiscard]] static std::chrono::nanoseconds systemSleepTime();

Q_SIGNALS:
    void resumed();
    void networkChanged();

private Q_SLOTS:
    /// logind's signal.
    void onPrepareForSleep(bool begins);

private:
    void startTick();
    void onTick();
    void watchLogind();
    void watchNetwork();

    core::Clock& m_clock;
    SleepTime m_sleepTime;
    std::unique_ptr<core::Timer> m_tick;
    std::unique_ptr<LinkWatch> m_links;
    std::chrono::nanoseconds m_expected{0}; // steady time of the next tick
    std::chrono::nanoseconds m_slept{0};
};

} // namespace attune::session
