// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace attune::models {
class EnforcementFilterProxyModel;
}

namespace attune::widgets {

class EnforcementView;

/// Lists do not say when a row was resolved (protocol section 4.1). Asks for the details of the final rows that can be
/// seen and lack that time, a little after scrolling stops; never for rows nobody looks at.
class ResolvedTimes : public QObject {
    Q_OBJECT
public:
    ResolvedTimes(const EnforcementView& view, const models::EnforcementFilterProxyModel& proxy, QObject* parent);

    static constexpr std::chrono::milliseconds Delay{400};

Q_SIGNALS:
    void wanted(const std::vector<attune::core::Id>& ids);

private:
    void look();

    const EnforcementView& m_view;
    const models::EnforcementFilterProxyModel& m_proxy;
    QTimer m_timer;
};

} // namespace attune::widgets
