// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/enforcementdelegate.h"
#include "columns/columnheader.h"
#include "marks/rowfade.h"
#include "marks/unseenmark.h"
#include "table/arrivalcounter.h"
#include "table/emptyoverlay.h"
#include "table/rowanchor.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/newrowspill.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

// How the view follows and holds, and what ticks in it.
namespace attune::widgets {

namespace {

using core::Column;

constexpr int PillMargin = 16;

/// New rows come in at the top.
bool isNewestFirst(const models::EnforcementFilterProxyModel& model) {
    const bool byAge = model.sortedColumn() == Column::Created || model.sortedColumn() == Column::Id;
    if (model.sortedColumn() == Column::Age)
        return model.sortDirection() == Qt::AscendingOrder;
    return byAge && model.sortDirection() == Qt::DescendingOrder;
}

/// Qt has the whole viewport painted whenever rows come, go or change; what really has to be is known here. An
/// attribute, because setUpdatesEnabled(true) paints everything as well.
class PaintPause {
public:
    explicit PaintPause(QWidget& viewport) : m_viewport(viewport) { m_viewport.setAttribute(Qt::WA_UpdatesDisabled); }
    ~PaintPause() { m_viewport.setAttribute(Qt::WA_UpdatesDisabled, false); }
    Q_DISABLE_COPY_MOVE(PaintPause)

private:
    QWidget& m_viewport;
};

} // namespace

void EnforcementView::goToTop() {
    m_anchor->discard();
    {
        const QScopedValueRollback settling(m_settling, true);
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(0);
    }
    updateOutdated();
    setFollowing(true);
    refreshOverlays();
}

void EnforcementView::onChangeBegins() { m_anchor->changeBegins(!m_following); }

void EnforcementView::onChangeEnds() {
    m_anchor->changeEnds();
    announceChange();
}

void EnforcementView::announceChange() {
    if (std::exchange(m_announced, true))
        return;
    // For changes that no batch ends; runs before anything is painted.
    const auto settleOnce = [this] {
        if (m_announced)
            settle();
    };
    QMetaObject::invokeMethod(this, settleOnce, Qt::QueuedConnection);
}

void EnforcementView::settle() {
    m_announced = false;
    {
        const QScopedValueRollback inSettle(m_inSettle, true);
        executeDelayedItemsLayout();
    }
    updateOutdated();
    refreshOverlays();
}

void EnforcementView::doItemsLayout() {
    const QScopedValueRollback settling(m_settling, true);
    {
        const PaintPause pause(*viewport());
        QTableView::doItemsLayout();
    }
    if (m_model) {
        m_anchor->restore();
        if (m_following && !m_anchor->isWithinChange())
            verticalScrollBar()->setValue(0);
    }
    if (!m_inSettle)
        updateOutdated();
}

EnforcementView::Frame EnforcementView::frame() const {
    return {viewport()->geometry(), m_columns->geometry(), m_columns->length(), verticalHeader()->defaultSectionSize()};
}

void EnforcementView::updateGeometries() {
    // Qt measures and places all parts anew whenever rows come or go, which changes nothing but how far one can scroll.
    const int beyond = verticalHeader()->length() - viewport()->height();
    if (m_settling && beyond > 0 && verticalScrollBar()->maximum() > 0 && m_frame == frame()) {
        verticalScrollBar()->setMaximum(beyond);
        return;
    }
    QTableView::updateGeometries();
    m_frame = frame();
}

void EnforcementView::onFilterApplied() {
    // The operator asked for other rows: what they selected stays under the eye, else the newest come into view.
    const bool keepsRow = selectionModel()->hasSelection() && currentIndex().isValid();
    if (!keepsRow) {
        goToTop();
        return;
    }
    settle();
    m_arrivals->start();
    refreshOverlays();
}

void EnforcementView::onSortRequested(const core::SortKeys& keys) {
    if (!m_model)
        return;
    m_model->sortBy(keys);
    Q_EMIT columnsChanged();
}

void EnforcementView::onSortApplied() {
    m_anchor->discard();
    updateLooking();
    if (selectionModel()->hasSelection() && currentIndex().isValid())
        scrollTo(currentIndex(), PositionAtCenter);
    else
        goToTop();
}

void EnforcementView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) {
    const PaintPause pause(*viewport());
    QTableView::dataChanged(topLeft, bottomRight, roles);
    announceChange();
}

void EnforcementView::scrollContentsBy(int dx, int dy) {
    {
        const PaintPause pause(*viewport());
        QTableView::scrollContentsBy(dx, dy);
    }
    if (!m_settling)
        updateOutdated();
    // While the model changes Qt itself scrolls, to the row that becomes current when the current one leaves.
    if (dy != 0 && !m_settling && !m_anchor->isWithinChange()) {
        m_anchor->discard(); // what the operator sees now is what they want to keep
        setFollowing(verticalScrollBar()->value() == 0 && (m_following || !m_revealing));
        refreshOverlays();
    }
}

void EnforcementView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    const QScopedValueRollback revealing(m_revealing, true);
    QTableView::scrollTo(index, hint);
}

void EnforcementView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    if (!selected.isEmpty())
        setFollowing(false);
}

void EnforcementView::setFollowing(bool following) {
    if (following == m_following)
        return;
    m_following = following;
    if (following)
        m_arrivals->stop();
    else
        m_arrivals->start();
    updateLooking();
    Q_EMIT followingChanged(following);
}

void EnforcementView::refreshOverlays() {
    const QRect area = viewport()->geometry();
    const bool empty = !m_model || m_model->rowCount() == 0;
    if (empty)
        m_empty->setGeometry(area);
    m_empty->setVisible(empty);

    const bool hasNews = m_model && !m_following && m_arrivals->matching() > 0 && isNewestFirst(*m_model);
    if (hasNews) {
        m_pill->setCounts(m_arrivals->arrived(), m_arrivals->matching());
        m_pill->move(area.center().x() - m_pill->width() / 2, area.bottom() - m_pill->height() - PillMargin);
        m_pill->raise();
    }
    m_pill->setVisible(hasNews);
}

/// Of what goes only what the operator has before their eyes.
bool EnforcementView::mayFade(core::Id id) const {
    if (!m_fade->hasRoom() || !isSeen())
        return false;
    // While rows change: nothing may be laid out now.
    const int height = verticalHeader()->defaultSectionSize();
    const int top = m_model->rowOfId(id) * height - verticalScrollBar()->value();
    return top > -height && top < viewport()->height();
}

int EnforcementView::fadingOf(core::Id id) const { return m_model->isLeaving(id) ? m_fade->level(id) : 0; }

/// The operator sees what comes in: at the top, in the window they work with.
void EnforcementView::updateLooking() {
    m_unseen->setLooking(m_model && m_following && isSeen() && isActiveWindow() && isNewestFirst(*m_model));
}

bool EnforcementView::isSeen() const { return isVisible() && !window()->isMinimized(); }

void EnforcementView::scheduleAgeing() {
    if (m_ageing || !isSeen())
        return;
    m_ageing = m_clock.after(core::untilFullSecond(m_clock), [this] {
        m_ageing.reset();
        age();
        scheduleAgeing();
    });
}

void EnforcementView::age() {
    if (!m_table || !isSeen())
        return;
    m_table->setNow(m_clock.now());
    updateOutdated();
}

} // namespace attune::widgets
