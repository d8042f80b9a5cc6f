// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "marks/changeglow.h"
#include "support/manualclock.h"

#include <gtest/gtest.h>

namespace attune::widgets {
namespace {

using namespace std::chrono_literals;

class ChangeGlowTest : public ::testing::Test {
protected:
    test::ManualClock clock;
    int steps = 0;
    ChangeGlow glow{clock, [this] { ++steps; }};
};

TEST_F(ChangeGlowTest, aChange_glowsFadesAndIsForgotten) {
    EXPECT_EQ(glow.level(7), 0);
    glow.note(7);
    EXPECT_EQ(glow.level(7), 2);
    EXPECT_EQ(glow.level(8), 0);
    clock.advance(300ms);
    EXPECT_EQ(glow.level(7), 1);
    clock.advance(300ms);
    EXPECT_EQ(glow.level(7), 0);
    EXPECT_EQ(steps, 2);
    clock.advance(1h);
    EXPECT_EQ(steps, 2) << "nothing to do while nothing changes";
}

TEST_F(ChangeGlowTest, anotherChange_startsAnew) {
    glow.note(7);
    clock.advance(300ms);
    glow.note(7);
    EXPECT_EQ(glow.level(7), 2);
    clock.advance(300ms);
    EXPECT_EQ(glow.level(7), 1);
    clock.advance(300ms);
    EXPECT_EQ(glow.level(7), 0);
}

TEST_F(ChangeGlowTest, aStorm_glowsNotAtAll) {
    for (core::Id id = 1; id <= 12; ++id)
        glow.note(id);
    EXPECT_EQ(glow.level(12), 2);
    glow.note(13);
    for (core::Id id = 1; id <= 13; ++id)
        EXPECT_EQ(glow.level(id), 0) << id;
    clock.advance(1s);
    glow.note(1);
    EXPECT_EQ(glow.level(1), 0) << "it has just been a storm";
    clock.advance(1s);
    glow.note(1);
    EXPECT_EQ(glow.level(1), 2);
}

TEST_F(ChangeGlowTest, aStormThatGoesOn_doesNotFlicker) {
    const auto blow = [this] { // fifty rows a second
        for (core::Id id = 1; id <= 20; ++id)
            glow.note(id);
        clock.advance(400ms);
    };
    blow();
    steps = 0;
    for (int i = 0; i < 50; ++i) {
        blow();
        for (core::Id id = 1; id <= 20; ++id)
            EXPECT_EQ(glow.level(id), 0) << id;
    }
    EXPECT_EQ(steps, 0);
    clock.advance(5s);
    glow.note(1);
    EXPECT_EQ(glow.level(1), 2);
}

TEST_F(ChangeGlowTest, reducedMotion_endsAllAtOnce) {
    glow.note(7);
    glow.setEnabled(false);
    EXPECT_EQ(glow.level(7), 0);
    EXPECT_EQ(steps, 1);
    glow.note(8);
    EXPECT_EQ(glow.level(8), 0);
    clock.advance(1s);
    EXPECT_EQ(steps, 1);
}

} // namespace
} // namespace attune::widgets
