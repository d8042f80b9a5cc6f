// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/process/largeblocks.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <malloc.h>
#include <memory>

namespace attune::core {
namespace {

/// Whether a large block comes from the system when a larger one has just gone back.
bool comesFromTheSystem() {
    giveBackLargeBlocks();
    std::make_unique<char[]>(8'000'000).reset();
    const auto before = mallinfo2().hblks;
    const auto kept = std::make_unique<char[]>(2'000'000);
    return mallinfo2().hblks == before + 1 && kept[0] == 0;
}

TEST(LargeBlocksDeathTest, afterALargerOneWentBack_theyStillComeFromTheSystem) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "the sanitizers have a heap of their own";
#endif
    // In a process of its own: the heap of this one holds what other tests left.
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(std::exit(comesFromTheSystem() ? 0 : 1), ::testing::ExitedWithCode(0), "");
}

} // namespace
} // namespace attune::core
