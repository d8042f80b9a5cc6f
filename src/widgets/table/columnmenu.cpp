// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/columnmenu.h"

#include <QHeaderView>

namespace attune::widgets {

ColumnMenu::ColumnMenu(QHeaderView& header, QWidget* parent) : QMenu(tr("&Columns"), parent), m_header(header) {
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
}

void ColumnMenu::fill() {
    clear();
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
    connect(addAction(tr("&Fit all to contents")), &QAction::triggered, this, &ColumnMenu::fitRequested);
    connect(addAction(tr("&Reset columns")), &QAction::triggered, this, &ColumnMenu::resetRequested);
}

} // namespace attune::widgets
