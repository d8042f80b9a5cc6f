// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sortedrows.h"

#include "attune/core/merge.h"
#include "attune/core/order/sortsnapshot.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <utility>
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
        explicit Job(core::SortSnapshot rows) : snapshot(std::move(rows)) {}
        core::SortSnapshot snapshot;
        std::vector<std::int32_t> rows; ///< the answer, in the order of the list
        std::atomic<bool> isCancelled{false};
    };
    static constexpr Seq SliceRows = 100'000; // a few milliseconds

    void copySlice();
    void launch();
    [[nodiscard]] std::vector<Seq> lateRows() const;
    void leaveOut(const std::vector<Seq>& late, std::vector<std::int32_t>& rows) const;

    const core::EnforcementStore& m_store;
    std::optional<core::RowOrder> m_order;
    std::shared_ptr<Job> m_job;
    Seq m_begin = 0; ///< these numbers are sorted; what comes later is put in afterwards
    Seq m_end = 0;
    Seq m_copied = 0;           ///< as far as they have been copied
    std::vector<Seq> m_changed; ///< of them, since the start
    QTimer m_slice;
    QThreadPool m_pool; // the last member: waits for the thread, which still uses the others
};

} // namespace attune::models
