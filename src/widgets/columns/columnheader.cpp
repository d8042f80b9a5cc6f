// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "columns/columnheader.h"

#include "cells/enforcementdelegate.h"

#include "attune/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>

namespace attune::widgets {

namespace {

constexpr int MarkWidth = 8;
constexpr int PlaceGap = 2; // between the mark and which of the keys it is
constexpr int MarkGap = 6;

void paintSortMark(QPainter& painter, const QRect& area, Qt::SortOrder order, const QColor& color) {
    const QPointF middle = QRectF(area).center();
    const qreal dy = order == Qt::AscendingOrder ? -2 : 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF mark[] = {middle + QPointF(-4, -dy), middle + QPointF(0, dy), middle + QPointF(4, -dy)};
    painter.drawPolyline(mark, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

ColumnHeader::ColumnHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsMovable(true);
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Interactive);
    setStretchLastSection(false);
    setMinimumSectionSize(36);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sortIndicatorChanged, this, &ColumnHeader::onIndicatorChanged);
}

QSize ColumnHeader::sizeHint() const {
    // Asked for whenever rows come or go, and only for the height: Qt would measure every title for the width.
    return {minimumSectionSize(), (fontMetrics().height() + 15) / 4 * 4};
}

int ColumnHeader::titleWidth(int section) const {
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    return fontMetrics().horizontalAdvance(title) + 2 * EnforcementDelegate::SidePadding + markWidth() + MarkGap;
}

bool ColumnHeader::hasSortKey(core::Column column) const {
    return std::ranges::find(m_keys, column, &core::SortKey::column) != m_keys.end();
}

void ColumnHeader::setSortKeys(const core::SortKeys& keys) {
    const core::SortKeys valid = core::validKeys(keys);
    const bool isOther = valid != m_keys;
    m_keys = valid;
    showFirstKey();
    viewport()->update();
    if (isOther)
        Q_EMIT sortKeysChanged(m_keys);
}

void ColumnHeader::sortBy(core::Column column) {
    const core::SortKey& first = m_keys.front();
    const bool turnsRound = first.column == column && first.direction == Qt::AscendingOrder;
    setSortKeys({{column, turnsRound ? Qt::DescendingOrder : Qt::AscendingOrder}});
}

bool ColumnHeader::canToggleKey(core::Column column) const {
    return core::columnInfo(column).isSortable && (hasSortKey(column) || m_keys.size() < core::MaxSortKeys);
}

void ColumnHeader::toggleKey(core::Column column) {
    if (!canToggleKey(column))
        return;
    core::SortKeys keys = m_keys;
    const auto key = std::ranges::find(keys, column, &core::SortKey::column);
    if (key == keys.end())
        keys.push_back({column, Qt::AscendingOrder});
    else if (key->direction == Qt::AscendingOrder)
        key->direction = Qt::DescendingOrder;
    else if (keys.size() > 1)
        keys.erase(key);
    else
        key->direction = Qt::AscendingOrder;
    setSortKeys(keys);
}

void ColumnHeader::mouseReleaseEvent(QMouseEvent* event) {
    const QScopedValueRollback adding(m_isAdding, event->modifiers().testFlag(Qt::ShiftModifier));
    QHeaderView::mouseReleaseEvent(event);
}

void ColumnHeader::onIndicatorChanged(int section, Qt::SortOrder order) {
    if (m_isShowing || section < 0)
        return;
    const auto column = static_cast<core::Column>(section);
    if (!core::columnInfo(column).isSortable)
        showFirstKey();
    else if (m_isAdding)
        toggleKey(column);
    else
        setSortKeys({{column, order}});
}

void ColumnHeader::showFirstKey() {
    const QScopedValueRollback showing(m_isShowing, true);
    setSortIndicator(static_cast<int>(m_keys.front().column), m_keys.front().direction);
}

int ColumnHeader::markWidth() const {
    return m_keys.size() == 1 ? MarkWidth : MarkWidth + PlaceGap + fontMetrics().horizontalAdvance(u'0');
}

void ColumnHeader::paintMark(QPainter& painter, const QRect& area, std::size_t key) const {
    const QColor& color = Theme::of(palette()).accent;
    paintSortMark(painter, QRect(area.topLeft(), QSize(MarkWidth, area.height())), m_keys[key].direction, color);
    if (m_keys.size() > 1)
        painter.drawText(area.adjusted(MarkWidth + PlaceGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         QString::number(key + 1));
}

void ColumnHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Theme& theme = Theme::of(palette());
    painter->fillRect(rect, palette().color(QPalette::Window));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    painter->fillRect(QRect(rect.right(), rect.top() + 6, 1, rect.height() - 12), theme.line);

    const auto alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const bool isRight = alignment.testFlag(Qt::AlignRight);
    const auto key = std::ranges::find(m_keys, static_cast<core::Column>(section), &core::SortKey::column);
    const bool isSorted = key != m_keys.end();
    QRect text = rect.adjusted(EnforcementDelegate::SidePadding, 0, -EnforcementDelegate::SidePadding, 0);
    if (isSorted) {
        QRect mark = text;
        mark.setWidth(markWidth());
        if (isRight) {
            text.setLeft(text.left() + markWidth() + MarkGap);
        } else {
            mark.moveRight(text.right());
            text.setRight(text.right() - markWidth() - MarkGap);
        }
        paintMark(*painter, mark, static_cast<std::size_t>(key - m_keys.begin()));
    }
    painter->setPen(isSorted ? palette().color(QPalette::WindowText) : theme.secondaryText);
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    painter->drawText(text, static_cast<int>((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
                      fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
}

} // namespace attune::widgets
