// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "mainwindowfixture.h"

#include "attune/widgets/liveindicator.h"

#include <QSignalSpy>
#include <QTest>

namespace attune::widgets {

TEST_F(MainWindowTest, space_freezesTheViewAndResumeShowsEverything) {
    live();
    QTest::keyClick(view(), Qt::Key_Space);
    ASSERT_TRUE(window->isPaused());
    addRows(51, 10);
    addRows(55, 10);
    EXPECT_EQ(window->rows(), 50);
    const QString indicator = window->findChild<LiveIndicator*>()->presentation().text;
    EXPECT_TRUE(indicator.contains(QStringLiteral("14"))) << qPrintable(indicator);
    QTest::keyClick(view(), Qt::Key_Space);
    EXPECT_FALSE(window->isPaused());
    EXPECT_EQ(window->rows(), 64);
}

TEST_F(MainWindowTest, pausedView_leavesOpenWindowsLive) {
    live();
    ASSERT_TRUE(window->openEnforcement(7));
    window->setPaused(true);
    window->applyBatch(test::batch(test::resolved(table.rowAt(table.rowOfId(7)))));
    EXPECT_EQ(table.rowAt(table.rowOfId(7)).status, core::Status::Created);
    EXPECT_EQ(openWindows().at(0)->row().status, core::Status::Processed);
}

TEST_F(MainWindowTest, rowRemovedAndBackDuringAPause_isShownAfterwards) {
    live();
    const core::EnforcementRow row = table.rowAt(table.rowOfId(7));
    core::EnforcementBatch removal;
    removal.removed = {7};
    window->setPaused(true);
    window->applyBatch(removal);
    window->applyBatch(test::batch(row));
    window->setPaused(false);
    EXPECT_NE(table.rowOfId(7), -1);
    EXPECT_EQ(window->rows(), 50);
}

TEST_F(MainWindowTest, pauseThatHoldsTooMuch_saysOnceThatNewsIsLost) {
    live();
    QSignalSpy lost(window.get(), &MainWindow::newsLost);
    core::EnforcementBatch removals;
    for (core::Id id = 1'000; removals.removed.size() <= PauseBuffer::MaxNews; ++id)
        removals.removed.push_back(id);
    window->applyBatch(removals);
    EXPECT_EQ(lost.count(), 0);
    window->setPaused(true);
    window->applyBatch(removals);
    EXPECT_EQ(lost.count(), 1);
    addRows(51, 1);
    window->setPaused(false);
    EXPECT_EQ(lost.count(), 1);
    window->setPaused(true);
    addRows(52, 1);
    EXPECT_EQ(lost.count(), 1);
    window->setPaused(false);
    EXPECT_EQ(window->rows(), 51);
}

} // namespace attune::widgets
