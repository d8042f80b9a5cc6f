// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sortedrows.h"

#include "attune/core/merge.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace attune::models {

/// Sorts all rows of a store under some order without keeping the GUI waiting: copies what sorting needs, a slice per
/// turn of the event loop, sorts the copy on a thread, and puts right what happened to the rows meanwhile. A newer
/// request supersedes an older one. Lives on the thread of the models.
class BackgroundSort : public QObject {
    Q_OBJECT
public:
    using Seq = SortedRows::Seq;

    /// `store` outlives it.
    explicit BackgroundSort(const core::EnforcementStore& store);
    ~BackgroundSort() override;

    void start(core::RowOrder order);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_order.has_value(); }
    /// The order that is being worked on. Precondition: isRunning().
    [[nodiscard]] const core::RowOrder& order() const { return *m_order; }

    /// Rows are about to change their values.
    void onRowsChanging(const std::vector<core::RowPatch>& patches);
    /// Rows have got other numbers.
    void onRenumbered();

    /// Once, after sorted(): all rows the store has now.
    [[nodiscard]] SortedRows take();

Q_SIGNALS:
    /// Not for a request that was cancelled or superseded.
    void sorted();

private:
    struct Job {
        std::vector<core::SortItem> items;
        std::vector<std::int32_t> rows; ///< the answer
        std::atomic<bool> isCancelled{false};
    };
    static constexpr Seq SliceRows = 50'000; // a few milliseconds

    void copySlice();
    void launch();
    [[nodiscard]] std::vector<Seq> lateRows() const;

    const core::EnforcementStore& m_store;
    std::optional<core::RowOrder> m_order;
    std::shared_ptr<Job> m_job;
    Seq m_begin = 0; ///< the copy holds these numbers
    Seq m_end = 0;
    std::vector<Seq> m_changed; ///< since they were copied
    QTimer m_slice;
    QThreadPool m_pool; // the last member: waits for the thread, which still uses the others
};

} // namespace attune::models
