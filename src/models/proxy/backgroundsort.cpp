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
    m_job = std::make_shared<Job>(core::SortSnapshot(order, m_store.arrivalOrder().isByAge(), m_store.size()));
    m_order.emplace(std::move(order));
    m_begin = m_copied = m_store.firstSeq();
    m_end = m_store.endSeq();
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
    if (m_copied < m_store.firstSeq()) { // retired meanwhile
        if (m_copied > m_begin)
            return start(*std::exchange(m_order, std::nullopt));
        m_begin = m_copied = m_store.firstSeq();
        m_end = std::max(m_end, m_begin);
    }
    const Seq end = std::min(m_end, m_copied + SliceRows);
    while (m_copied < end) {
        const auto run = m_store.run(m_copied);
        const auto rows = run.first(std::min(run.size(), static_cast<std::size_t>(end - m_copied)));
        m_job->snapshot.append(rows, *m_order);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!m_order->hasNumbers(rows[i]))
                m_changed.push_back(m_copied + static_cast<Seq>(i));
        }
        m_copied += static_cast<Seq>(rows.size());
    }
    if (m_copied == m_end)
        launch();
}

void BackgroundSort::launch() {
    m_slice.stop();
    const bool isFlipped = !m_order->growsDownwards();
    m_pool.start([this, job = m_job, isFlipped] {
        job->rows = job->snapshot.takeSorted(&job->isCancelled);
        if (isFlipped)
            std::ranges::reverse(job->rows);
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

void BackgroundSort::leaveOut(const std::vector<Seq>& late, std::vector<std::int32_t>& rows) const {
    const Seq first = m_store.firstSeq();
    if (late.empty() && first <= m_begin)
        return;
    std::vector<std::uint8_t> isLate(m_store.size());
    for (const Seq seq : late)
        isLate[static_cast<std::size_t>(seq - first)] = 1;
    std::erase_if(rows, [this, first, &isLate](std::int32_t row) {
        const Seq seq = m_begin + row;
        return seq < first || isLate[static_cast<std::size_t>(seq - first)] != 0;
    });
}

SortedRows BackgroundSort::take() {
    SortedRows rows(m_store, *m_order);
    std::vector<Seq> late = lateRows();
    leaveOut(late, m_job->rows);
    rows.adopt(std::move(m_job->rows), m_begin);
    rows.sort(late);
    rows.insert(rows.slotsFor(late), late);
    cancel();
    return rows;
}

} // namespace attune::models
