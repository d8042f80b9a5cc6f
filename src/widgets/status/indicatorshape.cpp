// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "status/indicatorshape.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attune::widgets {

namespace {

QColor faded(QColor color, double opacity) {
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

QPen stroke(const QColor& color, qreal width) { return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin); }

void drawSpinningRing(QPainter& painter, const QRectF& box, double phase, const QColor& color) {
    const qreal width = box.width() / 8;
    const QRectF ring = box.adjusted(width, width, -width, -width);
    painter.setPen(stroke(faded(color, 0.3), width));
    painter.drawEllipse(ring);
    painter.setPen(stroke(color, width));
    painter.drawArc(ring, static_cast<int>((0.25 - phase) * 360 * 16), -100 * 16);
}

void drawFillingRing(QPainter& painter, const QRectF& box, double progress, const QColor& color) {
    const qreal width = box.width() / 8;
    const QRectF ring = box.adjusted(width, width, -width, -width);
    painter.setPen(stroke(color, width / 1.5));
    painter.drawEllipse(ring);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QRectF pie = ring.adjusted(width, width, -width, -width);
    painter.drawPie(pie, 90 * 16, -static_cast<int>(std::max(0.06, progress) * 360 * 16));
}

void drawPulsingDot(QPainter& painter, const QRectF& box, double phase, const QColor& color) {
    const double wave = (1 - std::cos(phase * 2 * std::numbers::pi)) / 2;
    const qreal core = box.width() * 0.28;
    const qreal halo = core + box.width() * 0.2 * wave;
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(color, 0.3 * wave));
    painter.drawEllipse(box.center(), halo, halo);
    painter.setBrush(color);
    painter.drawEllipse(box.center(), core, core);
}

void drawLateDot(QPainter& painter, const QRectF& box, const QColor& color) {
    // A full disc with the hands of a clock cut out.
    const qreal radius = box.width() * 0.42;
    QPainterPath hands;
    hands.moveTo(box.center() - QPointF(0, radius * 0.62));
    hands.lineTo(box.center());
    hands.lineTo(box.center() + QPointF(radius * 0.5, radius * 0.25));
    QPainterPathStroker stroker;
    stroker.setWidth(box.width() / 9);
    stroker.setCapStyle(Qt::RoundCap);
    QPainterPath disc;
    disc.addEllipse(box.center(), radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(disc.subtracted(stroker.createStroke(hands)));
}

void drawBars(QPainter& painter, const QRectF& box, const QColor& color) {
    const qreal width = box.width() * 0.2;
    const qreal height = box.height() * 0.7;
    const qreal top = box.center().y() - height / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(box.center().x() - width * 1.5, top, width, height), 1, 1);
    painter.drawRoundedRect(QRectF(box.center().x() + width * 0.5, top, width, height), 1, 1);
}

void drawHollowDot(QPainter& painter, const QRectF& box, const QColor& color) {
    const qreal width = box.width() / 7;
    const qreal radius = box.width() * 0.33;
    painter.setPen(stroke(color, width));
    painter.drawEllipse(box.center(), radius, radius);
}

void drawKey(QPainter& painter, const QRectF& box, const QColor& color) {
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + box.width() * x / 16, box.top() + box.height() * y / 16);
    };
    painter.setPen(stroke(color, box.width() / 8));
    painter.drawEllipse(at(5, 11), box.width() * 3 / 16, box.width() * 3 / 16);
    painter.drawLine(at(7.3, 8.7), at(13.5, 2.5));
    painter.drawLine(at(10.5, 5.5), at(12.8, 7.8));
}

void drawShield(QPainter& painter, const QRectF& box, const QColor& color) {
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + box.width() * x / 16, box.top() + box.height() * y / 16);
    };
    QPainterPath shield(at(8, 1.5));
    shield.lineTo(at(13.5, 3.5));
    shield.lineTo(at(13.5, 7.5));
    shield.cubicTo(at(13.5, 11), at(11, 13.5), at(8, 14.7));
    shield.cubicTo(at(5, 13.5), at(2.5, 11), at(2.5, 7.5));
    shield.lineTo(at(2.5, 3.5));
    shield.closeSubpath();
    painter.setPen(stroke(color, box.width() / 9));
    painter.drawPath(shield);
    painter.drawLine(at(6, 6), at(10, 10));
    painter.drawLine(at(10, 6), at(6, 10));
}

} // namespace

void paintIndicatorShape(QPainter& painter, const QRectF& box, const IndicatorPresentation& shown, double phase,
                         const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    switch (shown.shape) {
    case IndicatorShape::SpinningRing:
        drawSpinningRing(painter, box, phase, color);
        break;
    case IndicatorShape::FillingRing:
        drawFillingRing(painter, box, shown.progress, color);
        break;
    case IndicatorShape::PulsingDot:
        drawPulsingDot(painter, box, phase, color);
        break;
    case IndicatorShape::LateDot:
        drawLateDot(painter, box, color);
        break;
    case IndicatorShape::Bars:
        drawBars(painter, box, color);
        break;
    case IndicatorShape::HollowDot:
        drawHollowDot(painter, box, color);
        break;
    case IndicatorShape::Key:
        drawKey(painter, box, color);
        break;
    case IndicatorShape::Shield:
        drawShield(painter, box, color);
        break;
    }
    painter.restore();
}

double IndicatorMotion::phase(std::chrono::milliseconds within) const {
    return static_cast<double>(std::min(within, moving).count()) / static_cast<double>(moving.count());
}

std::chrono::milliseconds IndicatorMotion::untilNextFrame(std::chrono::milliseconds within) const {
    const auto next = (within / frame + 1) * frame;
    // A cycle begins as the last one ended: its first frame shows nothing new.
    return (next <= moving || moving == cycle ? next : cycle + frame) - within;
}

IndicatorMotion indicatorMotion(IndicatorShape shape) {
    using namespace std::chrono_literals;
    if (shape == IndicatorShape::SpinningRing)
        return {1200ms, 1200ms, 100ms};
    // A picture costs as much as everything else that an idle program does in half a second: few of them, and a rest
    // between the beats.
    return shape == IndicatorShape::PulsingDot ? IndicatorMotion{4000ms, 1500ms, 250ms} : IndicatorMotion{};
}

} // namespace attune::widgets
