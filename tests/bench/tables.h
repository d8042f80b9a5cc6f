// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/enforcementtablemodel.h"
#include "attune/widgets/enforcementview.h"

#include <memory>

namespace attune::bench {

/// The models over so many rows of 256 rules and 64 triggers, half of them disabled; of the newest half are still
/// created.
class Table {
public:
    explicit Table(int rows);

    /// The next frame of the stream: one half new rows, the other half the newest ones being resolved.
    [[nodiscard]] core::EnforcementBatch nextBatch(int notifications);
    /// Rows that come new.
    [[nodiscard]] core::EnforcementBatch newRows(int count);
    /// The newest ones change their status.
    [[nodiscard]] core::EnforcementBatch resolveNewest(int count, core::WordCode status) const;
    /// A window with the table in it, painted; made when first asked for.
    [[nodiscard]] widgets::EnforcementView& view();
    [[nodiscard]] core::Id newestId() const { return m_nextId - 1; }

    core::SystemClock clock;
    core::Vocabulary vocabulary;
    models::EnforcementTableModel model{vocabulary};
    models::EnforcementFilterProxyModel proxy{model};

private:
    [[nodiscard]] core::EnforcementRow row(core::Id id) const;

    std::vector<core::Symbol> m_rules;
    std::vector<core::Symbol> m_triggers;
    core::Id m_nextId = 1;
    std::unique_ptr<widgets::EnforcementView> m_view;
};

/// One that several benchmarks share, because filling a million rows takes longer than measuring them.
[[nodiscard]] Table& sharedTable(int rows);
/// Before the application ends: its windows must not outlive it.
void releaseSharedTable();

} // namespace attune::bench
