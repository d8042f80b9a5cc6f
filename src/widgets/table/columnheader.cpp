// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/columnheader.h"

#include "cells/enforcementdelegate.h"

#include "attune/widgets/theme.h"

#include <QPainter>

namespace attune::widgets {

namespace {

constexpr int MarkWidth = 8;
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
}

QSize ColumnHeader::sizeHint() const {
    // Asked for whenever rows come or go, and only for the height: Qt would measure every title for the width.
    return {minimumSectionSize(), (fontMetrics().height() + 15) / 4 * 4};
}

int ColumnHeader::titleWidth(int section) const {
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    return fontMetrics().horizontalAdvance(title) + 2 * EnforcementDelegate::SidePadding + MarkWidth + MarkGap;
}

void ColumnHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Theme& theme = Theme::of(palette());
    painter->fillRect(rect, palette().color(QPalette::Window));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    painter->fillRect(QRect(rect.right(), rect.top() + 6, 1, rect.height() - 12), theme.line);

    const auto alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const bool isRight = alignment.testFlag(Qt::AlignRight);
    const bool isSorted = sortIndicatorSection() == section;
    QRect text = rect.adjusted(EnforcementDelegate::SidePadding, 0, -EnforcementDelegate::SidePadding, 0);
    if (isSorted) {
        QRect mark = text;
        mark.setWidth(MarkWidth);
        if (isRight) {
            text.setLeft(text.left() + MarkWidth + MarkGap);
        } else {
            mark.moveRight(text.right());
            text.setRight(text.right() - MarkWidth - MarkGap);
        }
        paintSortMark(*painter, mark, sortIndicatorOrder(), theme.accent);
    }
    painter->setPen(isSorted ? palette().color(QPalette::WindowText) : theme.secondaryText);
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    painter->drawText(text, static_cast<int>((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
                      fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
}

} // namespace attune::widgets
