// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/backoff.h"
#include "attune/core/clock.h"
#include "attune/core/timestamp.h"

#include <QObject>

#include <memory>

namespace attune::widgets {

/// The pauses between attempts to sign in to a server that cannot be reached, by chance as those between attempts to
/// connect: when a network comes back, many programs see it at once. GUI thread.
class SignInRetry : public QObject {
    Q_OBJECT
public:
    SignInRetry(core::Clock& clock, core::Random& random, QObject* parent);

    /// Begins the next pause.
    void wait();
    /// Ends it; the next one is a first one again.
    void stop();
    /// There is reason to believe that it would succeed now: ends the pause; at most once per HurryInterval.
    void hurry();
    /// When the pause ends; core::UnknownTime when there is none.
    [[nodiscard]] core::UtcMicros until() const { return m_until; }

    static constexpr std::chrono::seconds HurryInterval{5};

Q_SIGNALS:
    /// The pause is over.
    void due();
    /// A second of it is.
    void ticked();

private:
    void end();
    void tickLater();

    core::Clock& m_clock;
    core::Backoff m_backoff;
    core::UtcMicros m_until = core::UnknownTime;
    std::unique_ptr<core::Timer> m_pause;
    std::unique_ptr<core::Timer> m_tick;
    std::chrono::nanoseconds m_lastHurry{std::chrono::nanoseconds::min() / 2};
};

} // namespace attune::widgets
