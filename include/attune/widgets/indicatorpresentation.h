// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/connectionstatus.h"
#include "attune/widgets/theme.h"

#include <QString>

namespace attune::widgets {

/// A frozen view: the socket is still read, what arrives is held back.
struct PauseInfo {
    bool paused = false;
    std::int64_t held = 0; ///< enforcements with news
    core::UtcMicros since = core::UnknownTime;

    friend bool operator==(const PauseInfo&, const PauseInfo&) = default;
};

/// One shape per state, so that no state depends on colour alone.
enum class IndicatorShape : std::uint8_t {
    SpinningRing,
    FillingRing,
    PulsingDot,
    LateDot,
    Bars,
    HollowDot,
    Key,
    Shield
};

/// What the Live Updates indicator shows and says.
struct IndicatorPresentation {
    IndicatorShape shape = IndicatorShape::Key;
    Tone tone = Tone::Neutral;
    double progress = 0; ///< of FillingRing, 0 … 1
    QString text;
    QString toolTip;        ///< plain text, several lines
    QString accessibleName; ///< the text without what counts: it changes with the state
    bool ticks = false;     ///< the text depends on the time: ask again every second

    friend bool operator==(const IndicatorPresentation&, const IndicatorPresentation&) = default;
};

/// The present by the two clocks that an operator is told of.
struct Present {
    core::UtcMicros here = core::UnknownTime;     ///< of this computer, which notes what happens to the connection
    core::UtcMicros atServer = core::UnknownTime; ///< of the server, which notes what happens to enforcements
};

/// The one place that puts a connection into a shape and words. Green (Tone::Good) only for a proven live connection.
/// Losing the connection outranks the pause: a frozen view of a dead connection says so.
[[nodiscard]] IndicatorPresentation indicatorPresentation(const session::ConnectionStatus& status,
                                                          const PauseInfo& pause, const Present& now);

/// Whole seconds until `time`, rounded up, at least 1; for the operator to read.
[[nodiscard]] QString countDown(core::UtcMicros time, core::UtcMicros now);

} // namespace attune::widgets
