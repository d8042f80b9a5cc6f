// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchange.h"
#include "proxyorder.h"

#include <utility>

// Another order.
namespace attune::models {

void ProxyOrder::sort(const core::SortKeys& keys) {
    core::RowOrder order(keys, m_vocabulary);
    if (m_rows.size() > m_workerThreshold && !SortedRows::isOrderOfArrival(order, m_store)) {
        m_sorting.start(std::move(order));
        return;
    }
    m_sorting.cancel();
    reorder(std::move(order));
    applyWaitingFilter();
}

void ProxyOrder::reorder(core::RowOrder order) {
    m_all.reset();
    LayoutChange change(m_model, m_rows);
    // Persistent indexes are remembered by number, so turning the list over does not matter to them.
    m_rows.reorder(std::move(order));
    change.finish();
    Q_EMIT m_model.sortApplied();
}

const core::RowOrder& ProxyOrder::wantedOrder() const {
    return m_sorting.isRunning() ? m_sorting.order() : m_rows.order();
}

void ProxyOrder::onSorted() {
    m_all.emplace(m_sorting.take());
    if (m_rows.order().keys() != m_all->order().keys()) {
        LayoutChange change(m_model, m_rows);
        if (m_rows.size() == m_store.size()) {
            m_rows.become(*std::exchange(m_all, std::nullopt));
        } else {
            std::vector<std::uint8_t> isShown(m_store.size());
            const Seq first = m_store.firstSeq();
            m_rows.forEach(
                [&isShown, first](std::size_t, Seq seq) { isShown[static_cast<std::size_t>(seq - first)] = 1; });
            m_rows.takeOrderOf(*m_all, [&](Seq seq) { return isShown[static_cast<std::size_t>(seq - first)] != 0; });
        }
        change.finish();
        Q_EMIT m_model.sortApplied();
    }
    applyWaitingFilter();
    if (m_filter.passesAll())
        m_all.reset();
}

void ProxyOrder::applyWaitingFilter() {
    if (m_waitingFilter)
        setFilter(*std::exchange(m_waitingFilter, std::nullopt));
}

/// Only a filter that is no longer wanted waits for it.
void ProxyOrder::cancelNeedlessSort() {
    if (m_sorting.isRunning() && m_sorting.order().keys() == m_rows.order().keys())
        m_sorting.cancel();
}

} // namespace attune::models
