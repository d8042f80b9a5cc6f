// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "activity/activitystrip.h"

#include "attune/core/displaytext.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>

namespace attune::widgets {

namespace {
using namespace std::chrono_literals;
constexpr auto DrawInterval = 1s;
constexpr auto LookedAtInterval = 500ms;
constexpr auto TimeInterval = 4s; // while time goes by and nothing comes
constexpr int LeastWidth = 240;
} // namespace

ActivityStrip::ActivityStrip(const models::EnforcementFilterProxyModel& proxy, core::Clock& clock, QWidget* parent)
    : QWidget(parent), m_clock(clock), m_tracker(proxy) {
    setObjectName(QStringLiteral("activityStrip"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Activity"));
    setWhatsThis(
        tr("Enforcements created over time, by status. Drag to show one range alone; Escape shows all again."));
    connect(&m_tracker, &models::ActivityTracker::changed, this, &ActivityStrip::onChanged);
}

ActivityStrip::~ActivityStrip() = default;

QSize ActivityStrip::sizeHint() const { return {LeastWidth, ActivityChart::heightFor(font())}; }

ActivityChart ActivityStrip::chart() const { return {m_tracker.buckets(), rect(), Theme::of(palette()), font()}; }

void ActivityStrip::setFrozen(bool frozen) { m_isFrozen = frozen; }

void ActivityStrip::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_tracker.setNow(m_clock.now());
    m_tracker.setActive(true);
    tick();
}

void ActivityStrip::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_tick.reset();
    m_due.reset();
    m_tracker.setActive(false);
}

void ActivityStrip::tick() {
    if (!m_isFrozen) {
        const QScopedValueRollback ticking(m_isTicking, true);
        m_tracker.setNow(m_clock.now());
    }
    m_tick = m_clock.after(core::untilFullSecond(m_clock), [this] { tick(); });
}

void ActivityStrip::onChanged() {
    if (!isVisible())
        return;
    // Along with a frame that is painted anyway, which costs less than one of its own; only the last change before a
    // silence waits for the clock.
    const auto since = m_clock.steady() - m_drawn;
    if (m_isTicking && since < TimeInterval && !isLookedAt()) {
        m_isOutdated = true;
        return;
    }
    const auto interval = isLookedAt() ? LookedAtInterval : DrawInterval;
    if (since >= interval)
        redraw();
    else if (!m_due)
        m_due =
            m_clock.after(std::chrono::ceil<std::chrono::milliseconds>(interval * 3 / 2 - since), [this] { redraw(); });
}

void ActivityStrip::redraw() {
    m_due.reset();
    m_drawn = m_clock.steady();
    m_isDrawn = false;
    update();
}

void ActivityStrip::drawChart() {
    ++m_chartsPainted;
    m_isDrawn = true;
    m_isOutdated = false;
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_picture.size() != pixels)
        m_picture = QPixmap(pixels);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(palette().color(QPalette::Window));
    QPainter painter(&m_picture);
    chart().paint(painter, m_clock.now());
}

void ActivityStrip::paintEvent(QPaintEvent* /*event*/) {
    if (!m_isDrawn || (m_isOutdated && isLookedAt()))
        drawChart();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    paintMarks(painter);
}

/// Numbers are shown for what is now, and so must the picture.
bool ActivityStrip::isLookedAt() const { return m_hovered || m_isDragging || hasFocus() || marked(); }

/// What the mouse is over, and what is being chosen: drawn over the picture.
void ActivityStrip::paintMarks(QPainter& painter) const {
    const Theme& theme = Theme::of(palette());
    const ActivityChart drawn = chart();
    const auto range = marked();
    if (range) {
        QColor veil = theme.accent;
        veil.setAlphaF(0.2F);
        const QRect place = drawn.rectOf(range->first).united(drawn.rectOf(range->last));
        painter.fillRect(place, veil);
        painter.setPen(theme.accent);
        painter.drawRect(place.adjusted(0, 0, -1, 0));
    }
    if (m_hovered && *m_hovered < m_tracker.buckets().size() && !m_isDragging) {
        QColor veil = theme.palette.color(QPalette::Text);
        veil.setAlphaF(0.12F);
        painter.fillRect(drawn.rectOf(*m_hovered), veil);
    }
    if (hasFocus()) {
        painter.setPen(theme.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ActivityStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        redraw();
    }
}

void ActivityStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    redraw();
}

} // namespace attune::widgets
