// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "mainwindowfixture.h"

#include <QLocale>
#include <QSignalSpy>

#include <vector>

namespace attune::widgets {

TEST_F(MainWindowTest, olderRows_areOfferedWhenTheAnswerMayBeIncomplete) {
    report.status.completeSince = test::second(0);
    live();
    EXPECT_FALSE(words().contains(QStringLiteral("are not loaded")));
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"ops.even");
    window->setFilter(filter);
    EXPECT_TRUE(words().contains(QStringLiteral("are not loaded"))) << qPrintable(words());
    filter.window = std::chrono::minutes(5);
    window->setFilter(filter);
    EXPECT_FALSE(words().contains(QStringLiteral("are not loaded")));
}

TEST_F(MainWindowTest, olderRows_areNotOfferedWhenThereAreNone) {
    report.status.completeSince = session::SinceTheBeginning;
    live();
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"ops.even");
    window->setFilter(filter);
    EXPECT_FALSE(words().contains(QStringLiteral("are not loaded"))) << qPrintable(words());
}

TEST_F(MainWindowTest, searchForOlderRows_isBegunWatchedAndCancelledBelowTheFilter) {
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"=ops.even");
    std::vector<core::EnforcementFilter> asked;
    QObject::connect(window.get(), &MainWindow::olderRequested, window.get(),
                     [&asked](const core::EnforcementFilter& what) { asked.push_back(what); });
    QSignalSpy cancelled(window.get(), &MainWindow::searchCancelled);
    report.status.completeSince = test::second(0);
    live();
    window->setFilter(filter);
    ASSERT_TRUE(press("Search older on server"));
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked.front(), filter);
    session::HistorySearch search;
    search.phase = session::HistorySearch::Phase::Reading;
    search.criteria = QStringLiteral("rule_ref=ops.even");
    search.back = test::second(0);
    search.found = 1234;
    window->onSearchChanged(search);
    EXPECT_TRUE(words().contains(QStringLiteral("rule_ref=ops.even"))) << qPrintable(words());
    EXPECT_TRUE(words().contains(QLocale().toString(1234) + QStringLiteral(" found"))) << qPrintable(words());
    ASSERT_TRUE(press("Cancel"));
    EXPECT_EQ(cancelled.size(), 1);
    search.phase = session::HistorySearch::Phase::Cancelled;
    window->onSearchChanged(search);
    ASSERT_TRUE(press("Search further"));
    EXPECT_EQ(asked.size(), 2U);
}

TEST_F(MainWindowTest, anotherFilter_forgetsTheSearch) {
    live();
    QSignalSpy forgotten(window.get(), &MainWindow::searchForgotten);
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"=ops.even");
    window->setFilter(filter);
    EXPECT_EQ(forgotten.size(), 1);
}

} // namespace attune::widgets
