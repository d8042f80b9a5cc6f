// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/timestamp.h"

#include <cstdint>

namespace attune::models {
class EnforcementFilterProxyModel;
}

namespace attune::widgets {

/// Counts what arrives while a view holds still: all of it, and what the filter lets through.
class ArrivalCounter {
public:
    void setModel(const models::EnforcementFilterProxyModel* model);
    /// Counts from now on, from zero.
    void start();
    void stop() { m_counting = false; }
    /// Rows were inserted into the table.
    void onArrived(int first, int last);
    /// Rows were inserted into the proxy.
    void onShown(int first, int last);

    [[nodiscard]] std::int64_t arrived() const { return m_counting ? m_arrived : 0; }
    /// Notifications come a little out of order: what was created so shortly before the newest row is no history.
    static constexpr core::UtcMicros Disorder = 2'000'000;

    [[nodiscard]] std::int64_t matching() const { return m_counting ? m_matching : 0; }

private:
    const models::EnforcementFilterProxyModel* m_model = nullptr;
    bool m_counting = false;
    std::int64_t m_firstNew = 0;                  ///< sequence number in the store
    core::UtcMicros m_newest = core::UnknownTime; ///< creation time: what is older and comes late is history
    std::int64_t m_arrived = 0;
    std::int64_t m_matching = 0;
};

} // namespace attune::widgets
