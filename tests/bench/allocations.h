// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace attune::bench {

/// Calls of operator new of the whole program so far. Qt's containers allocate with malloc and are not counted.
[[nodiscard]] std::uint64_t allocations() noexcept;
/// Bytes in use on the heap, whoever asked for them.
[[nodiscard]] std::uint64_t heapBytes() noexcept;

} // namespace attune::bench
