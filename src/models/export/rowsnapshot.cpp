// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/models/export/rowsnapshot.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <algorithm>
#include <limits>

namespace attune::models {

namespace {

constexpr RowSnapshot::Seq Gone = std::numeric_limits<RowSnapshot::Seq>::min();

} // namespace

RowSnapshot::RowSnapshot(const EnforcementFilterProxyModel& proxy, const std::vector<RowSpan>& spans)
    : m_table(static_cast<const EnforcementTableModel&>(*proxy.sourceModel())) {
    for (const RowSpan& span : spans)
        proxy.copySeqs(span.first, span.count, m_seqs);
    connect(&m_table, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex&, int first, int last) {
        const Seq front = m_table.store().firstSeq();
        onRowsLeaving(front + first, front + last + 1, first == 0 || m_table.isRetiring());
    });
    connect(&m_table, &EnforcementTableModel::rowsRenumbered, this,
            [this](const core::Retirement& retirement) { onRenumbered(retirement); });
    connect(&m_table, &QAbstractItemModel::modelReset, this, [this] {
        m_isVoid = true;
        m_missing += m_seqs.size() - m_next;
        m_next = m_seqs.size();
    });
}

std::vector<RowSpan> RowSnapshot::allRows(const EnforcementFilterProxyModel& proxy) {
    std::vector<RowSpan> spans;
    int first = 0;
    for (const int row : proxy.leavingRows()) {
        spans.push_back({first, row - first});
        first = row + 1;
    }
    spans.push_back({first, proxy.shownCount() - first});
    return spans;
}

core::RowSlice RowSnapshot::next(std::size_t count) {
    const core::EnforcementStore& store = m_table.store();
    core::RowSlice slice;
    const std::size_t end = m_next + std::min(count, m_seqs.size() - m_next);
    slice.rows.reserve(end - m_next);
    for (; m_next < end; ++m_next) {
        if (m_seqs[m_next] == Gone) {
            ++m_missing;
            continue;
        }
        const core::EnforcementRow& row = store.row(m_seqs[m_next]);
        if (row.traceTag == core::TraceTag::Stored)
            slice.tags.emplace_back(slice.rows.size(), store.storedTraceTag(row.id));
        slice.rows.push_back(row);
    }
    return slice;
}

void RowSnapshot::onRenumbered(const core::Retirement& retirement) {
    for (std::size_t i = m_next; i < m_seqs.size(); ++i) {
        if (m_seqs[i] != Gone)
            m_seqs[i] = retirement.renumbered(m_seqs[i]);
    }
}

/// Numbers of rows that go must not be kept: history that comes in front may get them again.
void RowSnapshot::onRowsLeaving(Seq begin, Seq end, bool othersStay) {
    const Seq down = othersStay ? 0 : end - begin;
    for (std::size_t i = m_next; i < m_seqs.size(); ++i) {
        Seq& seq = m_seqs[i];
        if (seq >= end)
            seq -= down;
        else if (seq >= begin)
            seq = Gone;
    }
}

} // namespace attune::models
