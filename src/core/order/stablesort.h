// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

namespace attune::core {

/// Sorts `rows` by the numbers they have, which are `numbers[row]`, and keeps the order of equals. Rows are
/// 0 … numbers.size() - 1, each once. Linear; less than that when they stand in that order, or in its reverse, already.
/// Once `isCancelled` is set it gives up early and leaves any order behind.
void stableSortBy(std::vector<std::uint64_t> numbers, std::vector<std::int32_t>& rows,
                  const std::atomic<bool>* isCancelled = nullptr);

} // namespace attune::core
