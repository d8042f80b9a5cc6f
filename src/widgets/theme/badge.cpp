// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/badge.h"

#include "attune/core/displaytext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace attune::widgets {

namespace {

constexpr int SidePadding = 8;
constexpr int ShapeGap = 6;

int shapeSize(const QFontMetrics& metrics) { return std::max(7, (metrics.xHeight() + 3) | 1); }
int badgeHeight(const QFontMetrics& metrics) { return metrics.height() + 4; }

int sidePadding(const Badge& badge) { return badge.filled ? SidePadding : 0; }

QString shown(QStringView word) { return word.isEmpty() ? QStringLiteral("—") : core::displayText(word, 40); }

void drawShape(QPainter& painter, const QRectF& box, BadgeShape shape, const QColor& color) {
    const qreal stroke = 1.5;
    const QRectF inner = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    QPen pen(color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    switch (shape) {
    case BadgeShape::Ring:
        painter.drawEllipse(inner);
        return;
    case BadgeShape::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(box);
        return;
    case BadgeShape::Bar:
        painter.drawEllipse(inner);
        painter.drawLine(inner.center() - QPointF(inner.width() / 4, 0),
                         inner.center() + QPointF(inner.width() / 4, 0));
        return;
    case BadgeShape::Diamond:
        painter.drawPolygon(
            QPolygonF({QPointF(inner.center().x(), inner.top()), QPointF(inner.right(), inner.center().y()),
                       QPointF(inner.center().x(), inner.bottom()), QPointF(inner.left(), inner.center().y())}));
        return;
    case BadgeShape::Square:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRect(box);
        return;
    case BadgeShape::HalfSquare:
        painter.drawRect(inner);
        painter.fillRect(QRectF(box.left(), box.center().y(), box.width(), box.height() / 2), color);
        return;
    }
}

} // namespace

Badge statusBadge(core::WordCode status, QStringView word) {
    const auto shape = [status] {
        switch (status) {
        case core::Status::Created:
            return BadgeShape::Ring;
        case core::Status::Processed:
            return BadgeShape::Dot;
        case core::Status::Disabled:
            return BadgeShape::Bar;
        default: // unknown, or a word of a newer server
            return BadgeShape::Diamond;
        }
    };
    return {shown(word), shape(), statusTone(status), true};
}

Badge conditionBadge(core::WordCode condition, QStringView word) {
    const auto shape = [condition] {
        switch (condition) {
        case core::Condition::All:
            return BadgeShape::Square;
        case core::Condition::Any:
            return BadgeShape::HalfSquare;
        default: // unknown, or a word of a newer server
            return BadgeShape::Diamond;
        }
    };
    return {shown(word), shape(), Tone::Neutral, false};
}

QSize badgeSize(const Badge& badge, const QFont& font) {
    const QFontMetrics metrics(font);
    return {2 * sidePadding(badge) + shapeSize(metrics) + ShapeGap + metrics.horizontalAdvance(badge.text),
            badgeHeight(metrics)};
}

void paintBadge(QPainter& painter, const QRect& area, const Badge& badge, const QFont& font, const Theme& theme) {
    const QFontMetrics metrics(font);
    QRect body(QPoint(), badgeSize(badge, font).boundedTo(area.size()));
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    body.moveTopLeft(
        {isMirrored ? area.right() + 1 - body.width() : area.left(), area.top() + (area.height() - body.height()) / 2});
    const QColor ink = badge.filled ? theme.badge(badge.tone).foreground : theme.secondaryText;
    const int padding = sidePadding(badge);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (badge.filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.badge(badge.tone).background);
        painter.drawRoundedRect(body, body.height() / 2.0, body.height() / 2.0);
    }
    const int size = shapeSize(metrics);
    const QRectF box(body.left() + padding, body.top() + (body.height() - size) / 2.0, size, size);
    drawShape(painter, box, badge.shape, ink);

    const int left = body.left() + padding + size + ShapeGap;
    const QRect text(left, body.top(), body.right() + 1 - padding - left, body.height());
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                     metrics.elidedText(badge.text, Qt::ElideRight, text.width() + 1));
    painter.restore();
}

BadgeLabel::BadgeLabel(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void BadgeLabel::setBadge(const Badge& badge) {
    if (badge == m_badge)
        return;
    m_badge = badge;
    setAccessibleName(badge.text);
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const { return badgeSize(m_badge, font()); }

void BadgeLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBadge(painter, rect(), m_badge, font(), Theme::of(palette()));
}

} // namespace attune::widgets
