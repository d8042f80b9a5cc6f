// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementstore.h"
#include "attune/core/export/rowencoder.h"

#include <QObject>

#include <cstddef>
#include <vector>

namespace attune::models {

class EnforcementFilterProxyModel;
class EnforcementTableModel;

/// Rows of the filtered table side by side.
struct RowSpan {
    int first = 0;
    int count = 0;
};

/// Which rows are shown and in which order at one moment, to be read later piece by piece. Their values are those of
/// the moment they are read; rows that have left the table by then are counted and passed over. Sorting and filtering
/// meanwhile change nothing. Eight bytes a row. GUI thread.
class RowSnapshot : public QObject {
    Q_OBJECT
public:
    using Seq = core::EnforcementStore::Seq;

    /// Spans out of range are cut. The proxy's source outlives the snapshot.
    RowSnapshot(const EnforcementFilterProxyModel& proxy, const std::vector<RowSpan>& spans);
    /// Those that match the filter; not what is only leaving.
    [[nodiscard]] static std::vector<RowSpan> allRows(const EnforcementFilterProxyModel& proxy);

    [[nodiscard]] std::size_t size() const { return m_seqs.size(); }
    [[nodiscard]] bool atEnd() const { return m_next == m_seqs.size(); }
    [[nodiscard]] std::size_t missing() const { return m_missing; }
    /// The table has been emptied for another server or identity: nothing of what was meant is left.
    [[nodiscard]] bool isVoid() const { return m_isVoid; }
    /// Looks at the next `count` rows.
    [[nodiscard]] core::RowSlice next(std::size_t count);

private:
    void onRowsLeaving(Seq begin, Seq end, bool othersStay);
    void onRenumbered(const core::Retirement& retirement);

    const EnforcementTableModel& m_table;
    std::vector<Seq> m_seqs;
    std::size_t m_next = 0;
    std::size_t m_missing = 0;
    bool m_isVoid = false;
};

} // namespace attune::models
