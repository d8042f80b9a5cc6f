// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/process/environmentsecret.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>

using namespace attune::core;

TEST(EnvironmentSecret, taken_isGoneFromTheEnvironmentAndItsMemory) {
    ASSERT_EQ(::setenv("ATTUNE_TEST_SECRET", "p\xC3\xA4ssword", 1), 0);
    const char* bytes = std::getenv("ATTUNE_TEST_SECRET");
    const auto length = std::strlen(bytes);
    EXPECT_EQ(takeEnvironmentSecret("ATTUNE_TEST_SECRET"), QStringLiteral("p\u00E4ssword"));
    EXPECT_EQ(std::getenv("ATTUNE_TEST_SECRET"), nullptr);
    for (std::size_t i = 0; i < length; ++i)
        EXPECT_EQ(bytes[i], '\0') << i;
    EXPECT_EQ(takeEnvironmentSecret("ATTUNE_TEST_SECRET"), QString());
}
