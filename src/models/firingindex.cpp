// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "firingindex.h"

#include <algorithm>
#include <utility>

namespace attune::models {

FiringIndex::FiringIndex(const core::EnforcementStore& store) : m_store(store) { rebuild(); }

void FiringIndex::rebuild() {
    m_byRule.clear();
    m_base = m_store.firstSeq();
    for (Seq seq = m_base; seq < m_store.endSeq(); ++seq)
        firingsOf(m_store.row(seq).ruleRef).push_back(static_cast<Offset>(seq - m_base));
    const auto earlier = [this](Offset a, Offset b) { return isEarlier(a, b); };
    for (Firings& firings : m_byRule) {
        if (!std::is_sorted(firings.begin(), firings.end(), earlier)) // arrival is nearly the order of age
            std::sort(firings.begin(), firings.end(), earlier);
    }
}

bool FiringIndex::isEarlier(Offset a, Offset b) const {
    const core::EnforcementRow& left = row(a);
    const core::EnforcementRow& right = row(b);
    return left.created != right.created ? left.created < right.created : left.id < right.id;
}

FiringIndex::Firings& FiringIndex::firingsOf(core::Symbol rule) {
    if (rule >= m_byRule.size())
        m_byRule.resize(std::size_t{rule} + 1);
    return m_byRule[rule];
}

void FiringIndex::onInserted(Seq first, std::int64_t count) {
    if (first - m_base < INT32_MIN || first + count - m_base > INT32_MAX) {
        rebuild(); // every two thousand million rows
        return;
    }
    std::vector<Offset> added(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i)
        added[static_cast<std::size_t>(i)] = static_cast<Offset>(first + i - m_base);
    std::sort(added.begin(), added.end(), [this](Offset a, Offset b) {
        return row(a).ruleRef != row(b).ruleRef ? row(a).ruleRef < row(b).ruleRef : isEarlier(a, b);
    });
    for (auto begin = added.begin(); begin != added.end();) {
        const core::Symbol rule = row(*begin).ruleRef;
        const auto end =
            std::find_if(begin, added.end(), [this, rule](Offset offset) { return row(offset).ruleRef != rule; });
        insert(firingsOf(rule), {begin, end});
        begin = end;
    }
}

void FiringIndex::insert(Firings& firings, std::span<const Offset> added) {
    const auto earlier = [this](Offset a, Offset b) { return isEarlier(a, b); };
    const auto place = std::upper_bound(firings.begin(), firings.end(), added.front(), earlier);
    const bool fits = place == firings.end() || earlier(added.back(), *place);
    const auto begin = firings.insert(place, added.begin(), added.end());
    if (!fits)
        std::inplace_merge(begin, begin + static_cast<std::ptrdiff_t>(added.size()), firings.end(), earlier);
}

void FiringIndex::onPatched(const std::vector<core::RowPatch>& patches) {
    const auto moves = [](const core::RowPatch& patch) {
        return has(patch.fields, core::Field::Created | core::Field::RuleRef);
    };
    // Only a detail corrects these, once in the life of few rows.
    if (std::any_of(patches.begin(), patches.end(), moves))
        rebuild();
}

void FiringIndex::onRemoved(core::SeqRange range) {
    if (m_store.firstSeq() > range.first) { // from the front: the others keep their numbers
        onRetired();
        return;
    }
    const auto first = static_cast<Offset>(range.first - m_base);
    const auto count = static_cast<Offset>(range.count);
    for (Firings& firings : m_byRule) {
        std::erase_if(firings, [first, count](Offset offset) { return offset >= first && offset - first < count; });
        for (Offset& offset : firings)
            offset -= offset >= first ? count : 0;
    }
}

void FiringIndex::onRetired() {
    const auto first = static_cast<Offset>(m_store.firstSeq() - m_base);
    for (Firings& firings : m_byRule)
        std::erase_if(firings, [first](Offset offset) { return offset < first; });
}

void FiringIndex::onRetiredAround(const core::Retirement& retirement) {
    const auto end = static_cast<Offset>(retirement.end() - m_base);
    for (Firings& firings : m_byRule) {
        std::erase_if(firings, [&](Offset offset) { return offset < end && retirement.isLeaving(m_base + offset); });
        for (Offset& offset : firings) {
            if (offset < end)
                offset = static_cast<Offset>(retirement.renumbered(m_base + offset) - m_base);
        }
    }
}

std::optional<std::chrono::microseconds> FiringIndex::sincePrevious(core::Id id) const {
    const auto seq = m_store.find(id);
    if (!seq)
        return std::nullopt;
    const auto offset = static_cast<Offset>(*seq - m_base);
    const core::Symbol rule = row(offset).ruleRef;
    if (rule == core::RedactedRef || rule >= m_byRule.size()) // nobody knows whether it is the same rule
        return std::nullopt;
    const Firings& firings = m_byRule[rule];
    const auto place = std::lower_bound(firings.begin(), firings.end(), offset,
                                        [this](Offset a, Offset b) { return isEarlier(a, b); });
    if (place == firings.begin())
        return std::nullopt;
    return std::chrono::microseconds(row(offset).created - row(*std::prev(place)).created);
}

} // namespace attune::models
