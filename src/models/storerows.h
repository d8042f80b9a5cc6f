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

} // namespace attune::models
