// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "columns/sortmenu.h"

#include "columns/columnheader.h"

#include <QActionGroup>

#include <algorithm>

namespace attune::widgets {

using core::Column;

SortMenu::SortMenu(ColumnHeader& header, QWidget* parent) : QMenu(tr("Sort &By"), parent), m_header(header) {
    connect(this, &QMenu::aboutToShow, this, &SortMenu::fill);
}

void SortMenu::fill() {
    clear();
    addFirstKeys();
    addSeparator();
    addFurtherKeys();
    addDirections();
    connect(addAction(tr("&Newest First")), &QAction::triggered, this, [this] { m_header.setSortKeys({}); });
}

void SortMenu::addFirstKeys() {
    for (const Column column : choices()) {
        QAction* action = addAction(textOf(column));
        action->setCheckable(true);
        action->setChecked(column == m_header.sortKeys().front().column);
        connect(action, &QAction::triggered, this, [this, column] { m_header.sortBy(column); });
    }
}

void SortMenu::addFurtherKeys() {
    QMenu* further = addMenu(tr("&Then By"));
    for (const Column column : choices()) {
        if (column == m_header.sortKeys().front().column)
            continue;
        QAction* action = further->addAction(textOf(column));
        action->setCheckable(true);
        action->setChecked(m_header.hasSortKey(column));
        action->setEnabled(m_header.canToggleKey(column));
        connect(action, &QAction::triggered, this, [this, column] { m_header.toggleKey(column); });
    }
}

void SortMenu::addDirections() {
    auto* group = new QActionGroup(this);
    const auto add = [this, group](const QString& text, Qt::SortOrder direction) {
        QAction* action = addAction(text);
        action->setCheckable(true);
        action->setChecked(m_header.sortKeys().front().direction == direction);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, direction] {
            core::SortKeys keys = m_header.sortKeys();
            keys.front().direction = direction;
            m_header.setSortKeys(keys);
        });
    };
    addSeparator();
    add(tr("&Ascending"), Qt::AscendingOrder);
    add(tr("&Descending"), Qt::DescendingOrder);
    addSeparator();
}

std::vector<Column> SortMenu::choices() const {
    std::vector<Column> columns;
    for (int position = 0; position < m_header.count(); ++position) {
        const int section = m_header.logicalIndex(position);
        const auto column = static_cast<Column>(section);
        const bool isSeen = !m_header.isSectionHidden(section) || m_header.hasSortKey(column);
        if (isSeen && core::columnInfo(column).isSortable)
            columns.push_back(column);
    }
    return columns;
}

QString SortMenu::textOf(Column column) const {
    QString title = core::columnTitle(column);
    const core::SortKeys& keys = m_header.sortKeys();
    const auto key = std::ranges::find(keys, column, &core::SortKey::column);
    if (key == keys.end() || keys.size() == 1)
        return title;
    const auto place = static_cast<int>(key - keys.begin()) + 1;
    return key->direction == Qt::AscendingOrder ? tr("%1 (%2, ascending)").arg(title).arg(place)
                                                : tr("%1 (%2, descending)").arg(title).arg(place);
}

} // namespace attune::widgets
