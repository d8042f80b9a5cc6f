// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementstore.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace attune::models {

/// The firings of every rule in the order of their creation, so that the one before a row is found in O(log n). Four
/// bytes a row. A batch costs what it changes, and the moving of four bytes for each row of the rules it touches;
/// retiring costs one pass over those four bytes a row. To be told of every change of the store, after it.
class FiringIndex {
public:
    using Seq = core::EnforcementStore::Seq;

    /// Takes one pass over the rows. `store` outlives the index.
    explicit FiringIndex(const core::EnforcementStore& store);

    void rebuild();
    void onInserted(Seq first, std::int64_t count);
    void onPatched(const std::vector<core::RowPatch>& patches);
    void onRemoved(core::SeqRange range);
    void onRetired();
    void onRetiredAround(const core::Retirement& retirement);

    /// From the creation of the firing before to that of this row; nothing when there is none in the store.
    [[nodiscard]] std::optional<std::chrono::microseconds> sincePrevious(core::Id id) const;

private:
    using Offset = std::int32_t; ///< of a sequence number from m_base
    using Firings = std::vector<Offset>;

    [[nodiscard]] const core::EnforcementRow& row(Offset offset) const { return m_store.row(m_base + offset); }
    [[nodiscard]] bool isEarlier(Offset a, Offset b) const;
    [[nodiscard]] Firings& firingsOf(core::Symbol rule);
    void insert(Firings& firings, std::span<const Offset> added);

    const core::EnforcementStore& m_store;
    Seq m_base = 0;
    std::vector<Firings> m_byRule; ///< by symbol
};

} // namespace attune::models
