// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/resolvedtimes.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <QAbstractItemView>
#include <QScrollBar>

namespace attune::widgets {

ResolvedTimes::ResolvedTimes(const QAbstractItemView& view, const models::EnforcementFilterProxyModel& proxy,
                             QObject* parent)
    : QObject(parent), m_view(view), m_proxy(proxy) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(Delay);
    connect(&m_timer, &QTimer::timeout, this, &ResolvedTimes::look);
    // Not restarted by every change: on a busy stream it would never fire.
    const auto soon = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, soon);
    connect(&proxy, &models::EnforcementFilterProxyModel::countsChanged, this, soon);
    connect(&proxy, &QAbstractItemModel::layoutChanged, this, soon);
}

void ResolvedTimes::look() {
    if (!m_view.isVisible() || m_proxy.shownCount() == 0)
        return;
    const int first = m_view.indexAt(QPoint(0, 0)).row();
    const QModelIndex bottom = m_view.indexAt(QPoint(0, m_view.viewport()->height() - 1));
    const int last = bottom.isValid() ? bottom.row() : m_proxy.shownCount() - 1;
    std::vector<core::Id> ids;
    for (int row = std::max(0, first); row <= last; ++row) {
        const core::EnforcementRow& shown = m_proxy.rowAt(row);
        if (core::Status::isFinal(shown.status) && shown.resolvedAt == core::UnknownTime)
            ids.push_back(shown.id);
    }
    if (!ids.empty())
        Q_EMIT wanted(ids);
}

} // namespace attune::widgets
