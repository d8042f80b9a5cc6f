// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backgroundsort.h"
#include "sortedrows.h"
#include "statuscounter.h"

#include "attune/core/compiledfilter.h"
#include "attune/models/enforcementfilterproxymodel.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace attune::models {

/// Which rows the proxy shows and in which order; changes both with the signals they need. A row is shown exactly when
/// it passes filter() as it was when the row was last looked at: filter, window and rows only change in here.
class ProxyOrder {
public:
    using Seq = SortedRows::Seq;

    ProxyOrder(EnforcementFilterProxyModel& model, const EnforcementTableModel& source);

    [[nodiscard]] SortedRows& rows() { return m_rows; }
    [[nodiscard]] const SortedRows& rows() const { return m_rows; }
    [[nodiscard]] core::CompiledFilter& filter() { return m_filter; }
    [[nodiscard]] std::optional<std::size_t> find(Seq seq);
    [[nodiscard]] const StatusCounts& statusCounts() { return m_counter.counts(); }

    void onRowsInserted(int first, int last);
    void onRowsAboutToBeRemoved(int first, int last);
    void onRowsRemoved(int first, int last);
    /// All runs at once: a view takes time for each.
    void onRowsAboutToRetire(const core::Retirement& retirement);
    void onRenumbered(const core::Retirement& retirement);
    void onReset();
    void onRowsChanging(const std::vector<core::RowPatch>& patches);

    /// What was asked for, in force or still being worked on.
    [[nodiscard]] const core::EnforcementFilter& wantedFilter() const;
    [[nodiscard]] const core::RowOrder& wantedOrder() const;
    /// With so many rows or fewer everything is done at once.
    void setWorkerThreshold(std::size_t rows) { m_workerThreshold = rows; }
    [[nodiscard]] bool isSorting() const { return m_sorting.isRunning(); }

    void setFilter(const core::EnforcementFilter& filter);
    /// True when rows may have come or gone.
    bool setNow(core::UtcMicros now);
    /// Precondition: valid keys.
    void sort(const core::SortKeys& keys);

    /// Shows rows that were not shown, in the order of the list.
    void insert(const std::vector<Seq>& sorted);
    /// Takes rows away; ascending positions.
    void remove(const Positions& positions);

private:
    /// Views take time for every signal. Beyond this many runs the rows concerned are gathered in one place, by a
    /// change of nothing but the order, and come or go there as one run: row counts may not change in a layout change.
    static constexpr std::size_t MaxRuns = 200;
    static constexpr std::size_t RowsPerLookUp = 32;
    /// What another filter does, per row of the store and together.
    struct Marks {
        static constexpr unsigned WillBeShown = 1; // as the filter says it
        static constexpr unsigned WasShown = 2;
        static constexpr unsigned Stays = WillBeShown | WasShown;
        std::vector<std::uint8_t> rows; ///< bits
        Seq first = 0;
        std::size_t leaving = 0;
        std::size_t entering = 0;
        [[nodiscard]] unsigned of(Seq seq) const { return rows[static_cast<std::size_t>(seq - first)]; }
        [[nodiscard]] bool isLeaving(Seq seq) const { return of(seq) == WasShown; }
        [[nodiscard]] bool isEntering(Seq seq) const { return of(seq) == WillBeShown; }
        [[nodiscard]] bool isShown(Seq seq) const { return (of(seq) & WillBeShown) != 0; }
    };
    /// Neighbours that leave or enter.
    struct Run {
        std::size_t position = 0; ///< in the list as it is before any of them enters or leaves
        std::size_t first = 0;    ///< of those that enter: where to look for the first, among all rows
        std::size_t count = 0;
    };
    /// Nothing when they are too many.
    using Runs = std::optional<std::vector<Run>>;
    class RunCollector;

    [[nodiscard]] std::size_t countShown(Seq begin, Seq end);
    void insertSlots(const std::vector<Seq>& sorted, const std::vector<SortedRows::Slot>& slotsOfRows);
    void insertAtOnce(const std::vector<Seq>& sorted, const std::vector<SortedRows::Slot>& slotsOfRows);
    void removeRun(std::size_t position, std::size_t count);
    void removeAtOnce(const Positions& positions);
    [[nodiscard]] std::size_t gatheringPlace(const Positions& positions, const std::vector<std::size_t>& held) const;
    /// Precondition: sorted by age.
    void dropOlderThan(core::UtcMicros oldest);
    /// Precondition: the rows came in order of age.
    void dropArrivedBefore(core::UtcMicros oldest);
    [[nodiscard]] Seq firstCreatedFrom(core::UtcMicros time) const;

    void reorder(core::RowOrder order);
    void onSorted();
    void applyWaitingFilter();
    void cancelNeedlessSort();
    void refilter(core::CompiledFilter filter, const Marks& marks);
    [[nodiscard]] core::CompiledFilter compiled(const core::EnforcementFilter& filter) const;
    [[nodiscard]] Marks mark(core::CompiledFilter& filter);
    /// More rows enter than can be brought into the order while the operator waits.
    [[nodiscard]] bool needsSort(const Marks& marks) const;
    void leave(const Marks& marks);
    [[nodiscard]] Runs leavingRuns(const Marks& marks) const;
    void leaveAtOnce(const Marks& marks);
    [[nodiscard]] std::size_t gatheringPlace(const Marks& marks, const std::vector<std::size_t>& held) const;
    void keepAll(const Marks& marks);
    void enter(const Marks& marks);
    [[nodiscard]] bool isOrderKnown() const { return m_all.has_value() || m_rows.isInOrderOfArrival(); }
    [[nodiscard]] Runs enteringRuns(const Marks& marks) const;
    void enterInRuns(const std::vector<Run>& runs, const Marks& marks);
    /// Shows so many of the rows that enter, from `first` among all rows on, at one position.
    void enterRun(const Run& run, const Marks& marks);
    void enterAtOnce(const Marks& marks);
    void enterUnsorted(const Marks& marks);
    [[nodiscard]] std::vector<Seq> entering(const Marks& marks) const;

    EnforcementFilterProxyModel& m_model;
    const core::EnforcementStore& m_store;
    const core::Vocabulary& m_vocabulary;
    SortedRows m_rows;
    /// While a filter hides something, unless the order is that of arrival: every row in the order of the view, so that
    /// another filter needs no sorting. Kept up while that is cheap, dropped otherwise.
    std::optional<SortedRows> m_all;
    core::CompiledFilter m_filter;
    core::UtcMicros m_now = core::UnknownTime;
    core::UtcMicros m_lastPass = core::UnknownTime;
    Seq m_firstSeqBeforeRemoval = 0;
    std::size_t m_workerThreshold = 50'000;
    BackgroundSort m_sorting;
    /// Cannot be applied before the rows are sorted.
    std::optional<core::EnforcementFilter> m_waitingFilter;
    StatusCounter m_counter;
};

} // namespace attune::models
