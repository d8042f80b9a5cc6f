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
    const auto column = static_cast<core::Column>(cell.column());
    const QString value = serverText(cell);
    const auto filter = [this, column, value](bool exclude) {
        return [this, column, value, exclude] { Q_EMIT valueFilterRequested(column, value, exclude); };
    };
    QAction* open = add(*menu, tr("&Open"), QStringLiteral("open"), true);
    open->setShortcut(Qt::Key_Return);
    connect(open, &QAction::triggered, this, &CellMenu::openRequested);
    menu->setDefaultAction(open);
    menu->addSeparator();
    QAction* only = add(*menu, tr("Only &this value"), QStringLiteral("filter"),
                        FilterBar::canRestrict(column) && !value.isEmpty());
    connect(only, &QAction::triggered, this, filter(false));
    QAction* exclude = add(*menu, tr("&Exclude this value"), {}, FilterBar::canRestrict(column) && !value.isEmpty());
    connect(exclude, &QAction::triggered, this, filter(true));
    menu->addSeparator();
    addCopies(*menu, cell, !value.isEmpty());
    return menu;
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
