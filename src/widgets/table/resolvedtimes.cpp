// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/resolvedtimes.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/widgets/enforcementview.h"

#include <QScrollBar>

namespace attune::widgets {

ResolvedTimes::ResolvedTimes(const EnforcementView& view, const models::EnforcementFilterProxyModel& proxy,
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
    std::vector<core::Id> ids;
    const auto [first, last] = m_view.visibleRows();
    for (int row = first; row <= last; ++row) {
        const core::EnforcementRow& shown = m_proxy.rowAt(row);
        if (core::Status::isFinal(shown.status) && shown.resolvedAt == core::UnknownTime)
            ids.push_back(shown.id);
    }
    if (!ids.empty())
        Q_EMIT wanted(ids);
}

} // namespace attune::widgets
