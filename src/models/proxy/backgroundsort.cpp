// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "backgroundsort.h"

#include <algorithm>
#include <utility>

namespace attune::models {

BackgroundSort::BackgroundSort(const core::EnforcementStore& store) : m_store(store) {
    m_pool.setMaxThreadCount(1);
    m_slice.setInterval(0); // a timer lets everything else have its turn
    connect(&m_slice, &QTimer::timeout, this, &BackgroundSort::copySlice);
}

BackgroundSort::~BackgroundSort() { cancel(); }

void BackgroundSort::start(core::RowOrder order) {
    cancel();
    order.refreshRanks();
    m_order.emplace(std::move(order));
    m_job = std::make_shared<Job>();
    m_job->items.reserve(m_store.size());
    m_begin = m_end = m_store.firstSeq();
    m_slice.start();
}

void BackgroundSort::cancel() {
    m_slice.stop();
    if (m_job)
        m_job->isCancelled = true;
    m_job.reset();
    m_order.reset();
    m_changed.clear();
}

void BackgroundSort::copySlice() {
    const Seq storeEnd = m_store.firstSeq() + static_cast<Seq>(m_store.size());
    const Seq end = std::min(storeEnd, m_end + SliceRows);
    for (Seq seq = std::max(m_end, m_store.firstSeq()); seq < end; ++seq) {
        const core::EnforcementRow& row = m_store.row(seq);
        if (m_order->hasKey(row))
            m_job->items.push_back({m_order->key(row), row.created, row.id, static_cast<std::int32_t>(seq - m_begin)});
        else
            m_changed.push_back(seq);
    }
    m_end = end;
    if (m_end == storeEnd)
        launch();
}

void BackgroundSort::launch() {
    m_slice.stop();
    m_pool.start([this, job = m_job, order = *m_order] {
        job->rows = core::sortedRows(std::move(job->items), order, &job->isCancelled);
        const auto done = [this, job] {
            if (job == m_job)
                Q_EMIT sorted();
        };
        QMetaObject::invokeMethod(this, done, Qt::QueuedConnection);
    });
}

void BackgroundSort::onRowsChanging(const std::vector<core::RowPatch>& patches) {
    if (!isRunning())
        return;
    for (const core::RowPatch& patch : patches) {
        if (patch.seq < m_end && m_order->dependsOn(patch.fields))
            m_changed.push_back(patch.seq);
    }
}

void BackgroundSort::onRenumbered() {
    if (isRunning())
        start(*std::exchange(m_order, std::nullopt));
}

std::vector<BackgroundSort::Seq> BackgroundSort::lateRows() const {
    const Seq storeEnd = m_store.firstSeq() + static_cast<Seq>(m_store.size());
    std::vector<Seq> late;
    for (const Seq seq : m_changed) {
        if (seq >= m_store.firstSeq())
            late.push_back(seq);
    }
    for (Seq seq = m_store.firstSeq(); seq < std::min(m_begin, storeEnd); ++seq)
        late.push_back(seq);
    for (Seq seq = std::max(m_end, m_store.firstSeq()); seq < storeEnd; ++seq)
        late.push_back(seq);
    std::ranges::sort(late);
    late.erase(std::unique(late.begin(), late.end()), late.end());
    return late;
}

SortedRows BackgroundSort::take() {
    SortedRows rows(m_store, *m_order);
    std::vector<Seq> late = lateRows();
    const Seq first = m_store.firstSeq();
    std::vector<std::uint8_t> isLate(m_store.size());
    for (const Seq seq : late)
        isLate[static_cast<std::size_t>(seq - first)] = 1;
    std::vector<Seq> seqs;
    seqs.reserve(m_store.size());
    for (const std::int32_t row : m_job->rows) {
        const Seq seq = m_begin + row;
        if (seq >= first && isLate[static_cast<std::size_t>(seq - first)] == 0)
            seqs.push_back(seq);
    }
    if (rows.isFlipped())
        std::ranges::reverse(seqs);
    rows.assign(seqs);
    rows.sort(late);
    rows.insert(rows.slotsFor(late), late);
    cancel();
    return rows;
}

} // namespace attune::models
