// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/enforcementstore.h"

#include "batchplanner.h"
#include "incompleterows.h"

#include <QtGlobal>

#include <algorithm>

namespace attune::core {

EnforcementStore::EnforcementStore()
    : m_index(m_rows), m_incomplete(std::make_unique<IncompleteRows>(std::size_t{MaxIncomplete})) {}

EnforcementStore::~EnforcementStore() = default;

std::optional<EnforcementStore::Seq> EnforcementStore::find(Id id) const noexcept {
    const Seq seq = m_index.find(id);
    return seq == IdIndex::NotFound ? std::nullopt : std::optional(seq);
}

std::string traceTagText(const EnforcementRow& row, std::string_view stored, const Vocabulary& vocabulary) {
    switch (row.traceTag) {
    case TraceTag::Unknown:
        return {};
    case TraceTag::Derived:
        return std::string(vocabulary.refs.utf8(row.triggerRef)) + '.' + std::to_string(row.event);
    case TraceTag::Stored:
        return std::string(stored);
    }
    Q_UNREACHABLE();
}

std::string EnforcementStore::traceTag(const EnforcementRow& row, const Vocabulary& vocabulary) const {
    return traceTagText(row, row.traceTag == TraceTag::Stored ? storedTraceTag(row.id) : std::string_view(),
                        vocabulary);
}

std::string_view EnforcementStore::storedTraceTag(Id id) const {
    const auto found = m_traceTags.find(id);
    return found == m_traceTags.end() ? std::string_view() : found->second;
}

std::size_t EnforcementStore::incompleteCount() const noexcept { return m_incomplete->size(); }

bool EnforcementStore::waitsForDetail(Id id) const { return m_incomplete->find(id) != nullptr; }

BatchPlan EnforcementStore::plan(const EnforcementBatch& batch) {
    return BatchPlanner(*this, *m_incomplete, batch).run();
}

void EnforcementStore::prepend(const BatchPlan& plan) {
    const Seq front = m_rows.firstSeq();
    if (m_keptEnd <= front)
        m_keptEnd = plan.isLimited ? front : INT64_MIN;
    for (auto row = plan.prepend.rbegin(); row != plan.prepend.rend(); ++row) {
        const Seq seq = m_rows.push_front(*row);
        m_index.insert(row->id, seq);
        m_exempt.set(seq, isExempt(*row));
        m_arrivalOrder.onPrepended(seq);
    }
    keepTraceTags(plan); // before anybody asks whether the rows pass a filter
}

void EnforcementStore::append(const BatchPlan& plan) {
    for (const EnforcementRow& row : plan.append) {
        const Seq seq = m_rows.push_back(row);
        m_index.insert(row.id, seq);
        m_exempt.set(seq, isExempt(row));
        m_arrivalOrder.onAppended(seq);
    }
    keepTraceTags(plan);
}

void EnforcementStore::patch(const BatchPlan& plan) {
    for (const RowPatch& patch : plan.patches) {
        m_rows.at(patch.seq) = patch.after;
        if (has(patch.fields, Field::Status))
            m_exempt.set(patch.seq, isExempt(patch.after));
        if (has(patch.fields, Field::Created))
            m_arrivalOrder.onPatched(patch.seq);
    }
}

void EnforcementStore::remove(SeqRange range) {
    forget(range);
    const Seq behind = range.first + range.count;
    const bool isInFront = range.first == m_rows.firstSeq();
    if (!isInFront) {
        m_index.moveDown(behind, range.count);
        m_exempt.erase(range.first, range.count, m_rows.endSeq());
    }
    m_rows.erase(range.first, static_cast<std::size_t>(range.count));
    if (isInFront) {
        m_exempt.dropBefore(behind);
        return;
    }
    m_arrivalOrder.onRemoved(range.first, range.count);
    if (m_keptEnd > range.first)
        m_keptEnd = std::max(range.first, m_keptEnd - range.count);
}

BatchPlan EnforcementStore::apply(const EnforcementBatch& batch, std::size_t cap) {
    BatchPlan steps = plan(batch);
    prepend(steps);
    append(steps);
    patch(steps);
    for (const SeqRange range : steps.removals)
        remove(range);
    if (cap > 0 && size() > cap)
        retire(retirementTo(cap));
    return steps;
}

void EnforcementStore::clear() {
    m_rows.clear();
    m_index.clear();
    m_arrivalOrder.clear();
    m_traceTags.clear();
    m_incomplete->clear();
    m_exempt.clear();
    m_keptEnd = INT64_MIN;
    m_newestRetired = UnknownTime;
}

void EnforcementStore::forget(SeqRange range) {
    for (Seq seq = range.first; seq < range.first + range.count; ++seq) {
        const EnforcementRow& row = m_rows.at(seq);
        m_index.remove(row.id);
        if (row.traceTag == TraceTag::Stored)
            m_traceTags.erase(row.id);
    }
}

void EnforcementStore::keepTraceTags(const BatchPlan& plan) {
    // A row that was not let in by limitPrepend() must not leave its tag behind.
    for (const auto& [id, tag] : plan.traceTags) {
        if (m_index.find(id) != IdIndex::NotFound)
            m_traceTags.insert_or_assign(id, tag);
    }
}

} // namespace attune::core
