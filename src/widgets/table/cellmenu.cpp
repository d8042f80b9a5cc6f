// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/cellmenu.h"

#include "export/rowclipboard.h"

#include "attune/models/roles.h"
#include "attune/widgets/filterbar.h"
#include "attune/widgets/themedicon.h"

#include <QMenu>
#include <QTableView>

namespace attune::widgets {

namespace {

QString serverText(const QModelIndex& cell) { return cell.data(models::ServerTextRole).toString(); }

QAction* add(QMenu& menu, const QString& text, const QString& icon, bool enabled) {
    QAction* action = menu.addAction(icon.isEmpty() ? QIcon() : themedIcon(icon, menu.palette()), text);
    action->setEnabled(enabled);
    return action;
}

} // namespace

CellMenu::CellMenu(QTableView& view, RowClipboard& clipboard, QObject* parent)
    : QObject(parent), m_view(view), m_clipboard(clipboard) {}

QMenu* CellMenu::create(const QModelIndex& cell) {
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString value = serverText(cell);
    QAction* open = add(*menu, tr("&Open"), QStringLiteral("open"), true);
    open->setShortcut(Qt::Key_Return);
    connect(open, &QAction::triggered, this, &CellMenu::openRequested);
    menu->setDefaultAction(open);
    menu->addSeparator();
    addFilters(*menu, cell);
    menu->addSeparator();
    addCopies(*menu, cell, !value.isEmpty());
    return menu;
}

void CellMenu::addFilters(QMenu& menu, const QModelIndex& cell) {
    auto column = static_cast<core::Column>(cell.column());
    if (column == core::Column::Age) // what is of one age was created at one time
        column = core::Column::Created;
    const QString value = serverText(cell.siblingAtColumn(static_cast<int>(column)));
    const auto filter = [this, column, value](bool exclude) {
        return [this, column, value, exclude] { Q_EMIT valueFilterRequested(column, value, exclude); };
    };
    const bool isAble = FilterBar::canRestrict(column, value);
    QAction* only = add(menu, value.isEmpty() ? tr("Only &those without a value") : tr("Only &this value"),
                        QStringLiteral("filter"), isAble);
    connect(only, &QAction::triggered, this, filter(false));
    QAction* exclude =
        add(menu, value.isEmpty() ? tr("&Exclude those without a value") : tr("&Exclude this value"), {}, isAble);
    connect(exclude, &QAction::triggered, this, filter(true));
}

void CellMenu::addCopies(QMenu& menu, const QModelIndex& cell, bool hasValue) {
    const QPersistentModelIndex held(cell);
    connect(add(menu, tr("Copy &value"), QStringLiteral("copy"), hasValue), &QAction::triggered, this,
            [this, held] { m_clipboard.copyValue(held); });
    QAction* copy = add(menu, tr("Copy &row"), {}, true);
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, &m_clipboard, &RowClipboard::copyRows);
    connect(add(menu, tr("Copy as &JSON"), {}, true), &QAction::triggered, &m_clipboard, &RowClipboard::copyJson);
    connect(add(menu, tr("Copy as c&URL"), {}, true), &QAction::triggered, &m_clipboard, &RowClipboard::copyCurl);
}

} // namespace attune::widgets
