// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "columns/columnkeys.h"

#include <QAction>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace attune::widgets {

ColumnKeys::ColumnKeys(QTableView& table) : QObject(&table), m_table(table), m_header(*table.horizontalHeader()) {
    add(tr("Move column &left"), Qt::ALT | Qt::Key_Left, &ColumnKeys::moveLeft);
    add(tr("Move column ri&ght"), Qt::ALT | Qt::Key_Right, &ColumnKeys::moveRight);
    add(tr("&Narrow column"), Qt::ALT | Qt::SHIFT | Qt::Key_Left, &ColumnKeys::narrow);
    add(tr("&Widen column"), Qt::ALT | Qt::SHIFT | Qt::Key_Right, &ColumnKeys::widen);
}

void ColumnKeys::add(const QString& text, const QKeySequence& keys, void (ColumnKeys::*run)(int column)) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table.addAction(action);
    m_actions += action;
    connect(action, &QAction::triggered, this, [this, run] {
        const int column = m_table.currentIndex().column();
        if (column < 0 || m_header.isSectionHidden(column))
            return;
        (this->*run)(column);
        bringIntoView(column);
    });
}

void ColumnKeys::moveLeft(int column) { move(column, m_table.isRightToLeft() ? 1 : -1); }

void ColumnKeys::moveRight(int column) { move(column, m_table.isRightToLeft() ? -1 : 1); }

void ColumnKeys::narrow(int column) { resizeBy(column, -2); }

void ColumnKeys::widen(int column) { resizeBy(column, 2); }

void ColumnKeys::move(int column, int step) {
    const int from = m_header.visualIndex(column);
    int to = from + step;
    while (to >= 0 && to < m_header.count() && m_header.isSectionHidden(m_header.logicalIndex(to)))
        to += step;
    if (to >= 0 && to < m_header.count())
        m_header.moveSection(from, to);
}

void ColumnKeys::resizeBy(int column, int characters) {
    const int wanted = m_header.sectionSize(column) + characters * m_header.fontMetrics().averageCharWidth();
    m_header.resizeSection(column, std::max(m_header.minimumSectionSize(), wanted));
}

/// Sideways only: the rows stay where they are.
void ColumnKeys::bringIntoView(int column) {
    const int begin = m_header.sectionPosition(column);
    const int end = begin + m_header.sectionSize(column);
    QScrollBar& bar = *m_table.horizontalScrollBar();
    bar.setValue(std::min(std::max(bar.value(), end - m_table.viewport()->width()), begin));
}

} // namespace attune::widgets
