// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/statusitemdelegate.h"

#include "attune/models/roles.h"
#include "attune/widgets/badge.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace attune::widgets {

namespace {

constexpr int CheckBoxSpace = 26;
constexpr int CountSpace = 24;

Badge badgeOf(const QModelIndex& index) {
    const auto code = static_cast<core::WordCode>(index.data(models::StatusRole).toInt());
    return statusBadge(code, index.data(models::StatusWordRole).toString());
}

QString countOf(const QModelIndex& index) { return QLocale().toString(index.data(models::CountRole).toLongLong()); }

} // namespace

void StatusItemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const Theme& theme = Theme::of(option.palette);
    // The badge keeps its colours, so the line under it must stay calm.
    if (item.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selectedRow);
    item.state &= ~(QStyle::State_Selected | QStyle::State_MouseOver);
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    const QRect area = option.rect.adjusted(CheckBoxSpace, 0, -8, 0);
    paintBadge(*painter, area, badgeOf(index), option.font, theme);
    painter->save();
    painter->setPen(theme.secondaryText);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, countOf(index));
    painter->restore();
}

QSize StatusItemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QSize badge = badgeSize(badgeOf(index), option.font);
    const int count = option.fontMetrics.horizontalAdvance(countOf(index));
    return {CheckBoxSpace + badge.width() + CountSpace + count + 8, badge.height() + 6};
}

} // namespace attune::widgets
