// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/systemevents.h"

#include "system/linkwatch.h"

#include <QDBusConnection>
#include <QNetworkInformation>

#include <ctime>
#include <utility>

namespace attune::session {

namespace {

[[nodiscard]] std::chrono::nanoseconds read(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

std::chrono::nanoseconds SystemEvents::systemSleepTime() {
    // Only the first of the two goes on while the machine sleeps.
    return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC);
}

SystemEvents::SystemEvents(core::Clock& clock, QObject* parent, SleepTime sleepTime)
    : QObject(parent), m_clock(clock), m_sleepTime(std::move(sleepTime)), m_links(std::make_unique<LinkWatch>(clock)) {
    startTick();
    watchLogind();
    watchNetwork();
}

SystemEvents::~SystemEvents() = default;

void SystemEvents::startTick() {
    m_slept = m_sleepTime();
    m_expected = m_clock.steady() + Tick;
    m_tick = m_clock.after(Tick, [this] { onTick(); });
}

void SystemEvents::onTick() {
    const bool hasSlept = m_sleepTime() - m_slept > LongestPause;
    const bool wasStopped = m_clock.steady() - m_expected > LongestPause;
    startTick();
    if (hasSlept || wasStopped)
        Q_EMIT resumed();
}

void SystemEvents::onPrepareForSleep(bool begins) {
    if (begins)
        return;
    startTick(); // the tick need not say the same again
    Q_EMIT resumed();
}

void SystemEvents::watchLogind() {
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    // string-based: QDBusConnection::connect offers nothing else
    bus.connect(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
                QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
                // string-based: see above
                SLOT(onPrepareForSleep(bool)));
}

void SystemEvents::watchNetwork() {
    connect(m_links.get(), &LinkWatch::addressCame, this, &SystemEvents::networkChanged);
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    using Reachability = QNetworkInformation::Reachability;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](Reachability reachability) {
                if (reachability != Reachability::Disconnected)
                    Q_EMIT networkChanged();
            });
}

} // namespace attune::session
