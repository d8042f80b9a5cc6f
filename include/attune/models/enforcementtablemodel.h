// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/core/enforcementstore.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace attune::models {

class FiringIndex;

/// What one batch did to the table.
struct ApplyResult {
    std::size_t prepended = 0;
    std::size_t appended = 0;
    std::size_t patched = 0;
    std::size_t removed = 0;
    std::size_t retired = 0;
    std::size_t conflicts = 0;
    std::vector<core::Id> incomplete;  ///< to be read by detail before they can be shown
    std::vector<core::Id> conflicting; ///< to be read again by detail

    [[nodiscard]] bool changedRows() const { return prepended + appended + patched + removed + retired > 0; }
};

/// The cache as a Qt model: source row 0 is the oldest arrival, row = seq - store().firstSeq(). Patched in place, one
/// batch per frame, with exact signals and never a reset for live data. A row's text is made when it is asked for. GUI
/// thread.
class EnforcementTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// `vocabulary` is the one all rows take their symbols from; it outlives the model.
    explicit EnforcementTableModel(const core::Vocabulary& vocabulary, QObject* parent = nullptr);
    ~EnforcementTableModel() override;

    /// Call once per frame. Inserts history and new rows, patches known ones, removes what is gone, then retires the
    /// oldest rows when the table is a little above its cap. History that would not fit below the cap is not taken.
    /// Rows that are still created or pinned neither retire nor are left out, until they are half of the cap; then the
    /// oldest of them go too.
    ApplyResult apply(const core::EnforcementBatch& batch);
    /// At most `rows` rows stay, and for each RowsPerSlack of them one more, so that retiring is rare; 0 = no limit.
    /// Retires at once.
    void setCap(std::size_t rows);
    static constexpr std::size_t RowsPerSlack = 64;
    [[nodiscard]] std::size_t cap() const { return m_cap; }
    /// These stay in the table: a few that somebody looks at. They need not be in it yet.
    void setPinned(const std::vector<core::Id>& ids) { m_store.setPinned(ids); }
    /// Another identity or server: the only reset.
    void clear();

    void setTimeStyle(core::TimeStyle style);
    [[nodiscard]] core::TimeStyle timeStyle() const { return m_timeStyle; }
    /// The instant that ages and relative times refer to. Emits nothing: ticking cells are repainted by the view, which
    /// alone knows which of them are visible.
    void setNow(core::UtcMicros now) { m_now = now; }
    [[nodiscard]] core::UtcMicros now() const { return m_now; }

    /// Whether the time since the previous firing of a rule is known, which takes about 4 bytes a row. It changes with
    /// other rows, without a signal: the view, which alone knows the few that are visible, asks again.
    void setDeltasWanted(bool wanted);
    /// What `column` tells beside the row, which is one of the table.
    [[nodiscard]] core::RowFacts factsOf(const core::EnforcementRow& row, core::Column column) const;

    /// Between rowsAboutToRetire() and the last rowsRemoved() of it the store still has the rows that are gone from the
    /// model already, all of them behind those that go next.
    [[nodiscard]] bool isRetiring() const { return m_isRetiring; }
    [[nodiscard]] const core::EnforcementStore& store() const { return m_store; }
    [[nodiscard]] const core::Vocabulary& vocabulary() const { return m_vocabulary; }
    /// -1 when the id is not in the table.
    [[nodiscard]] int rowOfId(core::Id id) const;
    /// core::UnknownId when there is no such row.
    [[nodiscard]] core::Id idAt(int row) const;
    /// Precondition: the row exists. Valid until the next change of the model.
    [[nodiscard]] const core::EnforcementRow& rowAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// The columns whose cells show any of `fields`.
    [[nodiscard]] static std::pair<int, int> columnsOf(core::Field fields);

Q_SIGNALS:
    /// Rows retire around others that stay. rowsAboutToBeRemoved() and rowsRemoved() follow for each of its runs, the
    /// last one first; the store still has all rows, under their old numbers, until rowsRenumbered().
    void rowsAboutToRetire(const attune::core::Retirement& retirement);
    /// The rows that stay have their new numbers, and the others are gone: all but the last rowsRemoved() has been
    /// said.
    void rowsRenumbered(const attune::core::Retirement& retirement);
    /// Old values are still in place; patches ascend by seq. rowsPatched() and then dataChanged() follow.
    void rowsAboutToBePatched(const std::vector<attune::core::RowPatch>& patches);
    void rowsPatched(const std::vector<attune::core::RowPatch>& patches);
    /// The texts of these columns are written in another way; dataChanged() for all rows follows.
    void textsChanged(int firstColumn, int lastColumn);
    /// The last signal of a batch that changed anything.
    void batchApplied(const attune::models::ApplyResult& result);

private:
    std::size_t prepend(core::BatchPlan& plan);
    std::size_t append(const core::BatchPlan& plan);
    std::size_t patch(const core::BatchPlan& plan);
    void emitDataChanged(const std::vector<core::RowPatch>& patches);
    std::size_t removeRanges(const core::BatchPlan& plan);
    std::size_t retireTo(std::size_t rows);
    void retireAround(const core::Retirement& retirement);
    /// The store's number of a row, and back; -1 for one that is gone already.
    [[nodiscard]] std::int64_t seqOf(int row) const;
    [[nodiscard]] int rowOf(std::int64_t seq) const;

    const core::Vocabulary& m_vocabulary;
    core::EnforcementStore m_store;
    std::size_t m_cap = 0;
    bool m_isRetiring = false;
    std::vector<core::Retirement::Run> m_retired; ///< gone already, but for the store; the last one first
    core::TimeStyle m_timeStyle = core::TimeStyle::Local;
    core::UtcMicros m_now = core::UnknownTime;
    std::unique_ptr<FiringIndex> m_firings; ///< null while nobody asks
};

} // namespace attune::models
