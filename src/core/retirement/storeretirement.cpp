// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/enforcementstore.h"

#include <algorithm>
#include <utility>

// How rows leave a store that is full, and which do not.
namespace attune::core {

bool EnforcementStore::isExempt(const EnforcementRow& row) const {
    return row.status == Status::Created || (!m_pinned.empty() && m_pinned.contains(row.id));
}

void EnforcementStore::setPinned(const std::vector<Id>& ids) {
    const std::unordered_set<Id> before = std::exchange(m_pinned, {ids.begin(), ids.end()});
    const auto reconsider = [this](Id id) {
        if (const auto seq = find(id))
            m_exempt.set(*seq, isExempt(row(*seq)));
    };
    std::ranges::for_each(before, reconsider);
    std::ranges::for_each(m_pinned, reconsider);
}

void EnforcementStore::limitPrepend(BatchPlan& plan, std::size_t count, std::size_t exemptCount) {
    if (plan.prepend.size() <= count)
        return;
    plan.isLimited = true;
    const auto exempt = static_cast<std::size_t>(
        std::ranges::count_if(plan.prepend, [this](const EnforcementRow& row) { return isExempt(row); }));
    std::size_t exemptRoom = std::min(exempt, count + exemptCount);
    std::size_t room = count - std::min(count, exemptRoom);
    auto kept = plan.prepend.end();
    for (auto row = plan.prepend.end(); row != plan.prepend.begin();) {
        std::size_t& left = isExempt(*--row) && exemptRoom > 0 ? exemptRoom : room;
        if (left > 0) {
            --left;
            *--kept = *row;
        } else {
            m_newestRetired = std::max(m_newestRetired, row->created);
        }
    }
    plan.prepend.erase(plan.prepend.begin(), kept);
}

void EnforcementStore::noteRetired(Seq first, Seq end) {
    const bool isInOrder = m_arrivalOrder.isByAge();
    for (Seq seq = isInOrder ? end - 1 : first; seq < end; ++seq)
        m_newestRetired = std::max(m_newestRetired, m_rows.at(seq).created);
    for (Seq seq = m_traceTags.empty() ? end : first; seq < end; ++seq) {
        if (m_rows.at(seq).traceTag == TraceTag::Stored)
            m_traceTags.erase(m_rows.at(seq).id);
    }
}

void EnforcementStore::retireOldest(std::size_t count) {
    const std::size_t leaving = std::min(count, size());
    if (leaving == 0)
        return;
    const Seq end = firstSeq() + static_cast<Seq>(leaving);
    noteRetired(firstSeq(), end);
    m_index.noteRetired(leaving);
    m_rows.pop_front(leaving);
    m_exempt.dropBefore(end);
}

Retirement EnforcementStore::retirementTo(std::size_t rows) const {
    return m_exempt.retirement(firstSeq(), endSeq(), static_cast<Seq>(size() - rows), static_cast<Seq>(rows / 2));
}

void EnforcementStore::retire(const Retirement& retirement) {
    if (retirement.movesRows())
        pack(retirement);
    else
        retireOldest(static_cast<std::size_t>(retirement.count()));
    m_keptEnd = retirement.end() > firstSeq() ? retirement.end() : INT64_MIN;
}

/// From the end, so that a row is read before another is written over it. What the index knows is true at each step: a
/// number is given away only when the row that had it has been dealt with.
void EnforcementStore::pack(const Retirement& retirement) {
    const Seq front = retirement.firstAfterwards();
    const auto& runs = retirement.runs();
    Seq to = runs.back().end();
    Seq from = to;
    Seq dead = 0;
    const auto moveUp = [this, &to, &from](Seq first) {
        while (from > first) {
            const EnforcementRow row = m_rows.at(--from);
            m_index.renumber(row.id, --to);
            m_rows.at(to) = row;
        }
    };
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        noteRetired(run->first, run->end());
        moveUp(run->end());
        for (from = run->end(); from > std::max(front, run->first);)
            m_index.bury(m_rows.at(--from).id);
        dead += from - run->first;
        from = run->first;
    }
    moveUp(retirement.first());
    m_index.noteRetired(static_cast<std::size_t>(dead));
    m_rows.pop_front(static_cast<std::size_t>(retirement.count()));
    m_arrivalOrder.onPacked(retirement.first(), retirement.end());
    m_exempt.fill(front, retirement.end());
    m_exempt.dropBefore(front);
}

} // namespace attune::core
