// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/manualclock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <chrono>
#include <functional>

namespace attune::test {

/// Delivers what is queued on this thread, deletions included.
inline void deliverEvents() {
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

/// Lets virtual time pass until `done` holds or `span` is over, event by event. Whether it held.
inline bool passUntil(ManualClock& clock, std::chrono::milliseconds span, const std::function<bool()>& done) {
    const auto end = clock.steady() + span;
    deliverEvents();
    while (!done()) {
        const auto next = clock.untilNextCall();
        if (!next || clock.steady() + *next > end) {
            clock.advance(std::chrono::duration_cast<std::chrono::milliseconds>(end - clock.steady()));
            deliverEvents();
            return done();
        }
        clock.advance(*next);
        deliverEvents();
    }
    return true;
}

inline void pass(ManualClock& clock, std::chrono::milliseconds span) {
    (void)passUntil(clock, span, [] { return false; });
}

} // namespace attune::test
