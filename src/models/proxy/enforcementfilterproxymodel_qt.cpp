// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
//
// What Qt's model interface asks for. Every virtual that the base class answers from its own mapping is answered here.
#include "proxyorder.h"
#include "proxypatcher.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <QItemSelection>

namespace attune::models {

void EnforcementFilterProxyModel::setSourceModel(QAbstractItemModel* sourceModel) {
    Q_ASSERT_X(sourceModel == &m_source, "setSourceModel", "the source is given for life");
    Q_UNUSED(sourceModel)
}

QModelIndex EnforcementFilterProxyModel::mapToSource(const QModelIndex& proxyIndex) const {
    if (!proxyIndex.isValid())
        return {};
    Q_ASSERT(checkIndex(proxyIndex));
    const SortedRows& rows = m_order->rows();
    const auto seq = rows.seqAt(rows.mirrored(static_cast<std::size_t>(proxyIndex.row())));
    return m_source.index(static_cast<int>(seq - m_source.store().firstSeq()), proxyIndex.column());
}

QModelIndex EnforcementFilterProxyModel::mapFromSource(const QModelIndex& sourceIndex) const {
    if (!sourceIndex.isValid())
        return {};
    Q_ASSERT(m_source.checkIndex(sourceIndex));
    const auto position = m_order->find(m_source.store().firstSeq() + sourceIndex.row());
    return position ? index(static_cast<int>(m_order->rows().mirrored(*position)), sourceIndex.column())
                    : QModelIndex();
}

QItemSelection EnforcementFilterProxyModel::mapSelectionToSource(const QItemSelection& proxySelection) const {
    QItemSelection selection;
    for (const QItemSelectionRange& range : proxySelection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            selection.select(mapToSource(index(row, range.left())), mapToSource(index(row, range.right())));
    }
    return selection;
}

QItemSelection EnforcementFilterProxyModel::mapSelectionFromSource(const QItemSelection& sourceSelection) const {
    QItemSelection selection;
    for (const QItemSelectionRange& range : sourceSelection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QModelIndex left = mapFromSource(m_source.index(row, range.left()));
            if (left.isValid())
                selection.select(left, left.siblingAtColumn(range.right()));
        }
    }
    return selection;
}

QModelIndex EnforcementFilterProxyModel::index(int row, int column, const QModelIndex& parent) const {
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex EnforcementFilterProxyModel::parent(const QModelIndex&) const { return {}; }

QModelIndex EnforcementFilterProxyModel::sibling(int row, int column, const QModelIndex& index) const {
    return index.isValid() ? this->index(row, column) : QModelIndex();
}

int EnforcementFilterProxyModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : shownCount();
}

int EnforcementFilterProxyModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : core::ColumnCount;
}

bool EnforcementFilterProxyModel::hasChildren(const QModelIndex& parent) const {
    return !parent.isValid() && shownCount() > 0;
}

QVariant EnforcementFilterProxyModel::data(const QModelIndex& index, int role) const {
    return m_source.data(mapToSource(index), role);
}

bool EnforcementFilterProxyModel::setData(const QModelIndex&, const QVariant&, int) { return false; }

QVariant EnforcementFilterProxyModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal)
        return m_source.headerData(section, orientation, role);
    if (section < 0 || section >= shownCount())
        return {};
    return m_source.headerData(mapToSource(index(section, 0)).row(), orientation, role);
}

bool EnforcementFilterProxyModel::setHeaderData(int, Qt::Orientation, const QVariant&, int) { return false; }

Qt::ItemFlags EnforcementFilterProxyModel::flags(const QModelIndex& index) const {
    return index.isValid() ? m_source.flags(mapToSource(index)) : Qt::NoItemFlags;
}

bool EnforcementFilterProxyModel::insertRows(int, int, const QModelIndex&) { return false; }
bool EnforcementFilterProxyModel::insertColumns(int, int, const QModelIndex&) { return false; }
bool EnforcementFilterProxyModel::removeRows(int, int, const QModelIndex&) { return false; }
bool EnforcementFilterProxyModel::removeColumns(int, int, const QModelIndex&) { return false; }

} // namespace attune::models
