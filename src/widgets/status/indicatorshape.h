// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/widgets/indicatorpresentation.h"

#include <chrono>

class QPainter;
class QRectF;
class QColor;

namespace attune::widgets {

/// Draws the shape of a presentation into the square `box`. `phase` runs from 0 to 1 within one cycle of its motion; a
/// shape that stands still is drawn with MotionlessPhase.
void paintIndicatorShape(QPainter& painter, const QRectF& box, const IndicatorPresentation& shown, double phase,
                         const QColor& color);

inline constexpr double MotionlessPhase = 0.0;

/// How a shape moves: it changes every `frame` in the first part of each cycle, `moving`, and rests until the next one.
struct IndicatorMotion {
    std::chrono::milliseconds cycle{0}; ///< zero when the shape stands still
    std::chrono::milliseconds moving{0};
    std::chrono::milliseconds frame{0}; ///< `moving` is a multiple of it

    [[nodiscard]] bool isStill() const { return cycle.count() == 0; }
    /// `within`: since the cycle began.
    [[nodiscard]] double phase(std::chrono::milliseconds within) const;
    /// From `within` until the shape looks different.
    [[nodiscard]] std::chrono::milliseconds untilNextFrame(std::chrono::milliseconds within) const;
};

[[nodiscard]] IndicatorMotion indicatorMotion(IndicatorShape shape);

} // namespace attune::widgets
