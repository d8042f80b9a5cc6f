// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/widgets/indicatorpresentation.h"

class QPainter;
class QRectF;
class QColor;

namespace attune::widgets {

/// Draws the shape of a presentation into the square `box`. `phase` runs from 0 to 1 within one cycle of its motion; a
/// shape that stands still is drawn with MotionlessPhase.
void paintIndicatorShape(QPainter& painter, const QRectF& box, const IndicatorPresentation& shown, double phase,
                         const QColor& color);

inline constexpr double MotionlessPhase = 0.0;

/// How long one cycle of the motion takes; zero when the shape stands still.
[[nodiscard]] int motionCycleMs(IndicatorShape shape);

} // namespace attune::widgets
