// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/chunkeddeque.h"
#include "attune/core/enforcement.h"
#include "attune/core/idindex.h"
#include "attune/core/merge.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attune::core {

/// One known row that a batch changes.
struct RowPatch {
    std::int64_t seq = 0;
    EnforcementRow before;
    EnforcementRow after;
    Field fields = Field::None;
};

/// A run of removed rows, by the sequence numbers they have when the earlier runs of the plan are gone already.
struct SeqRange {
    std::int64_t first = 0;
    std::int64_t count = 0;
};

/// What a batch does to the store: worked out before anything changes, so that a model can announce it and a proxy can
/// look up old positions. Order of execution: prepend, append, patch, remove, retire.
struct BatchPlan {
    std::vector<EnforcementRow> prepend; ///< older than every known row; oldest first
    std::vector<EnforcementRow> append;  ///< in order of age
    std::vector<RowPatch> patches;       ///< ascending by seq, one per row
    std::vector<SeqRange> removals;      ///< highest first, so that earlier removals do not shift later ones
    std::vector<Id> incomplete;          ///< ids whose rows cannot be shown before a detail is read
    std::vector<std::pair<Id, std::string>> traceTags; ///< stored tags of rows in this plan
    std::size_t conflicts = 0;                         ///< contradictions met while merging
    std::vector<Id> conflicting;                       ///< the ids concerned, to be read again
};

/// The cache: rows in order of arrival, found by id in O(1), addressed by a sequence number that never changes until a
/// row in front of it is removed from the middle. Belongs to one thread. Knows no Qt model; EnforcementTableModel wraps
/// it.
class EnforcementStore {
public:
    using Seq = ChunkedDeque<EnforcementRow>::Seq;

    EnforcementStore();

    [[nodiscard]] std::size_t size() const noexcept { return m_rows.size(); }
    [[nodiscard]] Seq firstSeq() const noexcept { return m_rows.firstSeq(); }
    [[nodiscard]] Seq endSeq() const noexcept { return m_rows.endSeq(); }
    [[nodiscard]] const EnforcementRow& row(Seq seq) const { return m_rows.at(seq); }
    [[nodiscard]] std::optional<Seq> find(Id id) const noexcept;
    /// The tag as text; empty when unknown. `vocabulary` is the one the row's symbols come from.
    [[nodiscard]] std::string traceTag(const EnforcementRow& row, const Vocabulary& vocabulary) const;

    /// Coalesces `batch` per id and joins it with what is known. Changes nothing but the pool of incomplete rows, in
    /// which knowledge about rows without a creation time waits for the detail.
    [[nodiscard]] BatchPlan plan(const EnforcementBatch& batch);

    // The steps of a plan, in this order; a model emits its signals around each.
    void prepend(const BatchPlan& plan);
    void append(const BatchPlan& plan);
    void patch(const BatchPlan& plan);
    void remove(SeqRange range);
    void retireOldest(std::size_t count);

    /// All steps at once, then retires down to `cap` rows (0 = no cap).
    BatchPlan apply(const EnforcementBatch& batch, std::size_t cap = 0);
    void clear();

private:
    struct Pending {
        EnforcementRow row;
        std::string traceTag;
    };
    class Planner;

    void forget(const EnforcementRow& row);

    ChunkedDeque<EnforcementRow> m_rows;
    IdIndex m_index;
    std::unordered_map<Id, std::string> m_traceTags; // only tags that cannot be derived
    std::unordered_map<Id, Pending> m_incomplete;    // bounded by MaxIncomplete
    static constexpr std::size_t MaxIncomplete = 20'000;
};

} // namespace attune::core
