// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/chunkeddeque.h"
#include "attune/core/enforcement.h"
#include "attune/core/idindex.h"
#include "attune/core/merge.h"
#include "attune/core/order/arrivalorder.h"
#include "attune/core/retirement/exemptrows.h"
#include "attune/core/retirement/retirement.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace attune::core {

class IncompleteRows;

/// One known row that a batch changes.
struct RowPatch {
    std::int64_t seq = 0;
    EnforcementRow before;
    EnforcementRow after;
    Field fields = Field::None; ///< never None; TraceTag alone may come with equal rows, when only the text changed
};

/// A run of removed rows, by the sequence numbers they have when the earlier runs of the plan are gone already.
struct SeqRange {
    std::int64_t first = 0;
    std::int64_t count = 0;
    friend bool operator==(const SeqRange&, const SeqRange&) = default;
};

/// What a batch does to the store: worked out before anything changes, so that a model can announce it and a proxy can
/// look up old positions. Order of execution: prepend, append, patch, remove, retire.
struct BatchPlan {
    std::vector<EnforcementRow> prepend; ///< created before the row at the front; oldest first
    std::vector<EnforcementRow> append;  ///< by (created, id)
    std::vector<RowPatch> patches;       ///< ascending by seq, one per row
    std::vector<SeqRange> removals;      ///< highest first, so that earlier removals do not shift later ones
    std::vector<Id> incomplete;          ///< ids whose rows cannot be shown before a detail is read
    std::vector<std::pair<Id, std::string>> traceTags; ///< stored tags of rows in this plan
    std::size_t conflicts = 0;                         ///< contradictions met while merging
    std::vector<Id> conflicting;                       ///< the ids concerned, to be read again; ascending, each once
    bool isLimited = false;                            ///< limitPrepend() found less room than rows
};

/// The tag of a row as text; `stored` is the one of a row whose tag is stored. Empty when unknown.
[[nodiscard]] std::string traceTagText(const EnforcementRow& row, std::string_view stored,
                                       const Vocabulary& vocabulary);

/// The cache: rows in order of arrival, found by id in O(1), addressed by a sequence number that changes only
/// when a row in front of it is removed from the middle, or when it stays while rows behind it retire. Belongs to one
/// thread. Knows no Qt model; EnforcementTableModel wraps it. Nothing takes time in proportion to the number of rows
/// but removing from the middle and clear().
class EnforcementStore {
public:
    using Seq = ChunkedDeque<EnforcementRow>::Seq;

    EnforcementStore();
    ~EnforcementStore();
    EnforcementStore(const EnforcementStore&) = delete;
    EnforcementStore& operator=(const EnforcementStore&) = delete;

    [[nodiscard]] std::size_t size() const noexcept { return m_rows.size(); }
    [[nodiscard]] Seq firstSeq() const noexcept { return m_rows.firstSeq(); }
    [[nodiscard]] Seq endSeq() const noexcept { return m_rows.endSeq(); }
    [[nodiscard]] const EnforcementRow& row(Seq seq) const { return m_rows.at(seq); }
    /// The rows from `seq` on that lie side by side in memory: at least one. Precondition: the row exists.
    [[nodiscard]] std::span<const EnforcementRow> run(Seq seq) const { return m_rows.run(seq); }
    [[nodiscard]] std::optional<Seq> find(Id id) const noexcept;
    /// To find many ids at once; see IdIndex.
    [[nodiscard]] const IdIndex& index() const noexcept { return m_index; }
    /// The tag as text; empty when unknown. `vocabulary` is the one the row's symbols come from.
    [[nodiscard]] std::string traceTag(const EnforcementRow& row, const Vocabulary& vocabulary) const;
    /// The tag of a row whose tag cannot be derived; empty for every other.
    [[nodiscard]] std::string_view storedTraceTag(Id id) const;
    /// How many rows wait for their detail: at most MaxIncomplete, then the oldest is forgotten. A row that is
    /// forgotten comes back with the next page or notification that knows it.
    [[nodiscard]] std::size_t incompleteCount() const noexcept;
    /// The row is one of these.
    [[nodiscard]] bool waitsForDetail(Id id) const;

    /// Coalesces `batch` per id and joins it with what is known. A removal wins over updates of the same batch; the
    /// last word of a detail wins over a contradiction; of two stored trace tags the greater text wins, so that the
    /// order of arrival does not matter. Changes nothing but the pool of incomplete rows, in which knowledge about rows
    /// that cannot be shown yet waits for the detail.
    [[nodiscard]] BatchPlan plan(const EnforcementBatch& batch);

    /// Drops the oldest rows to prepend until at most `count` are left, as if they had been retired: a full table would
    /// let them go at once. Those that would not retire come first, and so many of them even without room.
    void limitPrepend(BatchPlan& plan, std::size_t count, std::size_t exemptCount = 0);

    // The steps of a plan, in this order; a model emits its signals around each.
    void prepend(const BatchPlan& plan);
    void append(const BatchPlan& plan);
    void patch(const BatchPlan& plan);
    void remove(SeqRange range);
    /// Whatever they are. O(1) while the rows are in order of age and no trace tag is stored.
    void retireOldest(std::size_t count);

    /// Rows that do not retire whatever their status: a few, which somebody looks at. They need not be known.
    void setPinned(const std::vector<Id>& ids);
    /// Created or pinned.
    [[nodiscard]] bool isExempt(const EnforcementRow& row) const;
    /// What has to go for `rows` rows to be left: the oldest but those that are exempt, which may be half of what is
    /// left. Takes a step for each 64 rows that it passes. Precondition: there are more.
    [[nodiscard]] Retirement retirementTo(std::size_t rows) const;
    /// As retireOldest() when only the oldest go; else a look-up for each row that stays among or in front of them.
    void retire(const Retirement& retirement);
    /// Rows in front of this one have stayed although younger ones have retired, or have come although those between
    /// have not.
    [[nodiscard]] Seq keptEnd() const noexcept { return std::max(m_keptEnd, firstSeq()); }

    /// Creation time of the newest row that has retired or that limitPrepend() has let go since clear(), UnknownTime if
    /// none: what is older may be missing.
    [[nodiscard]] UtcMicros newestRetired() const noexcept { return m_newestRetired; }
    /// Whether the rows lie in order of age, or of id.
    [[nodiscard]] const ArrivalOrder& arrivalOrder() const noexcept { return m_arrivalOrder; }

    /// All steps at once, then retirementTo(cap) if there are more rows (0 = no cap).
    BatchPlan apply(const EnforcementBatch& batch, std::size_t cap = 0);
    void clear();

    static constexpr std::size_t MaxIncomplete = 20'000;

private:
    void forget(SeqRange range);
    void noteRetired(Seq first, Seq end);
    void pack(const Retirement& retirement);
    void keepTraceTags(const BatchPlan& plan);

    ChunkedDeque<EnforcementRow> m_rows;
    IdIndex m_index;
    ArrivalOrder m_arrivalOrder{m_rows};
    std::unordered_map<Id, std::string> m_traceTags; // only tags that cannot be derived
    std::unique_ptr<IncompleteRows> m_incomplete;
    ExemptRows m_exempt;
    std::unordered_set<Id> m_pinned;
    Seq m_keptEnd = INT64_MIN;
    UtcMicros m_newestRetired = UnknownTime;
};

} // namespace attune::core
