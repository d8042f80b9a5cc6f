// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "activity/activitystrip.h"

#include "attune/core/displaytext.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

// What the operator does to the strip.
namespace attune::widgets {

std::optional<std::size_t> ActivityStrip::bucketAt(core::UtcMicros time) const {
    const core::ActivityBuckets& buckets = m_tracker.buckets();
    if (buckets.isEmpty() || !core::isInstant(time))
        return std::nullopt;
    const std::int64_t index = (time - buckets.beginOf(0)) / buckets.width().count();
    return static_cast<std::size_t>(std::clamp<std::int64_t>(index, 0, static_cast<std::int64_t>(buckets.size()) - 1));
}

/// The range that is being chosen, or the bucket the cursor is on.
std::optional<BucketRange> ActivityStrip::marked() const {
    const auto cursor = bucketAt(m_cursor);
    if (!cursor)
        return std::nullopt;
    const std::size_t anchor = bucketAt(m_anchor).value_or(*cursor);
    return BucketRange{std::min(*cursor, anchor), std::max(*cursor, anchor)};
}

void ActivityStrip::setCursor(std::size_t bucket, bool extend) {
    if (!extend)
        m_anchor = core::UnknownTime;
    else if (!core::isInstant(m_anchor))
        m_anchor = m_cursor;
    m_cursor = m_tracker.buckets().beginOf(bucket);
    describe();
    update();
}

void ActivityStrip::moveCursor(int steps, bool extend) {
    const auto last = static_cast<std::int64_t>(m_tracker.buckets().size()) - 1;
    if (last < 0)
        return;
    const auto at = bucketAt(m_cursor);
    const std::int64_t next = at ? static_cast<std::int64_t>(*at) + steps : last;
    setCursor(static_cast<std::size_t>(std::clamp<std::int64_t>(next, 0, last)), extend);
    const auto range = marked();
    showNumbers(mapToGlobal(chart().rectOf(*bucketAt(m_cursor)).bottomLeft()), *range);
}

/// For those who do not see the chart.
void ActivityStrip::describe() {
    const auto range = marked();
    setAccessibleDescription(range ? bucketWords(m_tracker.buckets(), *range, m_clock.now()) : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void ActivityStrip::showNumbers(QPoint place, BucketRange range) {
    QToolTip::showText(place, core::toolTipText(bucketWords(m_tracker.buckets(), range, m_clock.now())), this);
}

void ActivityStrip::choose() {
    const auto range = marked();
    if (!range)
        return;
    const core::UtcMicros from = m_tracker.buckets().beginOf(range->first);
    const core::UtcMicros end = m_tracker.buckets().beginOf(range->last + 1);
    // A range up to now goes on: what comes belongs to it.
    const core::UtcMicros to = end > m_clock.now() ? core::UnknownTime : end;
    letGo();
    Q_EMIT rangeChosen(from, to);
}

void ActivityStrip::letGo() {
    m_isDragging = false;
    m_cursor = m_anchor = core::UnknownTime;
    QToolTip::hideText();
    describe();
    update();
}

void ActivityStrip::mousePressEvent(QMouseEvent* event) {
    const auto bucket = chart().bucketAt(event->position().toPoint().x());
    if (event->button() != Qt::LeftButton || !bucket)
        return;
    m_isDragging = true;
    setCursor(*bucket, false);
    m_anchor = m_cursor;
}

void ActivityStrip::mouseMoveEvent(QMouseEvent* event) {
    const auto bucket = chart().bucketAt(event->position().toPoint().x());
    if (m_hovered != bucket) {
        m_hovered = bucket;
        update();
    }
    if (!bucket)
        return;
    if (m_isDragging)
        setCursor(*bucket, true);
    const BucketRange range = m_isDragging ? *marked() : BucketRange{*bucket, *bucket};
    showNumbers(event->globalPosition().toPoint(), range);
}

void ActivityStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_isDragging)
        choose();
}

void ActivityStrip::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_hovered.reset();
    update();
}

bool ActivityStrip::event(QEvent* event) {
    // Escape is a shortcut of nobody here, and Enter must not open what is selected in the table.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            event->accept();
    }
    return QWidget::event(event);
}

void ActivityStrip::keyPressEvent(QKeyEvent* event) {
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto buckets = static_cast<int>(m_tracker.buckets().size());
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(-1, extend);
        return;
    case Qt::Key_Right:
        moveCursor(1, extend);
        return;
    case Qt::Key_Home:
        moveCursor(-buckets, extend);
        return;
    case Qt::Key_End:
        moveCursor(buckets, extend);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return;
    case Qt::Key_Escape:
        if (core::isInstant(m_cursor))
            letGo();
        else
            Q_EMIT rangeCleared();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ActivityStrip::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ActivityStrip::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace attune::widgets
