// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/activity/activitybuckets.h"
#include "attune/core/compiledfilter.h"
#include "attune/core/enforcementstore.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <vector>

namespace attune::models {

class EnforcementFilterProxyModel;
class EnforcementTableModel;

/// Keeps ActivityBuckets of the rows that pass the proxy's filter, over the time that filter leaves: its window or
/// range, else from the oldest row until now. Costs in proportion to the rows that change. Another filter is counted
/// anew, a slice of the rows per turn of the event loop. GUI thread; the proxy's source outlives it.
class ActivityTracker : public QObject {
    Q_OBJECT
public:
    using Seq = core::EnforcementStore::Seq;
    static constexpr Seq SliceRows = 50'000; ///< a millisecond or two

    explicit ActivityTracker(const EnforcementFilterProxyModel& proxy, QObject* parent = nullptr);
    ~ActivityTracker() override;

    /// Someone looks at it. While nobody does it counts nothing; then it begins anew.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_isActive; }
    /// The end of the time to cover. After a jump, as when somebody has set a clock, everything is counted anew.
    void setNow(core::UtcMicros now);

    [[nodiscard]] const core::ActivityBuckets& buckets() const { return m_buckets; }
    /// Older rows are still being counted.
    [[nodiscard]] bool isCounting() const { return m_slice.isActive(); }
    /// Rows looked at since the start: what it costs.
    [[nodiscard]] std::uint64_t rowsLookedAt() const { return m_rowsLookedAt; }

Q_SIGNALS:
    /// At most once per batch, tick and slice.
    void changed();

private:
    void connectTable();
    void restart();
    void countSlice();
    void cover();
    void refine();
    void count(const core::EnforcementRow& row, bool comes);
    void onRowsInserted(int first, int last);
    void onRowsLeaving(int first, int last);

    const EnforcementFilterProxyModel& m_proxy;
    const EnforcementTableModel& m_table;
    core::CompiledFilter m_filter;
    core::ActivityBuckets m_buckets;
    core::UtcMicros m_now = core::UnknownTime;
    Seq m_end = 0; ///< rows before it have been counted
    bool m_isActive = false;
    bool m_isChanged = false;
    std::uint64_t m_rowsLookedAt = 0;
    QTimer m_slice;
};

} // namespace attune::models
