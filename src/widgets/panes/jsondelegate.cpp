// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "panes/jsondelegate.h"

#include "attune/models/jsontreemodel.h"
#include "attune/models/roles.h"
#include "attune/widgets/theme.h"
#include "attune/widgets/themedicon.h"

namespace attune::widgets {

namespace {
constexpr int RowPadding = 6;
} // namespace

using models::JsonKind;
using models::JsonTreeModel;

QSize JsonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + RowPadding};
}

void JsonDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto secondary = [option] {
        option->palette.setColor(QPalette::Text, Theme::of(option->palette).secondaryText);
    };
    if (index.column() == JsonTreeModel::TypeColumn)
        secondary();
    const auto kind = static_cast<JsonKind>(index.data(models::JsonKindRole).toInt());
    if (index.column() != JsonTreeModel::ValueColumn || kind != JsonKind::Secret)
        return;
    option->icon = themedIcon(QStringLiteral("key"), option->palette);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->font.setItalic(true);
    secondary();
}

} // namespace attune::widgets
