// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "live/activity.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace attune::sim {

/// Lets rules match at a steady rate and keeps the activity going.
class Ticker : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    Ticker(Activity& activity, const core::Clock& clock);

    void setRate(double perSecond);

private:
    void onTick();

    Activity& m_activity;
    const core::Clock& m_clock;
    QTimer m_timer;
    std::chrono::nanoseconds m_last{0};
    double m_rate = 0;
    double m_owed = 0; // matches that are due, with a fraction
};

} // namespace attune::sim
