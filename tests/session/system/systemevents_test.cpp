// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/manualclock.h"

#include "attune/session/systemevents.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

using namespace attune;
using session::SystemEvents;
using namespace std::chrono_literals;

namespace {

class SystemEventsTest : public ::testing::Test {
protected:
    test::ManualClock clock;
    std::chrono::nanoseconds slept{7s};
    SystemEvents events{clock, nullptr, [this] { return slept; }};
    QSignalSpy resumed{&events, &SystemEvents::resumed};
};

} // namespace

TEST_F(SystemEventsTest, timeThatPasses_isNoSleep) {
    for (int second = 0; second < 600; ++second)
        clock.advance(1s);
    EXPECT_EQ(resumed.count(), 0);
}

TEST_F(SystemEventsTest, sleep_isNoticedAtTheNextTick) {
    clock.advance(7s);
    slept += 8h;
    clock.advance(SystemEvents::Tick);
    EXPECT_EQ(resumed.count(), 1);
    for (int second = 0; second < 60; ++second)
        clock.advance(1s);
    EXPECT_EQ(resumed.count(), 1) << "said once";
}

TEST_F(SystemEventsTest, shortNap_breaksNoConnection) {
    slept += SystemEvents::LongestPause;
    clock.advance(SystemEvents::Tick);
    EXPECT_EQ(resumed.count(), 0);
}

TEST_F(SystemEventsTest, programThatWasStopped_noticesIt) {
    clock.stall(10min);
    clock.advance(0ms);
    EXPECT_EQ(resumed.count(), 1);
    clock.stall(SystemEvents::LongestPause);
    clock.advance(0ms);
    EXPECT_EQ(resumed.count(), 1) << "a stutter is no stop";
}

TEST_F(SystemEventsTest, logindsWord_needsNoTick) {
    ASSERT_TRUE(QMetaObject::invokeMethod(&events, "onPrepareForSleep", Q_ARG(bool, true)));
    EXPECT_EQ(resumed.count(), 0) << "it only begins";
    slept += 8h;
    ASSERT_TRUE(QMetaObject::invokeMethod(&events, "onPrepareForSleep", Q_ARG(bool, false)));
    EXPECT_EQ(resumed.count(), 1);
    clock.advance(SystemEvents::Tick);
    EXPECT_EQ(resumed.count(), 1) << "the tick knows already";
}

TEST_F(SystemEventsTest, systemSleepTime_isNeitherNegativeNorGrowsWhileAwake) {
    const auto before = SystemEvents::systemSleepTime();
    EXPECT_GE(before, -1ms) << "two clocks are read one after the other";
    EXPECT_LT(SystemEvents::systemSleepTime() - before, 1s);
}
