// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "columns/columnmenu.h"

#include "columns/columnheader.h"

#include <utility>

namespace attune::widgets {

ColumnMenu::ColumnMenu(ColumnHeader& header, QWidget* parent) : QMenu(tr("&Columns"), parent), m_header(header) {
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
}

void ColumnMenu::setCommands(const QList<QAction*>& commands) {
    m_commands = commands;
    addActions(m_commands); // now as well, for the list of shortcuts
}

void ColumnMenu::openAt(const QPoint& place) {
    m_section = m_header.logicalIndexAt(place);
    popup(m_header.mapToGlobal(place));
}

void ColumnMenu::addSorting(core::Column column) {
    if (!core::columnInfo(column).isSortable)
        return;
    const QString title = core::columnTitle(column);
    connect(addAction(tr("&Sort by “%1”").arg(title)), &QAction::triggered, this,
            [this, column] { m_header.sortBy(column); });
    QAction* further = addAction(tr("&Then by “%1”").arg(title));
    further->setCheckable(true);
    further->setChecked(m_header.hasSortKey(column));
    further->setEnabled(column != m_header.sortKeys().front().column && m_header.canToggleKey(column));
    connect(further, &QAction::triggered, this, [this, column] { m_header.toggleKey(column); });
    addSeparator();
}

void ColumnMenu::fill() {
    clear();
    const int section = std::exchange(m_section, -1);
    if (section >= 0)
        addSorting(static_cast<core::Column>(section));
    const int visible = m_header.count() - m_header.hiddenSectionCount();
    for (int position = 0; position < m_header.count(); ++position) {
        const int column = m_header.logicalIndex(position);
        QAction* action = addAction(m_header.model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
        action->setEnabled(!action->isChecked() || visible > 1);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { Q_EMIT columnToggled(column, shown); });
    }
    addSeparator();
    if (section < 0) {
        addActions(m_commands);
        addSeparator();
    }
    connect(addAction(tr("&Fit all to contents")), &QAction::triggered, this, &ColumnMenu::fitRequested);
    connect(addAction(tr("&Reset columns")), &QAction::triggered, this, &ColumnMenu::resetRequested);
}

} // namespace attune::widgets
