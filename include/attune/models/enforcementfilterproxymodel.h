// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/compiledfilter.h"
#include "attune/core/order/roworder.h"
#include "attune/models/enforcementtablemodel.h"

#include <QSortFilterProxyModel>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace attune::models {

class LayoutChange;
class ProxyOrder;
class ProxyPatcher;

/// Rows per core::WordCode of the status.
using StatusCounts = std::array<std::int64_t, 256>;

/// Filters and sorts the table. Is a QSortFilterProxyModel for the interface only: it keeps an order of its own, and
/// none of the base class's mapping, filter or sort functions has any effect. Newest first until sort() says otherwise.
/// What arrives at the hot end costs in proportion to the batch; a new filter is one pass over the rows, a new sort one
/// keyed sort. Selection, current and other persistent indexes stay with their ids. GUI thread; `source` outlives it.
class EnforcementFilterProxyModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit EnforcementFilterProxyModel(EnforcementTableModel& source, QObject* parent = nullptr);
    ~EnforcementFilterProxyModel() override;

    /// In force at once, or, when many rows enter that no longer are in a known order, a little later: see
    /// filterApplied().
    void setFilter(const core::EnforcementFilter& filter);
    /// The one in force.
    [[nodiscard]] const core::EnforcementFilter& filter() const;
    /// Ends a relative time window at `now`: rows that fell out of it leave. Cheap while sorted by creation time or
    /// while the rows came in that order; else a pass over the rows, which is put off until a second has gone by since
    /// the last one.
    void setNow(core::UtcMicros now);

    /// By several columns; what cannot be sorted by is left out. In force at once when few rows are shown or they came
    /// in that order; many others are sorted on a thread, while the order in force stays, and the newest request wins:
    /// see sortApplied(). sort() is the same with one key.
    void sortBy(const core::SortKeys& keys);
    /// The order in force.
    [[nodiscard]] const core::SortKeys& sortKeys() const;
    /// The first key.
    [[nodiscard]] core::Column sortedColumn() const;
    [[nodiscard]] Qt::SortOrder sortDirection() const;

    /// Whether a thread is at work.
    [[nodiscard]] bool isSorting() const;
    /// With so many rows or fewer everything is done at once; smaller than the default only in tests.
    void setWorkerThreshold(std::size_t rows);

    /// Which shown rows stay for a while when a change makes them stop matching, until dismissLeaving() takes them away
    /// or they match again. Another filter does not spare them. Asked while rows change: it must not touch a model.
    void setLeavingKept(std::function<bool(core::Id)> keeps) { m_keepsLeaving = std::move(keeps); }
    /// It is shown although it does not match any more.
    [[nodiscard]] bool isLeaving(core::Id id) const;
    /// In ascending order; a handful.
    [[nodiscard]] std::vector<int> leavingRows() const;
    void dismissLeaving(const std::vector<core::Id>& ids);

    /// -1 when the row is not shown.
    [[nodiscard]] int rowOfId(core::Id id) const;
    /// core::UnknownId when there is no such row.
    [[nodiscard]] core::Id idAt(int row) const;
    /// Precondition: the row exists. Valid until the next change of a model.
    [[nodiscard]] const core::EnforcementRow& rowAt(int row) const;
    /// Appends where the source keeps these shown rows: the store's numbers. What is out of range is left out.
    void copySeqs(int first, int count, std::vector<core::EnforcementStore::Seq>& seqs) const;
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] int totalCount() const;
    /// How many rows each status would show under the other fields of the filter: one pass over the rows, remembered
    /// until something changes. Of many rows those of the last pass, which goes on in the background, and after which
    /// the next one waits for seconds. For what asks a few times a second, not for every frame.
    [[nodiscard]] const StatusCounts& statusCounts() const;

    void setSourceModel(QAbstractItemModel* sourceModel) override;
    QModelIndex mapToSource(const QModelIndex& proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex& sourceIndex) const override;
    QItemSelection mapSelectionToSource(const QItemSelection& proxySelection) const override;
    QItemSelection mapSelectionFromSource(const QItemSelection& sourceSelection) const override;
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    QModelIndex sibling(int row, int column, const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool setHeaderData(int section, Qt::Orientation orientation, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    bool insertRows(int row, int count, const QModelIndex& parent = {}) override;
    bool insertColumns(int column, int count, const QModelIndex& parent = {}) override;
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;
    bool removeColumns(int column, int count, const QModelIndex& parent = {}) override;

Q_SIGNALS:
    /// The filter in force is another one.
    void filterApplied();
    /// The rows are in another order than before.
    void sortApplied();
    /// After everything one batch, filter or tick changed: rows shown and rows known.
    void countsChanged(int shown, int total);

private:
    friend class LayoutChange;
    friend class ProxyOrder;
    friend class ProxyPatcher;
    void connectRows();
    void connectPatches();
    void announceCounts();
    void announceFilter();

    EnforcementTableModel& m_source;
    std::unique_ptr<ProxyOrder> m_order;
    std::unique_ptr<ProxyPatcher> m_patcher;
    std::function<bool(core::Id)> m_keepsLeaving;
    int m_announcedShown = 0;
    int m_announcedTotal = 0;
};

} // namespace attune::models
