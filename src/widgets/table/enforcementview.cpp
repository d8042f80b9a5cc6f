// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/enforcementview.h"

#include "cells/enforcementdelegate.h"
#include "cells/rowpainter.h"
#include "columns/columnheader.h"
#include "columns/columnkeys.h"
#include "columns/columnlayout.h"
#include "columns/columnmenu.h"
#include "columns/sortmenu.h"
#include "export/rowclipboard.h"
#include "marks/changeglow.h"
#include "marks/rowfade.h"
#include "marks/unseenmark.h"
#include "table/arrivalcounter.h"
#include "table/calmscrollbar.h"
#include "table/cellmenu.h"
#include "table/emptyoverlay.h"
#include "table/rowanchor.h"
#include "table/uniformheader.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/widgets/newrowspill.h"

#include <QScrollBar>

namespace attune::widgets {

EnforcementView::EnforcementView(core::Clock& clock, QWidget* parent)
    : QTableView(parent)
    , m_clock(clock)
    , m_delegate(new EnforcementDelegate(this))
    , m_columns(new ColumnHeader(this))
    , m_clipboard(new RowClipboard(*this, this))
    , m_cellMenu(new CellMenu(*this, *m_clipboard, this))
    , m_pill(new NewRowsPill(this))
    , m_empty(new EmptyOverlay(this))
    , m_anchor(std::make_unique<RowAnchor>(*this))
    , m_arrivals(std::make_unique<ArrivalCounter>())
    , m_painter(std::make_unique<RowPainter>(*m_delegate))
    , m_glow(std::make_unique<ChangeGlow>(clock, [this] { updateOutdated(); }))
    , m_fade(std::make_unique<RowFade>(
          clock, [this] { updateOutdated(); },
          [this](const std::vector<core::Id>& gone) { m_model->dismissLeaving(gone); }))
    , m_unseen(new UnseenMark(clock, this)) {
    setUpLook();
    setUpHeaders();
    setItemDelegate(m_delegate);
    m_pill->hide();
    setEmptyMessage(tr("No enforcements yet."));
    connect(m_pill, &NewRowsPill::clicked, this, &EnforcementView::goToTop);
    connect(m_unseen, &UnseenMark::cleared, this, &EnforcementView::updateOutdated);
    connect(m_empty, &EmptyOverlay::actionTriggered, this, &EnforcementView::emptyActionTriggered);
    connect(m_cellMenu, &CellMenu::valueFilterRequested, this, &EnforcementView::valueFilterRequested);
    connect(m_cellMenu, &CellMenu::openRequested, this, [this] { activate(currentIndex()); });
    connect(this, &QTableView::doubleClicked, this, &EnforcementView::activate);
}

EnforcementView::~EnforcementView() = default;

void EnforcementView::letGoOfModel() {
    disconnect(m_model, nullptr, this, nullptr);
    disconnect(m_table, nullptr, this, nullptr);
    m_model->setLeavingKept({});
    m_fade->clear();
}

void EnforcementView::setUpLook() {
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollBar(new CalmScrollBar(Qt::Vertical, this));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Enforcements"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

void EnforcementView::setUpHeaders() {
    auto* rows = new UniformHeader(this);
    rows->hide();
    setVerticalHeader(rows);
    setHorizontalHeader(m_columns);
    m_columnLayout = new ColumnLayout(*m_columns, this);
    m_columnMenu = new ColumnMenu(*m_columns, this);
    m_columnMenu->setCommands((new ColumnKeys(*this))->actions());
    m_sortMenu = new SortMenu(*m_columns, this);
    setDensity(m_density);
    connectHeader();
}

void EnforcementView::connectHeader() {
    connect(m_columns, &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint& place) { m_columnMenu->openAt(place); });
    connect(m_columns, &ColumnHeader::sortKeysChanged, this, &EnforcementView::onSortRequested);
    connect(m_columns, &QHeaderView::sectionMoved, this, &EnforcementView::columnsChanged);
    connect(m_columns, &QHeaderView::sectionResized, this, &EnforcementView::columnsChanged);
    connect(m_columnMenu, &ColumnMenu::resetRequested, this, &EnforcementView::resetColumns);
    connect(m_columnMenu, &ColumnMenu::fitRequested, this, &EnforcementView::fitColumns);
    connect(m_columnMenu, &ColumnMenu::columnToggled, this, [this](int column, bool visible) {
        setColumnHidden(column, !visible);
        m_columnLayout->fitInto(viewport()->width());
        onColumnsChosen();
    });
}

void EnforcementView::setEnforcementModel(models::EnforcementFilterProxyModel* model) {
    if (m_model)
        letGoOfModel();
    m_model = model;
    m_table = model ? qobject_cast<models::EnforcementTableModel*>(model->sourceModel()) : nullptr;
    m_delegate->setModel(model);
    m_painter->clear();
    m_anchor->setModel(model);
    m_arrivals->setModel(model);
    m_unseen->setModel(m_table);
    if (model)
        connectModel(); // before the view itself: the screen must be remembered before the view reacts
    setModel(model);
    m_following = true;
    if (model)
        resetColumns();
    refreshOverlays();
}

void EnforcementView::connectModel() {
    using Model = QAbstractItemModel;
    connect(m_model, &Model::rowsAboutToBeInserted, this, &EnforcementView::onChangeBegins);
    connect(m_model, &Model::rowsInserted, this, &EnforcementView::onChangeEnds);
    connect(m_model, &Model::rowsAboutToBeRemoved, this, &EnforcementView::onChangeBegins);
    connect(m_model, &Model::rowsRemoved, this, &EnforcementView::onChangeEnds);
    connect(m_model, &Model::layoutAboutToBeChanged, this, &EnforcementView::onChangeBegins);
    connect(m_model, &Model::layoutChanged, this, &EnforcementView::onChangeEnds);
    connect(m_model, &Model::modelReset, this, [this] {
        m_anchor->discard();
        goToTop();
    });
    connect(m_model, &Model::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { m_arrivals->onShown(first, last); });
    connect(m_table, &Model::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { m_arrivals->onArrived(first, last); });
    connect(m_model, &models::EnforcementFilterProxyModel::filterApplied, this, &EnforcementView::onFilterApplied);
    connect(m_model, &models::EnforcementFilterProxyModel::sortApplied, this, &EnforcementView::onSortApplied);
    connect(m_table, &models::EnforcementTableModel::batchApplied, this, &EnforcementView::settle);
    m_model->setLeavingKept([this](core::Id id) { return mayFade(id) && m_fade->begin(id); });
}

core::Id EnforcementView::currentId() const {
    return m_model && currentIndex().isValid() ? m_model->idAt(currentIndex().row()) : core::UnknownId;
}

bool EnforcementView::setCurrentId(core::Id id) {
    const int row = m_model ? m_model->rowOfId(id) : -1;
    if (row < 0)
        return false;
    const int column = currentIndex().isValid() ? currentIndex().column() : m_columns->logicalIndex(0);
    setCurrentIndex(m_model->index(row, column));
    return true;
}

EnforcementView::RowSpan EnforcementView::visibleRows() const {
    if (!isVisible() || !m_model || m_model->shownCount() == 0)
        return {};
    const QModelIndex bottom = indexAt(QPoint(0, viewport()->height() - 1));
    return {std::max(0, indexAt(QPoint(0, 0)).row()), bottom.isValid() ? bottom.row() : m_model->shownCount() - 1};
}

void EnforcementView::setEmptyMessage(const QString& text, const QString& action) { m_empty->setMessage(text, action); }

void EnforcementView::setDensity(Density density) {
    m_density = density;
    const int padding = density == Density::Compact ? 6 : 12;
    const int height = (fontMetrics().height() + padding + 1) / 2 * 2;
    m_anchor->changeBegins(m_model && !m_following);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    m_delegate->clearCaches();
    m_painter->clear();
    m_anchor->changeEnds();
    doItemsLayout();
}

session::TableLayout EnforcementView::tableLayout() const { return m_columnLayout->layout(); }

void EnforcementView::setTableLayout(const session::TableLayout& layout) {
    m_columnLayout->setLayout(layout);
    onColumnsChosen();
}

/// What only some columns need is kept only for them.
void EnforcementView::onColumnsChosen() {
    if (m_table)
        m_table->setDeltasWanted(!isColumnHidden(static_cast<int>(core::Column::Delta)));
    Q_EMIT columnsChanged();
}

bool EnforcementView::isUnseen(core::Id id) const { return m_unseen->isUnseen(id); }

void EnforcementView::setReducedMotion(bool reduced) {
    m_glow->setEnabled(!reduced);
    m_fade->setEnabled(!reduced);
}

QByteArray EnforcementView::headerState() const { return m_columnLayout->state(); }

bool EnforcementView::restoreHeaderState(const QByteArray& state) {
    if (!m_columnLayout->restore(state))
        return false;
    onColumnsChosen();
    return true;
}

void EnforcementView::resetColumns() {
    m_columnLayout->reset();
    m_columnLayout->fitInto(viewport()->width());
    onColumnsChosen();
}

void EnforcementView::fitColumns() {
    for (int column = 0; column < m_columns->count(); ++column)
        resizeColumnToContents(column);
}

QMenu* EnforcementView::columnMenu() const { return m_columnMenu; }

QMenu* EnforcementView::sortMenu() const { return m_sortMenu; }

} // namespace attune::widgets
