// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementstore.h"

namespace attune::models {

/// Calls `visit(seq, row)` for every row in order of arrival, block by block: the fast way over a million rows.
template<class Visit>
void forEachRow(const core::EnforcementStore& store, Visit&& visit) {
    for (auto seq = store.firstSeq(); seq < store.endSeq();) {
        for (const core::EnforcementRow& row : store.run(seq))
            visit(seq++, row);
    }
}

/// Calls `visit(seq, rows)` for every stretch of rows that lie side by side, in order of arrival.
template<class Visit>
void forEachRun(const core::EnforcementStore& store, Visit&& visit) {
    for (auto seq = store.firstSeq(); seq < store.endSeq();) {
        const std::span<const core::EnforcementRow> rows = store.run(seq);
        visit(seq, rows);
        seq += static_cast<core::EnforcementStore::Seq>(rows.size());
    }
}

} // namespace attune::models
