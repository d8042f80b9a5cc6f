// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/cellmenu.h"

#include "attune/core/rowexport.h"
#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/roles.h"
#include "attune/widgets/filterbar.h"
#include "attune/widgets/themedicon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace attune::widgets {

namespace {

constexpr int MostRowsCopied = 100'000;

QString serverText(const QModelIndex& cell) { return cell.data(models::ServerTextRole).toString(); }

/// A value with a tab or line break would break the lines of a table.
QString oneField(QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' '); }

void toClipboard(const QString& text) { QGuiApplication::clipboard()->setText(text); }

} // namespace

CellMenu::CellMenu(QTableView& view, QObject* parent) : QObject(parent), m_view(view) {}

QMenu* CellMenu::create(const QModelIndex& cell) {
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto column = static_cast<core::Column>(cell.column());
    const QString value = serverText(cell);
    const auto add = [menu](const QString& text, const QString& icon, bool enabled) {
        QAction* action = menu->addAction(icon.isEmpty() ? QIcon() : themedIcon(icon, menu->palette()), text);
        action->setEnabled(enabled);
        return action;
    };
    const auto filter = [this, column, value](bool exclude) {
        return [this, column, value, exclude] { Q_EMIT valueFilterRequested(column, value, exclude); };
    };
    QAction* open = add(tr("&Open"), QStringLiteral("open"), true);
    open->setShortcut(Qt::Key_Return);
    connect(open, &QAction::triggered, this, &CellMenu::openRequested);
    menu->setDefaultAction(open);
    menu->addSeparator();
    QAction* only =
        add(tr("Only &this value"), QStringLiteral("filter"), FilterBar::canRestrict(column) && !value.isEmpty());
    connect(only, &QAction::triggered, this, filter(false));
    QAction* exclude = add(tr("&Exclude this value"), {}, FilterBar::canExclude(column) && !value.isEmpty());
    connect(exclude, &QAction::triggered, this, filter(true));
    menu->addSeparator();
    const QPersistentModelIndex held(cell);
    connect(add(tr("Copy &value"), QStringLiteral("copy"), !value.isEmpty()), &QAction::triggered, this,
            [this, held] { copyValue(held); });
    QAction* copy = add(tr("Copy &row"), {}, true);
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, &CellMenu::copyRows);
    connect(add(tr("Copy as &JSON"), {}, true), &QAction::triggered, this, &CellMenu::copyJson);
    return menu;
}

void CellMenu::copyRows() const {
    QString text;
    for (const int row : rows())
        text += rowText(row) + u'\n';
    text.chop(1);
    if (!text.isEmpty())
        toClipboard(text);
}

void CellMenu::copyValue(const QModelIndex& cell) const {
    if (cell.isValid())
        toClipboard(serverText(cell));
}

void CellMenu::copyJson() const {
    const auto* model = qobject_cast<const models::EnforcementFilterProxyModel*>(m_view.model());
    const auto* source = qobject_cast<const models::EnforcementTableModel*>(model->sourceModel());
    QByteArrayList lines;
    for (const int row : rows()) {
        const core::EnforcementRow& values = model->rowAt(row);
        const std::string tag = source->store().traceTag(values, source->vocabulary());
        lines += core::rowToJson(values, tag, source->vocabulary());
    }
    if (!lines.isEmpty())
        toClipboard(QString::fromUtf8(lines.join('\n')));
}

QList<int> CellMenu::rows() const {
    QList<int> found;
    for (const QItemSelectionRange& range : m_view.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && found.size() < MostRowsCopied; ++row)
            found += row;
    }
    if (found.isEmpty() && m_view.currentIndex().isValid())
        found += m_view.currentIndex().row();
    std::sort(found.begin(), found.end());
    return found;
}

QString CellMenu::rowText(int row) const {
    const QHeaderView& header = *m_view.horizontalHeader();
    QStringList fields;
    for (int position = 0; position < header.count(); ++position) {
        const int column = header.logicalIndex(position);
        if (!header.isSectionHidden(column))
            fields += oneField(serverText(m_view.model()->index(row, column)));
    }
    return fields.join(u'\t');
}

} // namespace attune::widgets
