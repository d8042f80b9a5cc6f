// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/process/largeblocks.h"

#include <malloc.h>

namespace attune::core {

void giveBackLargeBlocks() noexcept {
    // Else the C library's threshold grows with each block that goes back. What a frame of a flood needs stays below:
    // fresh memory for each frame costs more than all that is kept for the next one.
    constexpr int LargeBytes = 1024 * 1024;
    (void)mallopt(M_MMAP_THRESHOLD, LargeBytes);
    (void)mallopt(M_TRIM_THRESHOLD, 2 * LargeBytes);
}

} // namespace attune::core
