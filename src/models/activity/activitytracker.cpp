// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/models/activity/activitytracker.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <algorithm>
#include <utility>

namespace attune::models {

namespace {

using namespace std::chrono_literals;

/// No passing of time, and no putting right of clocks as it happens all the time: what was let go of may count again,
/// and what was stretched may be narrow again.
bool isJump(core::UtcMicros from, core::UtcMicros to) {
    constexpr core::UtcMicros Second = 1'000'000;
    return core::isInstant(from) && core::isInstant(to) && (to + Second < from || to - 60 * Second > from);
}

/// A relative window moves by itself: rows leave it without a word. The buckets let go of time instead.
core::EnforcementFilter withoutWindow(core::EnforcementFilter filter) {
    filter.window.reset();
    return filter;
}

/// The finest buckets that make sense: a range may be looked at closely.
core::ActivityBuckets bucketsFor(const core::EnforcementFilter& filter) {
    const bool isRange = core::isInstant(filter.from) && core::isInstant(filter.to);
    return core::ActivityBuckets(isRange ? std::chrono::microseconds(1ms) : std::chrono::microseconds(1s));
}

} // namespace

ActivityTracker::ActivityTracker(const EnforcementFilterProxyModel& proxy, QObject* parent)
    : QObject(parent)
    , m_proxy(proxy)
    , m_table(static_cast<const EnforcementTableModel&>(*proxy.sourceModel()))
    , m_filter(core::EnforcementFilter(), m_table.vocabulary(), &m_table.store()) {
    m_slice.setInterval(0); // a timer lets everything else have its turn
    connect(&m_slice, &QTimer::timeout, this, &ActivityTracker::countSlice);
    connectTable();
}

ActivityTracker::~ActivityTracker() = default;

void ActivityTracker::connectTable() {
    connect(&m_table, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { onRowsInserted(first, last); });
    connect(&m_table, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { onRowsLeaving(first, last); });
    connect(&m_table, &EnforcementTableModel::rowsRenumbered, this,
            [this](const core::Retirement& retirement) { m_end = retirement.renumbered(m_end); });
    // The old values are counted out before, the new ones in after: a trace tag is not part of a row.
    connect(&m_table, &EnforcementTableModel::rowsAboutToBePatched, this,
            [this](const std::vector<core::RowPatch>& patches) {
                for (const core::RowPatch& patch : patches) {
                    if (patch.seq < m_end)
                        count(patch.before, false);
                }
            });
    connect(&m_table, &EnforcementTableModel::rowsPatched, this, [this](const std::vector<core::RowPatch>& patches) {
        for (const core::RowPatch& patch : patches) {
            if (patch.seq < m_end)
                count(patch.after, true);
        }
    });
    connect(&m_table, &EnforcementTableModel::batchApplied, this, [this] {
        if (std::exchange(m_isChanged, false))
            refine();
    });
    connect(&m_table, &QAbstractItemModel::modelReset, this, &ActivityTracker::restart);
    connect(&m_proxy, &EnforcementFilterProxyModel::filterApplied, this, &ActivityTracker::restart);
}

void ActivityTracker::setActive(bool active) {
    if (active == std::exchange(m_isActive, active))
        return;
    restart();
}

void ActivityTracker::restart() {
    m_slice.stop();
    m_filter = core::CompiledFilter(withoutWindow(m_proxy.filter()), m_table.vocabulary(), &m_table.store());
    m_buckets = bucketsFor(m_proxy.filter());
    m_end = m_table.store().firstSeq();
    if (m_isActive) {
        cover();
        countSlice();
    }
}

void ActivityTracker::countSlice() {
    const core::EnforcementStore& store = m_table.store();
    const Seq begin = std::max(m_end, store.firstSeq());
    m_end = std::min(store.endSeq(), begin + SliceRows);
    for (Seq seq = begin; seq < m_end;) {
        for (const core::EnforcementRow& row :
             store.run(seq).first(std::min(store.run(seq).size(), static_cast<std::size_t>(m_end - seq)))) {
            count(row, true);
            ++seq;
        }
    }
    if (m_end < store.endSeq())
        m_slice.start();
    else
        m_slice.stop();
    m_isChanged = false;
    Q_EMIT changed();
}

void ActivityTracker::setNow(core::UtcMicros now) {
    const core::UtcMicros last = std::exchange(m_now, now);
    if (now == last || !m_isActive)
        return;
    if (isJump(last, now)) {
        restart();
        return;
    }
    const auto extent = [this] { return std::pair(m_buckets.size(), m_buckets.beginOf(0)); };
    const auto before = extent();
    cover();
    if (extent() != before) // else nothing looks different
        refine();
}

/// The time that the filter leaves.
void ActivityTracker::cover() {
    const core::EnforcementFilter& filter = m_proxy.filter();
    const core::UtcMicros begin = filter.oldestMatching(m_now);
    if (filter.window && core::isInstant(m_now))
        m_buckets.trimBefore(begin);
    if (core::isInstant(begin))
        m_buckets.reach(begin);
    const bool isOver = core::isInstant(filter.to) && filter.to <= m_now;
    m_buckets.reach(isOver ? filter.to - 1 : m_now);
}

/// When the old end has gone, what is left may deserve narrower buckets.
void ActivityTracker::refine() {
    const core::EnforcementFilter& filter = m_proxy.filter();
    if (!filter.window && !core::isInstant(filter.from) && !isCounting()) {
        m_buckets.trimEmpty();
        // Counting anew leaves more buckets than that, or the narrowest.
        const bool isSparse = m_buckets.size() * 16 < core::ActivityBuckets::MostBuckets;
        if (isSparse && m_buckets.coarsenings() > 0) {
            restart();
            return;
        }
    }
    Q_EMIT changed();
}

void ActivityTracker::count(const core::EnforcementRow& row, bool comes) {
    if (!m_isActive)
        return;
    ++m_rowsLookedAt;
    if (!m_filter.test(row))
        return;
    if (comes)
        m_buckets.add(row);
    else
        m_buckets.remove(row);
    m_isChanged = true;
}

void ActivityTracker::onRowsInserted(int first, int last) {
    const core::EnforcementStore& store = m_table.store();
    const Seq begin = store.firstSeq() + first;
    const Seq end = store.firstSeq() + last + 1;
    if (isCounting() && begin >= m_end)
        return; // their turn comes
    for (Seq seq = begin; seq < end; ++seq)
        count(store.row(seq), true);
    m_end = std::max(m_end, end);
}

void ActivityTracker::onRowsLeaving(int first, int last) {
    const core::EnforcementStore& store = m_table.store();
    const Seq begin = store.firstSeq() + first;
    const Seq end = std::min(store.firstSeq() + last + 1, m_end);
    for (Seq seq = begin; seq < end; ++seq)
        count(store.row(seq), false);
    if (first > 0 && end > begin && !m_table.isRetiring())
        m_end -= end - begin; // what lies behind gets their numbers
}

} // namespace attune::models
