// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "batchplanner.h"

#include <algorithm>
#include <functional>

namespace attune::core {

namespace {

// So many searches before it is needed: enough for the memory to answer, few enough to be still there.
constexpr std::size_t RowsAhead = 8;
constexpr std::size_t SlotsAhead = 2 * RowsAhead;

// Most batches come in order, and looking is far cheaper than sorting.
template<class T, class Before>
void sortUnlessSorted(std::vector<T>& all, Before before) {
    if (!std::is_sorted(all.begin(), all.end(), before))
        std::sort(all.begin(), all.end(), before);
}

bool isOlder(const EnforcementRow& a, const EnforcementRow& b) {
    return a.created != b.created ? a.created < b.created : a.id < b.id;
}

} // namespace

BatchPlanner::BatchPlanner(const EnforcementStore& store, IncompleteRows& incomplete, const EnforcementBatch& batch)
    : m_store(store), m_incomplete(incomplete), m_batch(batch) {
    m_positions.reserve(batch.updates.size() + batch.removed.size());
    m_work.reserve(batch.updates.size() + batch.removed.size());
}

BatchPlan BatchPlanner::run() {
    for (std::size_t i = 0; i < m_batch.updates.size(); ++i) {
        fetchAhead(i);
        if (m_batch.updates[i].row.id > 0)
            join(m_batch.updates[i]);
    }
    for (const Id id : m_batch.removed)
        work(id).removed = true;
    for (Work& touched : m_work)
        settle(touched);
    orderPlan();
    makeRuns();
    return std::move(m_plan);
}

void BatchPlanner::fetchAhead(std::size_t position) const {
    const std::vector<EnforcementUpdate>& updates = m_batch.updates;
    if (position + SlotsAhead < updates.size())
        m_store.index().fetchSlot(updates[position + SlotsAhead].row.id);
    if (position + RowsAhead < updates.size())
        m_store.index().fetchRows(updates[position + RowsAhead].row.id);
}

BatchPlanner::Work& BatchPlanner::work(Id id) {
    const auto [position, isNew] = m_positions.try_emplace(id, m_work.size());
    if (!isNew)
        return m_work[position->second];
    Work& work = m_work.emplace_back();
    work.row.id = id;
    if ((work.seq = m_store.find(id))) {
        work.row = m_store.row(*work.seq);
        work.traceTag = m_store.storedTraceTag(id);
    } else if (const IncompleteRows::Entry* entry = m_incomplete.find(id)) {
        work.row = entry->row;
        work.traceTag = entry->traceTag;
    }
    return work;
}

void BatchPlanner::join(const EnforcementUpdate& update) {
    Work& touched = work(update.row.id);
    const MergeResult result = merge(touched.row, update.row);
    if (result.conflicts != Field::None) {
        ++m_plan.conflicts;
        touched.conflict = true;
        if (update.origin == Origin::Detail)
            overwrite(touched.row, update.row, result.conflicts);
    }
    joinTraceTag(touched, update, has(result.changed, Field::TraceTag));
}

void BatchPlanner::joinTraceTag(Work& work, const EnforcementUpdate& update, bool tagRaised) {
    if (update.row.traceTag != TraceTag::Stored || (!tagRaised && update.traceTag <= work.traceTag))
        return;
    work.traceTag = update.traceTag;
    work.tagChanged = true;
}

void BatchPlanner::settle(Work& work) {
    if (work.removed) {
        settleRemoved(work);
        return;
    }
    if (work.conflict)
        m_plan.conflicting.push_back(work.row.id);
    if (work.seq) {
        const EnforcementRow& before = m_store.row(*work.seq);
        const Field fields = difference(before, work.row) | (work.tagChanged ? Field::TraceTag : Field::None);
        if (fields != Field::None)
            m_plan.patches.push_back({*work.seq, before, work.row, fields});
    } else {
        settleNew(work);
    }
    if (work.tagChanged && (work.seq || work.row.isComplete()))
        m_plan.traceTags.emplace_back(work.row.id, std::move(work.traceTag));
}

void BatchPlanner::settleNew(Work& work) {
    if (!work.row.isComplete()) {
        m_incomplete.put(work.row, work.traceTag);
        m_plan.incomplete.push_back(work.row.id);
        return;
    }
    m_incomplete.remove(work.row.id);
    work.tagChanged = work.row.traceTag == TraceTag::Stored;
    const bool isHistory = m_store.size() > 0 && work.row.created < oldestOfThoseWithoutGaps();
    (isHistory ? m_plan.prepend : m_plan.append).push_back(work.row);
}

/// Rows in front of it have stayed from where others have retired long ago: what comes from there is no news.
UtcMicros BatchPlanner::oldestOfThoseWithoutGaps() const {
    return m_store.row(std::min(m_store.keptEnd(), m_store.endSeq() - 1)).created;
}

void BatchPlanner::settleRemoved(const Work& work) {
    if (work.seq)
        m_removedSeqs.push_back(*work.seq);
    else
        m_incomplete.remove(work.row.id);
}

void BatchPlanner::orderPlan() {
    sortUnlessSorted(m_plan.prepend, isOlder);
    sortUnlessSorted(m_plan.append, isOlder);
    sortUnlessSorted(m_plan.patches, [](const RowPatch& a, const RowPatch& b) { return a.seq < b.seq; });
    std::sort(m_plan.conflicting.begin(), m_plan.conflicting.end());
}

void BatchPlanner::makeRuns() {
    std::sort(m_removedSeqs.begin(), m_removedSeqs.end(), std::greater<>());
    for (const EnforcementStore::Seq seq : m_removedSeqs) {
        if (!m_plan.removals.empty() && m_plan.removals.back().first == seq + 1) {
            --m_plan.removals.back().first;
            ++m_plan.removals.back().count;
        } else {
            m_plan.removals.push_back({seq, 1});
        }
    }
}

} // namespace attune::core
