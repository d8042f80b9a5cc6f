// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/chunkeddeque.h"
#include "attune/core/enforcement.h"

#include <cstdint>

namespace attune::core {

/// Whether the rows of a store came in order of age, and of id: then nobody has to sort them by it. Told of each change
/// it answers in O(1). It may say no although they are in order, until the rows it stumbled over have retired.
class ArrivalOrder {
public:
    using Rows = ChunkedDeque<EnforcementRow>;
    using Seq = Rows::Seq;

    explicit ArrivalOrder(const Rows& rows) : m_rows(rows) {} ///< `rows` outlives it

    /// Each row is younger than the one before it, by (created, id).
    [[nodiscard]] bool isByAge() const noexcept { return m_agesFrom <= m_rows.firstSeq(); }
    /// Each id is greater than the one before it.
    [[nodiscard]] bool isById() const noexcept { return m_idsFrom <= m_rows.firstSeq(); }

    void onAppended(Seq seq) { compare(seq); }
    void onPrepended(Seq seq);
    /// Its creation time is another one.
    void onPatched(Seq seq);
    /// Rows `first` … `first` + `count` are gone, and what was behind them has moved down.
    void onRemoved(Seq first, Seq count) noexcept;
    /// Rows have gone from among those from `firstBefore` to `end`, the others of them have moved up to the end. As
    /// many steps as those are, unless all were in order.
    void onPacked(Seq firstBefore, Seq end);
    void clear() noexcept { m_agesFrom = m_idsFrom = INT64_MIN; }

private:
    /// A row with the one before it.
    void compare(Seq seq);

    const Rows& m_rows;
    // From here on the rows are in order.
    Seq m_agesFrom = INT64_MIN;
    Seq m_idsFrom = INT64_MIN;
};

} // namespace attune::core
