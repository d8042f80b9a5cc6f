// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/signinretry.h"

namespace attune::widgets {

SignInRetry::SignInRetry(core::Clock& clock, core::Random& random, QObject* parent)
    : QObject(parent), m_clock(clock), m_backoff(random) {}

void SignInRetry::wait() {
    const auto delay = m_backoff.next();
    m_until = m_clock.now() + std::chrono::microseconds(delay).count();
    m_pause = m_clock.after(delay, [this] { end(); });
    tickLater();
}

void SignInRetry::stop() {
    m_backoff.reset();
    m_until = core::UnknownTime;
    m_pause.reset();
    m_tick.reset();
}

void SignInRetry::hurry() {
    if (!m_pause || m_clock.steady() - m_lastHurry < HurryInterval)
        return;
    m_lastHurry = m_clock.steady();
    m_backoff.reset();
    end();
}

void SignInRetry::end() {
    m_until = core::UnknownTime;
    m_pause.reset();
    m_tick.reset();
    Q_EMIT due();
}

void SignInRetry::tickLater() {
    m_tick = m_clock.after(core::untilFullSecond(m_clock), [this] {
        tickLater();
        Q_EMIT ticked();
    });
}

} // namespace attune::widgets
