// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "activity/activitystrip.h"
#include "mainwindowfixture.h"

#include <QTest>

namespace attune::widgets {
namespace {

using namespace std::chrono_literals;

/// The chart of a main window over 100 rows, one a second.
class ActivityStripTest : public MainWindowTest {
protected:
    ActivityStripTest() {
        clock.setNow(test::second(100));
        live(100);
        clock.advance(1s);
        EXPECT_TRUE(strip()->isVisible());
    }
    ActivityStrip* strip() { return window->findChild<ActivityStrip*>(); }
    [[nodiscard]] QPoint placeOf(std::size_t bucket) {
        const ActivityChart chart(strip()->tracker().buckets(), strip()->rect(), Theme::light(), strip()->font());
        return chart.rectOf(bucket).center();
    }
    void drag(std::size_t from, std::size_t to) {
        QTest::mousePress(strip(), Qt::LeftButton, {}, placeOf(from));
        QTest::mouseMove(strip(), placeOf(to));
        QTest::mouseRelease(strip(), Qt::LeftButton, {}, placeOf(to));
    }
    [[nodiscard]] core::UtcMicros beginOf(std::size_t bucket) { return strip()->tracker().buckets().beginOf(bucket); }
};

TEST_F(ActivityStripTest, dragging_filtersByTimeAndEscapeLetsGo) {
    const core::UtcMicros from = beginOf(10);
    const core::UtcMicros to = beginOf(20);
    drag(19, 10);
    EXPECT_EQ(proxy.filter().from, from);
    EXPECT_EQ(proxy.filter().to, to);
    EXPECT_EQ(window->shown(), 10);
    EXPECT_EQ(beginOf(0), from) << "the chart shows the range";
    QTest::keyClick(strip(), Qt::Key_Escape);
    EXPECT_TRUE(proxy.filter().isEmpty());
    EXPECT_EQ(window->shown(), 100);
}

TEST_F(ActivityStripTest, aRangeUpToNow_goesOn) {
    drag(90, strip()->tracker().buckets().size() - 1);
    EXPECT_TRUE(core::isInstant(proxy.filter().from));
    EXPECT_EQ(proxy.filter().to, core::UnknownTime);
    const int before = window->shown();
    addRows(101, 5);
    EXPECT_EQ(window->shown(), before + 5);
}

TEST_F(ActivityStripTest, escapeWhileDragging_choosesNothing) {
    QTest::mousePress(strip(), Qt::LeftButton, {}, placeOf(5));
    QTest::mouseMove(strip(), placeOf(30));
    QTest::keyClick(strip(), Qt::Key_Escape);
    QTest::mouseRelease(strip(), Qt::LeftButton, {}, placeOf(30));
    EXPECT_TRUE(proxy.filter().isEmpty());
}

TEST_F(ActivityStripTest, keys_walkExtendAndChooseAndAreDescribed) {
    strip()->setFocus();
    QTest::keyClick(strip(), Qt::Key_Home);
    QTest::keyClick(strip(), Qt::Key_Home);
    EXPECT_TRUE(strip()->accessibleDescription().endsWith(QStringLiteral("created: 1")))
        << strip()->accessibleDescription().toStdString();
    const core::UtcMicros from = beginOf(1);
    const core::UtcMicros to = beginOf(4);
    QTest::keyClick(strip(), Qt::Key_Right);
    QTest::keyClick(strip(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(strip(), Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_TRUE(strip()->accessibleDescription().endsWith(QStringLiteral("created: 3")));
    QTest::keyClick(strip(), Qt::Key_Return);
    EXPECT_EQ(proxy.filter().from, from);
    EXPECT_EQ(proxy.filter().to, to);
    EXPECT_TRUE(openWindows().empty()) << "Enter is not the table's here";
}

TEST_F(ActivityStripTest, otherFields_stayWhatTheyAre) {
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"even");
    window->setFilter(filter);
    drag(10, 19);
    EXPECT_EQ(proxy.filter().rule, filter.rule);
    EXPECT_EQ(window->shown(), 5);
}

TEST_F(ActivityStripTest, hidden_itCountsNothingAndStaysHidden) {
    QAction* toggle = action(QStringLiteral("&Activity"));
    EXPECT_TRUE(toggle->isChecked());
    toggle->trigger();
    EXPECT_FALSE(strip()->isVisible());
    EXPECT_FALSE(strip()->tracker().isActive());
    const auto before = strip()->tracker().rowsLookedAt();
    addRows(101, 50);
    EXPECT_EQ(strip()->tracker().rowsLookedAt(), before);
    window.reset();
    open();
    setState(ConnectionState::Live);
    EXPECT_FALSE(strip()->isVisible());
    action(QStringLiteral("&Activity"))->trigger();
    EXPECT_TRUE(strip()->isVisible());
    EXPECT_TRUE(strip()->tracker().isActive());
}

TEST_F(ActivityStripTest, manyFrames_arePaintedOnceASecond_andTwiceWhileSomebodyReadsThem) {
    int id = 101;
    const auto chartsInFourSeconds = [&] {
        QCoreApplication::processEvents();
        const int before = strip()->chartsPainted();
        const auto looked = strip()->tracker().rowsLookedAt();
        for (int frame = 0; frame < 400; ++frame) {
            addRows(id, 10);
            id += 10;
            clock.advance(10ms);
            QCoreApplication::processEvents();
        }
        EXPECT_EQ(strip()->tracker().rowsLookedAt() - looked, 4'000U);
        return strip()->chartsPainted() - before;
    };
    const int alone = chartsInFourSeconds();
    EXPECT_GE(alone, 3);
    EXPECT_LE(alone, 5);
    strip()->setFocus();
    const int read = chartsInFourSeconds();
    EXPECT_GE(read, 7);
    EXPECT_LE(read, 13) << "with those of the clock";
}

TEST_F(ActivityStripTest, lastChangeBeforeASilence_isPaintedSoon) {
    QCoreApplication::processEvents();
    addRows(101, 10);
    QCoreApplication::processEvents();
    const int before = strip()->chartsPainted();
    addRows(111, 10);
    clock.advance(1500ms);
    QCoreApplication::processEvents();
    EXPECT_GT(strip()->chartsPainted(), before);
}

TEST_F(ActivityStripTest, whileOnlyTimeGoesBy_itIsPaintedEveryFewSeconds) {
    const auto chartsWithin = [this](std::chrono::seconds span) {
        QCoreApplication::processEvents();
        const int before = strip()->chartsPainted();
        for (auto passed = 0s; passed < span; passed += 1s) {
            clock.advance(1s);
            QCoreApplication::processEvents();
        }
        return strip()->chartsPainted() - before;
    };
    const int alone = chartsWithin(20s);
    EXPECT_GE(alone, 3);
    EXPECT_LE(alone, 6);
    strip()->setFocus();
    QTest::keyClick(strip(), Qt::Key_Left);
    EXPECT_GE(chartsWithin(20s), 18) << "numbers are shown, and the picture must be theirs";
}

TEST_F(ActivityStripTest, aPausedView_standsStill) {
    const std::size_t buckets = strip()->tracker().buckets().size();
    window->setPaused(true);
    clock.advance(30s);
    EXPECT_EQ(strip()->tracker().buckets().size(), buckets);
    window->setPaused(false);
    clock.advance(2s);
    EXPECT_GT(strip()->tracker().buckets().size(), buckets + 20);
}

} // namespace
} // namespace attune::widgets
