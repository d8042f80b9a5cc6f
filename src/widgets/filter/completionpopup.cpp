// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/completionpopup.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace attune::widgets {

namespace {

constexpr int MinimumWidth = 320; // refs are long, fields need not be
constexpr int MostLines = 12;

class RoomyDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(8, 8);
    }
};

} // namespace

void dressCompletions(QCompleter& completer) {
    completer.setMaxVisibleItems(MostLines);
    completer.popup()->setTextElideMode(Qt::ElideMiddle);
    completer.popup()->setItemDelegate(new RoomyDelegate(completer.popup()));
}

void openCompletions(QCompleter& completer, QRect area) {
    area.setWidth(std::max(area.width(), MinimumWidth));
    completer.complete(area);
    completer.popup()->setCurrentIndex({});
}

bool isKeyOfCompletions(int key) {
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab ||
           key == Qt::Key_Escape;
}

} // namespace attune::widgets
