// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/models/enforcementfilterproxymodel.h"

#include "proxyorder.h"
#include "proxypatcher.h"

#include <algorithm>

namespace attune::models {

EnforcementFilterProxyModel::EnforcementFilterProxyModel(EnforcementTableModel& source, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_source(source)
    , m_order(std::make_unique<ProxyOrder>(*this, source))
    , m_patcher(std::make_unique<ProxyPatcher>(*this, *m_order)) {
    // Not the base class's: it would build a mapping and connect itself to the source.
    QAbstractProxyModel::setSourceModel(&source); // NOLINT(bugprone-parent-virtual-call)
    m_order->onReset();
    m_announcedShown = shownCount();
    m_announcedTotal = totalCount();
    connectRows();
    connectPatches();
}

EnforcementFilterProxyModel::~EnforcementFilterProxyModel() = default;

void EnforcementFilterProxyModel::connectRows() {
    connect(&m_source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { m_order->onRowsInserted(first, last); });
    connect(&m_source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                if (!m_source.isRetiring())
                    m_order->onRowsAboutToBeRemoved(first, last);
            });
    connect(&m_source, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        if (!m_source.isRetiring())
            m_order->onRowsRemoved(first, last);
    });
    connect(&m_source, &EnforcementTableModel::rowsAboutToRetire, this,
            [this](const core::Retirement& retirement) { m_order->onRowsAboutToRetire(retirement); });
    connect(&m_source, &EnforcementTableModel::rowsRenumbered, this,
            [this](const core::Retirement& retirement) { m_order->onRenumbered(retirement); });
    connect(&m_source, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        beginResetModel();
        m_order->filter().endExceptions();
    });
    connect(&m_source, &QAbstractItemModel::modelReset, this, [this] {
        m_order->onReset();
        endResetModel();
        announceCounts();
    });
    connect(&m_source, &EnforcementTableModel::batchApplied, this, [this] { announceCounts(); });
}

void EnforcementFilterProxyModel::connectPatches() {
    connect(&m_source, &EnforcementTableModel::rowsAboutToBePatched, this,
            [this](const std::vector<core::RowPatch>& patches) { m_patcher->onAboutToBePatched(patches); });
    connect(&m_source, &EnforcementTableModel::rowsPatched, this,
            [this](const std::vector<core::RowPatch>& patches) { m_patcher->onPatched(patches); });
    connect(&m_source, &EnforcementTableModel::textsChanged, this, [this](int firstColumn, int lastColumn) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, firstColumn), index(rowCount() - 1, lastColumn),
                               {Qt::DisplayRole, Qt::AccessibleTextRole});
    });
    connect(&m_source, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
}

void EnforcementFilterProxyModel::announceCounts() {
    if (m_announcedShown == shownCount() && m_announcedTotal == totalCount())
        return;
    m_announcedShown = shownCount();
    m_announcedTotal = totalCount();
    Q_EMIT countsChanged(m_announcedShown, m_announcedTotal);
}

void EnforcementFilterProxyModel::setFilter(const core::EnforcementFilter& filter) {
    if (m_order->wantedFilter() != filter)
        m_order->setFilter(filter);
}

void EnforcementFilterProxyModel::announceFilter() {
    Q_EMIT filterApplied();
    announceCounts();
}

bool EnforcementFilterProxyModel::isSorting() const { return m_order->isSorting(); }

void EnforcementFilterProxyModel::setWorkerThreshold(std::size_t rows) { m_order->setWorkerThreshold(rows); }

const core::EnforcementFilter& EnforcementFilterProxyModel::filter() const { return m_order->filter().filter(); }

void EnforcementFilterProxyModel::setNow(core::UtcMicros now) {
    if (m_order->setNow(now))
        announceCounts();
}

void EnforcementFilterProxyModel::sort(int column, Qt::SortOrder order) {
    // No column means the first order of all.
    const bool known = column >= 0 && column < core::ColumnCount;
    if (known && !core::columnInfo(static_cast<core::Column>(column)).isSortable)
        return;
    sortBy(known ? core::SortKeys{{static_cast<core::Column>(column), order}} : core::SortKeys());
}

void EnforcementFilterProxyModel::sortBy(const core::SortKeys& keys) {
    const core::SortKeys wanted = core::validKeys(keys);
    if (wanted != m_order->wantedOrder().keys())
        m_order->sort(wanted);
}

const core::SortKeys& EnforcementFilterProxyModel::sortKeys() const { return m_order->rows().order().keys(); }

core::Column EnforcementFilterProxyModel::sortedColumn() const { return m_order->rows().order().column(); }

Qt::SortOrder EnforcementFilterProxyModel::sortDirection() const { return m_order->rows().order().direction(); }

bool EnforcementFilterProxyModel::isLeaving(core::Id id) const { return m_order->filter().isException(id); }

std::vector<int> EnforcementFilterProxyModel::leavingRows() const {
    std::vector<int> rows;
    for (const core::Id id : m_order->filter().exceptions()) {
        if (const int row = rowOfId(id); row >= 0)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    return rows;
}

void EnforcementFilterProxyModel::dismissLeaving(const std::vector<core::Id>& ids) {
    Positions leaving;
    for (const core::Id id : ids) {
        const auto seq = isLeaving(id) ? m_source.store().find(id) : std::nullopt;
        if (const auto position = seq ? m_order->find(*seq) : std::nullopt)
            leaving.push_back(static_cast<std::uint32_t>(*position));
        m_order->filter().endException(id);
    }
    std::ranges::sort(leaving);
    m_order->remove(leaving);
    announceCounts();
}

int EnforcementFilterProxyModel::rowOfId(core::Id id) const {
    const auto seq = m_source.store().find(id);
    const auto position = seq ? m_order->find(*seq) : std::nullopt;
    return position ? static_cast<int>(m_order->rows().mirrored(*position)) : -1;
}

core::Id EnforcementFilterProxyModel::idAt(int row) const {
    return row >= 0 && row < shownCount() ? rowAt(row).id : core::UnknownId;
}

const core::EnforcementRow& EnforcementFilterProxyModel::rowAt(int row) const {
    const SortedRows& rows = m_order->rows();
    return rows.rowAt(rows.mirrored(static_cast<std::size_t>(row)));
}

void EnforcementFilterProxyModel::copySeqs(int first, int count, std::vector<core::EnforcementStore::Seq>& seqs) const {
    const SortedRows& rows = m_order->rows();
    const int begin = std::clamp(first, 0, shownCount());
    const int end = begin + std::clamp(first + count - begin, 0, shownCount() - begin);
    seqs.reserve(seqs.size() + static_cast<std::size_t>(end - begin));
    for (int row = begin; row < end; ++row)
        seqs.push_back(rows.seqAt(rows.mirrored(static_cast<std::size_t>(row))));
}

int EnforcementFilterProxyModel::shownCount() const { return static_cast<int>(m_order->rows().size()); }

int EnforcementFilterProxyModel::totalCount() const { return m_source.rowCount(); }

const StatusCounts& EnforcementFilterProxyModel::statusCounts() const { return m_order->statusCounts(); }

} // namespace attune::models
