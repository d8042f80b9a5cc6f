// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/order/arrivalorder.h"

#include <algorithm>

namespace attune::core {

void ArrivalOrder::compare(Seq seq) {
    if (!m_rows.contains(seq) || !m_rows.contains(seq - 1))
        return;
    const EnforcementRow& row = m_rows.at(seq);
    const EnforcementRow& before = m_rows.at(seq - 1);
    if (row.id <= before.id)
        m_idsFrom = std::max(m_idsFrom, seq);
    if (row.created < before.created || (row.created == before.created && row.id <= before.id))
        m_agesFrom = std::max(m_agesFrom, seq);
}

void ArrivalOrder::onPrepended(Seq seq) {
    // What had retired in front does not matter to the new row.
    if (m_agesFrom == seq + 1)
        m_agesFrom = INT64_MIN;
    if (m_idsFrom == seq + 1)
        m_idsFrom = INT64_MIN;
    compare(seq + 1);
}

void ArrivalOrder::onPatched(Seq seq) {
    compare(seq);
    compare(seq + 1);
}

void ArrivalOrder::onRemoved(Seq first, Seq count) noexcept {
    for (Seq* from : {&m_agesFrom, &m_idsFrom}) {
        if (*from > first)
            *from = std::max(first, *from - count);
    }
}

void ArrivalOrder::onPacked(Seq firstBefore, Seq end) {
    const auto concerns = [firstBefore, end](Seq from) { return from > firstBefore && from <= end; };
    if (!concerns(m_agesFrom) && !concerns(m_idsFrom))
        return;
    for (Seq* from : {&m_agesFrom, &m_idsFrom}) {
        if (*from <= end)
            *from = INT64_MIN;
    }
    for (Seq seq = m_rows.firstSeq() + 1; seq <= end; ++seq)
        compare(seq);
}

} // namespace attune::core
