// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "panes/executiondelegate.h"

#include "attune/core/displaytext.h"
#include "attune/models/executionmodel.h"
#include "attune/models/roles.h"

#include <QApplication>
#include <QStyle>

#include <array>

namespace attune::widgets {

namespace {

struct Look {
    const char* status;
    BadgeShape shape;
    Tone tone;
};
constexpr std::array<Look, 10> Looks{{
    {"requested", BadgeShape::Ring, Tone::Neutral},
    {"scheduling", BadgeShape::Ring, Tone::Neutral},
    {"scheduled", BadgeShape::Ring, Tone::Neutral},
    {"running", BadgeShape::Ring, Tone::Info},
    {"completed", BadgeShape::Dot, Tone::Good},
    {"failed", BadgeShape::Diamond, Tone::Bad},
    {"canceling", BadgeShape::Bar, Tone::Warning},
    {"cancelled", BadgeShape::Bar, Tone::Neutral},
    {"timeout", BadgeShape::Diamond, Tone::Bad},
    {"abandoned", BadgeShape::Diamond, Tone::Bad},
}};
constexpr int Padding = 4;

} // namespace

Badge executionBadge(const QString& status) {
    Badge badge;
    badge.text = core::displayText(status, 40);
    for (const Look& look : Looks) {
        if (status == QLatin1String(look.status)) {
            badge.shape = look.shape;
            badge.tone = look.tone;
        }
    }
    return badge;
}

void ExecutionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.column() != models::ExecutionModel::StatusColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    empty.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);
    paintBadge(*painter, option.rect.adjusted(Padding, 0, -Padding, 0),
               executionBadge(index.data(models::StatusWordRole).toString()), option.font, Theme::of(option.palette));
}

QSize ExecutionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width(), option.fontMetrics.height() + 2 * Padding};
}

} // namespace attune::widgets
