// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace attune::test {

/// By how much more memory a test may use than it allows itself: the address sanitizer keeps what was freed for a
/// while.
#ifdef __SANITIZE_ADDRESS__
inline constexpr int MemoryOverhead = 4;
#else
inline constexpr int MemoryOverhead = 1;
#endif

} // namespace attune::test
