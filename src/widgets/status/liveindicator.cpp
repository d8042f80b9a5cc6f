// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/liveindicator.h"

#include "access/indicatoraccess.h"
#include "status/indicatorshape.h"

#include "attune/core/displaytext.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QStyleOption>

namespace attune::widgets {

namespace {

constexpr int Padding = 6;
constexpr int ShapeSize = 16;
constexpr int Gap = 6;

/// Since the motion's present cycle began.
std::chrono::milliseconds within(const IndicatorMotion& motion, const core::Clock& clock) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock.steady()) % motion.cycle;
}

/// Also where only the words for the tooltip and for assistive technology are others.
bool looksSame(IndicatorPresentation a, const IndicatorPresentation& b) {
    a.toolTip = b.toolTip;
    return a == b;
}

} // namespace

LiveIndicator::LiveIndicator(core::ServerClock& clock, QWidget* parent) : QAbstractButton(parent), m_clock(clock) {
    IndicatorAccess::install();
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAttribute(Qt::WA_OpaquePaintEvent); // what moves all the time must not have everything below it painted, too
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    refresh();
}

LiveIndicator::~LiveIndicator() = default;

void LiveIndicator::setStatus(const session::ConnectionStatus& status) {
    m_status = status;
    refresh();
}

void LiveIndicator::setPause(const PauseInfo& pause) {
    m_pause = pause;
    refresh();
}

void LiveIndicator::setReducedMotion(bool reduced) {
    m_reducedMotion = reduced;
    m_frame.reset();
    scheduleFrame();
    update();
}

QSize LiveIndicator::sizeHint() const {
    // A common width for the common states, and none lost while counting: what stands beside it shall not jump.
    const int usual = fontMetrics().horizontalAdvance(tr("Live Updates delayed"));
    const int text = std::max({usual, m_widestText, fontMetrics().horizontalAdvance(m_shown.text)});
    return {2 * Padding + ShapeSize + Gap + text, std::max(ShapeSize, fontMetrics().height()) + 8};
}

QSize LiveIndicator::minimumSizeHint() const { return {2 * Padding + ShapeSize, sizeHint().height()}; }

QRect LiveIndicator::shapeRect() const {
    return QStyle::visualRect(layoutDirection(), rect(), {Padding, (height() - ShapeSize) / 2, ShapeSize, ShapeSize});
}

void LiveIndicator::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    if (underMouse() || isDown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? theme.line : theme.selectedRowInactive);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    const QRect shape = shapeRect();
    const IndicatorMotion motion = indicatorMotion(m_shown.shape);
    const double phase = isAnimating() ? motion.phase(within(motion, m_clock)) : MotionlessPhase;
    paintIndicatorShape(painter, shape, m_shown, phase, theme.signal(m_shown.tone));
    if (shape.contains(event->region().boundingRect()))
        return; // a frame of the motion: laying out the text would cost more than all else

    const QRect text =
        QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(Padding + ShapeSize + Gap, 0, -Padding, 0));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_shown.text, Qt::ElideRight, text.width() + 1));
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.rect = rect().adjusted(1, 1, -1, -1);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

bool LiveIndicator::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::Show:
        window()->installEventFilter(this); // only the window hears that it is minimized
        refresh();
        break;
    case QEvent::Hide:
        m_frame.reset();
        m_tick.reset();
        break;
    case QEvent::ToolTip:
        refresh(); // a tooltip may name how long ago something was
        break;
    default:
        break;
    }
    return QAbstractButton::event(event);
}

bool LiveIndicator::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::WindowStateChange && watched == window()) {
        m_frame.reset();
        m_tick.reset();
        refresh();
    }
    return QAbstractButton::eventFilter(watched, event);
}

void LiveIndicator::refresh() {
    IndicatorPresentation next = indicatorPresentation(m_status, m_pause, {m_clock.local().now(), m_clock.now()});
    if (next != m_shown) {
        const bool resized = next.text != m_shown.text;
        const bool same = looksSame(next, m_shown);
        if (next.shape != m_shown.shape)
            m_widestText = 0;
        else if (resized)
            m_widestText = sizeHint().width() - (2 * Padding + ShapeSize + Gap);
        m_shown = std::move(next);
        if (m_shown.accessibleName != accessibleName()) // Qt announces it even if it is the same
            setAccessibleName(m_shown.accessibleName);
        setToolTip(core::toolTipText(m_shown.toolTip));
        if (resized)
            updateGeometry();
        if (!same)
            update();
    }
    scheduleFrame();
    scheduleTick();
}

void LiveIndicator::scheduleFrame() {
    const IndicatorMotion motion = indicatorMotion(m_shown.shape);
    if (m_reducedMotion || motion.isStill() || !isSeen()) {
        m_frame.reset();
        return;
    }
    if (m_frame)
        return;
    m_frame = m_clock.after(motion.untilNextFrame(within(motion, m_clock)), [this] {
        m_frame.reset();
        scheduleFrame();
        update(shapeRect());
    });
}

void LiveIndicator::scheduleTick() {
    if (!m_shown.ticks || !isSeen()) {
        m_tick.reset();
        return;
    }
    if (m_tick)
        return;
    m_tick = m_clock.after(core::untilFullSecond(m_clock), [this] {
        m_tick.reset();
        refresh();
    });
}

bool LiveIndicator::isSeen() const { return isVisible() && !window()->isMinimized(); }

} // namespace attune::widgets
