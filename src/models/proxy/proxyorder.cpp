// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxyorder.h"

#include "storerows.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace attune::models {

ProxyOrder::ProxyOrder(EnforcementFilterProxyModel& model, const EnforcementTableModel& source)
    : m_model(model)
    , m_store(source.store())
    , m_vocabulary(source.vocabulary())
    , m_rows(m_store, core::RowOrder(core::Column::Created, Qt::DescendingOrder, m_vocabulary))
    , m_filter(core::EnforcementFilter(), m_vocabulary)
    , m_sorting(m_store)
    , m_counter(m_store, m_filter) {
    QObject::connect(&m_sorting, &BackgroundSort::sorted, &m_sorting, [this] { onSorted(); });
}

std::optional<std::size_t> ProxyOrder::find(Seq seq) {
    return m_filter.test(m_store.row(seq)) ? m_rows.find(seq) : std::nullopt;
}

void ProxyOrder::onRowsInserted(int first, int last) {
    m_counter.rowsChanged();
    std::vector<Seq> seqs(static_cast<std::size_t>(last - first + 1));
    std::iota(seqs.begin(), seqs.end(), m_store.firstSeq() + first);
    m_rows.sort(seqs);
    if (m_all)
        m_all->insert(m_all->slotsFor(seqs), seqs);
    if (!m_filter.passesAll())
        std::erase_if(seqs, [this](Seq seq) { return !m_filter.test(m_store.row(seq)); });
    insert(seqs);
}

void ProxyOrder::onRowsAboutToBeRemoved(int first, int last) {
    m_counter.rowsChanged();
    m_firstSeqBeforeRemoval = m_store.firstSeq();
    const Seq begin = m_store.firstSeq() + first;
    const Seq end = m_store.firstSeq() + last + 1;
    if (!m_all && m_rows.isInOrderOfArrival()) {
        const std::size_t position = m_rows.lowerBound(begin);
        if (const std::size_t shown = m_rows.lowerBound(end) - position; shown > 0)
            removeRun(position, shown);
        return;
    }
    const auto count = static_cast<std::size_t>(end - begin);
    if (m_all)
        m_all->erase(m_all->findRange(begin, end, count));
    remove(m_rows.findRange(begin, end, m_filter.passesAll() ? count : countShown(begin, end)));
}

std::size_t ProxyOrder::countShown(Seq begin, Seq end) {
    std::size_t shown = 0;
    for (Seq seq = begin; seq < end; ++seq)
        shown += m_filter.test(m_store.row(seq)) ? 1U : 0U;
    return shown;
}

void ProxyOrder::onRowsRemoved(int first, int last) {
    // At the front the numbers stay; elsewhere the rows behind have moved down.
    if (m_store.firstSeq() != m_firstSeqBeforeRemoval)
        return;
    m_sorting.onRenumbered();
    m_rows.moveDown(m_store.firstSeq() + last + 1, last - first + 1);
    if (m_all)
        m_all->moveDown(m_store.firstSeq() + last + 1, last - first + 1);
}

void ProxyOrder::onRowsAboutToRetire(const core::Retirement& retirement) {
    m_counter.rowsChanged();
    if (m_all)
        m_all->erase(m_all->findLeaving(retirement));
    remove(m_rows.findLeaving(retirement));
}

void ProxyOrder::onRenumbered(const core::Retirement& retirement) {
    m_sorting.onRenumbered();
    m_rows.renumber(retirement);
    if (m_all)
        m_all->renumber(retirement);
}

void ProxyOrder::onReset() {
    m_counter.filterChanged(); // nor is there anything left to be counted
    m_all.reset();
    if (m_waitingFilter)
        m_filter = compiled(*std::exchange(m_waitingFilter, std::nullopt));
    if (m_sorting.isRunning()) {
        m_rows.setOrder(m_sorting.order());
        m_sorting.cancel();
    }
    std::vector<Seq> seqs;
    forEachRow(m_store, [this, &seqs](Seq seq, const core::EnforcementRow& row) {
        if (m_filter.test(row))
            seqs.push_back(seq);
    });
    m_rows.sort(seqs);
    m_rows.assign(seqs);
}

void ProxyOrder::onRowsChanging(const std::vector<core::RowPatch>& patches) {
    m_counter.rowsChanged();
    m_sorting.onRowsChanging(patches);
    const core::RowOrder& order = m_rows.order();
    if (std::ranges::any_of(patches, [&order](const core::RowPatch& patch) { return order.dependsOn(patch.fields); }))
        m_all.reset();
}

} // namespace attune::models
