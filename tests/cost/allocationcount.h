// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace attune::test {

/// Calls of operator new so far. Qt's containers allocate with malloc and are not counted.
[[nodiscard]] std::uint64_t allocationCount() noexcept;
/// Of all those allocations together.
[[nodiscard]] std::uint64_t allocatedBytes() noexcept;

} // namespace attune::test
