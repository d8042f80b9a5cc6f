// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace attune::core {

/// One column that rows are sorted by.
struct SortKey {
    Column column = Column::Created;
    Qt::SortOrder direction = Qt::DescendingOrder;
    friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// The first decides, each further one where all before it agree. At least one, each column once, at most MaxSortKeys.
using SortKeys = std::vector<SortKey>;
inline constexpr std::size_t MaxSortKeys = 4;

/// Leaves out what cannot be sorted by, what is there twice and what is beyond MaxSortKeys; newest first when nothing
/// is left.
[[nodiscard]] SortKeys validKeys(const SortKeys& keys);

} // namespace attune::core
