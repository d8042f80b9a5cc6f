// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/rowpainter.h"
#include "columns/columnheader.h"
#include "marks/changeglow.h"
#include "marks/unseenmark.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

// What the view paints, and when.
namespace attune::widgets {

namespace {

using core::Column;

} // namespace

std::uint64_t EnforcementView::cellsPainted() const { return m_painter->cellsPainted(); }

void EnforcementView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    m_painter->paint(painter, wantedScreen(), event->region());
}

void EnforcementView::updateOutdated() {
    if (!isVisible())
        return; // everything is painted when it is shown
    Screen wanted = wantedScreen();
    for (const core::Id id : m_painter->changed(wanted)) {
        if (!m_model->isLeaving(id))
            m_glow->note(id);
    }
    for (RowLook& look : wanted.rows)
        look.glow = m_glow->level(look.row.id);
    const int shift = m_painter->shift(wanted);
    if (shift != 0) {
        viewport()->scroll(0, shift);
        m_painter->onScrolled(wanted, shift);
    }
    const QRegion area = m_painter->outdated(wanted);
    if (!area.isEmpty())
        viewport()->update(area);
}

Screen EnforcementView::wantedScreen() const {
    Screen screen;
    Stationery& common = screen.stationery;
    initViewItemOption(&screen.option);
    common.width = viewport()->width();
    common.rowHeight = verticalHeader()->defaultSectionSize();
    common.font = font();
    common.theme = &Theme::of(palette());
    screen.height = viewport()->height();
    if (!m_model)
        return screen;
    common.timeStyle = m_table->timeStyle();
    for (int column = 0; column < m_columns->count(); ++column) {
        const int left = columnViewportPosition(column);
        const int width = columnWidth(column); // 0 when hidden
        if (width > 0 && left < common.width && left + width > 0)
            common.cells.push_back({static_cast<core::Column>(column), left, width});
    }

    const int scrolled = verticalScrollBar()->value();
    const int first = scrolled / common.rowHeight;
    const int end = std::min(m_model->rowCount(), (scrolled + screen.height - 1) / common.rowHeight + 1);
    screen.top = first * common.rowHeight - scrolled;
    const bool hasSelection = selectionModel()->hasSelection();
    const bool isActive = isActiveWindow();
    const ColumnSet shown = common.columns();
    const QModelIndex current = hasFocus() ? currentIndex() : QModelIndex();
    for (int row = first; row < end; ++row) {
        const core::EnforcementRow& known = m_model->rowAt(row);
        RowLook& look = screen.rows.emplace_back(rowLook(known, common.timeStyle, m_table->now(), shown));
        if (shown.test(static_cast<std::size_t>(Column::TraceTag)))
            look.traceTag = m_table->factsOf(known, Column::TraceTag).traceTag;
        if (shown.test(static_cast<std::size_t>(Column::Delta)))
            look.sincePrevious = m_table->factsOf(known, Column::Delta).sincePrevious;
        look.isActive = isActive;
        look.glow = m_glow->level(known.id);
        look.fading = fadingOf(known.id);
        look.isUnseen = m_unseen->isUnseen(known.id);
        look.isSelected = hasSelection && selectionModel()->isSelected(m_model->index(row, 0));
        look.focusColumn = current.row() == row ? current.column() : -1;
    }
    return screen;
}

} // namespace attune::widgets
