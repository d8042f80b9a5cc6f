// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/enforcementdelegate.h"
#include "cells/rowpainter.h"
#include "columns/columnheader.h"
#include "columns/columnlayout.h"
#include "export/rowclipboard.h"
#include "marks/unseenmark.h"
#include "table/cellmenu.h"
#include "table/rowanchor.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/widgets/enforcementview.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

// What the operator does to the view.
namespace attune::widgets {

void EnforcementView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        m_clipboard->copyRows();
        return;
    }
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    switch (plain ? event->key() : 0) {
    case Qt::Key_Home:
        goToTop();
        return;
    case Qt::Key_End:
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(currentIndex());
        return;
    case Qt::Key_Escape:
        if (selectionModel() && selectionModel()->hasSelection()) {
            clearSelection();
            setFollowing(verticalScrollBar()->value() == 0);
            refreshOverlays();
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void EnforcementView::keyboardSearch(const QString&) {
    // Qt's search by first letters looks at every row until one matches; the filter bar is the place to search.
}

void EnforcementView::activate(const QModelIndex& cell) {
    if (cell.isValid() && m_model)
        Q_EMIT enforcementActivated(m_model->idAt(cell.row()));
}

void EnforcementView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell = byKeyboard ? currentIndex() : indexAt(event->pos());
    if (!cell.isValid())
        return;
    setCurrentCell(cell);
    setFollowing(false); // also where a row that was cut off by the upper edge has just come wholly into sight
    const QPoint place = byKeyboard ? viewport()->mapToGlobal(visualRect(cell).bottomLeft()) : event->globalPos();
    m_cellMenu->create(cell)->popup(place);
}

void EnforcementView::setCurrentCell(const QModelIndex& cell) {
    // A right click on selected rows keeps them, so that all of them can be copied.
    const auto command = selectionModel()->isRowSelected(cell.row())
                             ? QItemSelectionModel::NoUpdate
                             : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    selectionModel()->setCurrentIndex(cell, command);
}

void EnforcementView::resizeEvent(QResizeEvent* event) {
    const QScopedValueRollback settling(m_settling, true);
    QTableView::resizeEvent(event);
    m_columnLayout->fitInto(viewport()->width());
    refreshOverlays();
}

void EnforcementView::changeEvent(QEvent* event) {
    m_frame = {};
    QTableView::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
        setDensity(m_density);
        break;
    case QEvent::PaletteChange:
    case QEvent::LayoutDirectionChange:
        m_delegate->clearCaches();
        m_painter->clear();
        break;
    case QEvent::ActivationChange: // a window that was minimized comes back active
        scheduleAgeing();
        updateLooking();
        break;
    default:
        break;
    }
}

void EnforcementView::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    if (m_table)
        m_table->setNow(m_clock.now());
    refreshOverlays();
    scheduleAgeing();
    updateLooking();
}

void EnforcementView::hideEvent(QHideEvent* event) {
    QTableView::hideEvent(event);
    m_ageing.reset();
    updateLooking();
}

int EnforcementView::sizeHintForColumn(int column) const {
    // Only what is on screen: measuring every row would take seconds.
    if (!m_model)
        return 0;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int height = verticalHeader()->defaultSectionSize();
    const int first = verticalScrollBar()->value() / height;
    const int last = std::min(m_model->rowCount() - 1, (verticalScrollBar()->value() + viewport()->height()) / height);
    int width = m_columns->titleWidth(column);
    for (int row = first; row <= last; ++row)
        width = std::max(width, m_delegate->sizeHint(option, m_model->index(row, column)).width());
    return std::min(width, viewport()->width());
}

} // namespace attune::widgets
