// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/chunkeddeque.h"
#include "attune/core/enforcement.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::core {

/// Finds the sequence number of an id. Open addressing over 32-bit sequence numbers; the ids themselves stay in the
/// rows, which keeps a million entries in 8 MiB. O(1); growing re-inserts everything once per doubling. The rows
/// outlive it.
class IdIndex {
public:
    using Rows = ChunkedDeque<EnforcementRow>;
    using Seq = Rows::Seq;

    explicit IdIndex(const Rows& rows) : m_rows(rows) {}

    /// The sequence number, or NotFound.
    [[nodiscard]] Seq find(Id id) const noexcept;
    /// Precondition: the id is not in the index and the row `seq` already holds it.
    void insert(Id id, Seq seq);
    /// Precondition: the rows still hold what the index knows. Does nothing for an unknown id.
    void remove(Id id);
    void clear();
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    static constexpr Seq NotFound = INT64_MAX;

private:
    [[nodiscard]] std::size_t slotOf(Id id) const noexcept;
    void grow();

    const Rows& m_rows;
    std::vector<std::int32_t> m_slots; // sequence numbers, or Empty
    std::size_t m_size = 0;
    static constexpr std::int32_t Empty = INT32_MIN;
};

} // namespace attune::core
