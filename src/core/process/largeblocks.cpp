// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/process/largeblocks.h"

#include <malloc.h>

namespace attune::core {

void giveBackLargeBlocks() noexcept {
    // The first threshold of the C library, which otherwise grows with each block that goes back.
    constexpr int LargeBytes = 128 * 1024;
    (void)mallopt(M_MMAP_THRESHOLD, LargeBytes);
    (void)mallopt(M_TRIM_THRESHOLD, 2 * LargeBytes);
}

} // namespace attune::core
