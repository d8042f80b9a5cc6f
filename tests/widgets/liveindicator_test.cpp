// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/manualclock.h"
#include "support/printers.h"

#include "attune/widgets/liveindicator.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

namespace attune::widgets {

namespace {

using namespace std::chrono_literals;
using session::ConnectionState;
using session::ConnectionStatus;

ConnectionStatus in(ConnectionState state) {
    ConnectionStatus status;
    status.state = state;
    return status;
}

class LiveIndicatorTest : public ::testing::Test {
protected:
    void show(ConnectionState state) {
        indicator.setStatus(in(state));
        indicator.resize(indicator.sizeHint());
        indicator.show();
    }
    QImage picture() { return indicator.grab().toImage(); }

    test::ManualClock clock;
    core::ServerClock serverClock{clock};
    LiveIndicator indicator{serverClock};
};

} // namespace

TEST_F(LiveIndicatorTest, states_lookDifferentEvenWithoutText) {
    std::vector<QImage> pictures;
    for (const auto state :
         {ConnectionState::SignedOut, ConnectionState::Connecting, ConnectionState::Syncing, ConnectionState::Live,
          ConnectionState::Delayed, ConnectionState::Offline, ConnectionState::CertificateRefused}) {
        indicator.setReducedMotion(true);
        show(state);
        const QImage shape = picture().copy(0, 0, 24, indicator.height()).convertToFormat(QImage::Format_Grayscale8);
        for (const QImage& other : pictures)
            EXPECT_NE(shape, other);
        pictures.push_back(shape);
    }
}

TEST_F(LiveIndicatorTest, live_pulsesWithTime) {
    show(ConnectionState::Live);
    ASSERT_TRUE(indicator.isAnimating());
    const QImage before = picture();
    clock.advance(1200ms);
    EXPECT_NE(picture(), before);
}

TEST_F(LiveIndicatorTest, live_restsBetweenItsBeats) {
    show(ConnectionState::Live);
    int frames = 0;
    auto longest = 0ms;
    for (auto passed = 0ms; passed < 30s; ++frames) {
        const auto wait = clock.untilNextCall().value();
        longest = std::max(longest, wait);
        passed += wait;
        clock.advance(wait);
    }
    EXPECT_LE(frames, 50); // each costs a picture
    EXPECT_GE(frames, 40); // a pulse, not a blink
    EXPECT_GE(longest, 1000ms);
}

TEST_F(LiveIndicatorTest, motion_stopsWhenNobodySeesItOrWantsIt) {
    show(ConnectionState::Live);
    indicator.hide();
    EXPECT_FALSE(indicator.isAnimating());
    EXPECT_EQ(clock.pendingCalls(), 0U);
    indicator.show();
    EXPECT_TRUE(indicator.isAnimating());
    indicator.setReducedMotion(true);
    EXPECT_FALSE(indicator.isAnimating());
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(LiveIndicatorTest, minimizedWindow_stopsTheMotionAndRestoringResumesIt) {
    show(ConnectionState::Live);
    indicator.setWindowState(Qt::WindowMinimized);
    EXPECT_FALSE(indicator.isAnimating());
    indicator.setWindowState(Qt::WindowNoState);
    EXPECT_TRUE(indicator.isAnimating());
}

TEST_F(LiveIndicatorTest, stillState_neverWakesUp) {
    show(ConnectionState::Delayed);
    EXPECT_FALSE(indicator.isAnimating());
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(LiveIndicatorTest, countDown_ticksEverySecond) {
    auto status = in(ConnectionState::Offline);
    status.nextAttempt = clock.now() + 4'000'000;
    indicator.show();
    indicator.setStatus(status);
    EXPECT_EQ(indicator.presentation().text, QStringLiteral("Offline · retry in 4 s"));
    clock.advance(1000ms);
    EXPECT_EQ(indicator.presentation().text, QStringLiteral("Offline · retry in 3 s"));
    clock.advance(3000ms);
    EXPECT_EQ(indicator.presentation().text, QStringLiteral("Offline · retrying…"));
}

TEST_F(LiveIndicatorTest, countDown_isDescribedWhenAskedForAndNotAnnounced) {
    auto status = in(ConnectionState::Offline);
    status.nextAttempt = clock.now() + 4'000'000;
    indicator.show();
    indicator.setStatus(status);
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(&indicator);
    EXPECT_EQ(seen->role(), QAccessible::Button);
    EXPECT_EQ(seen->text(QAccessible::Name), QStringLiteral("Offline"));
    EXPECT_TRUE(seen->text(QAccessible::Description).startsWith(QStringLiteral("Offline · retry in 4 s\n")));
    clock.advance(1000ms);
    EXPECT_EQ(seen->text(QAccessible::Name), QStringLiteral("Offline"));
    EXPECT_TRUE(seen->text(QAccessible::Description).startsWith(QStringLiteral("Offline · retry in 3 s\n")));
    EXPECT_TRUE(indicator.accessibleDescription().isEmpty()) << "each change of it is told to everybody who listens";
}

TEST_F(LiveIndicatorTest, assistiveTechnology_presses) {
    show(ConnectionState::Live);
    QSignalSpy clicks(&indicator, &LiveIndicator::clicked);
    QAccessibleActionInterface* actions = QAccessible::queryAccessibleInterface(&indicator)->actionInterface();
    ASSERT_TRUE(actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
    actions->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_EQ(clicks.count(), 1);
}

TEST_F(LiveIndicatorTest, mouseAndSpace_click) {
    show(ConnectionState::Live);
    QSignalSpy clicks(&indicator, &LiveIndicator::clicked);
    QTest::mouseClick(&indicator, Qt::LeftButton);
    QTest::keyClick(&indicator, Qt::Key_Space);
    EXPECT_EQ(clicks.count(), 2);
    EXPECT_NE(indicator.focusPolicy() & Qt::TabFocus, 0);
}

TEST_F(LiveIndicatorTest, toolTip_showsMarkupOfTheServerAsText) {
    auto status = in(ConnectionState::Offline);
    status.reason = QStringLiteral("<img src=x>");
    indicator.setStatus(status);
    EXPECT_TRUE(indicator.toolTip().contains(QStringLiteral("&lt;img")));
}

} // namespace attune::widgets
