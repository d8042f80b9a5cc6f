// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/performancetab.h"
#include "fakes.h"
#include "support/manualclock.h"
#include "support/printers.h"
#include "support/waiting.h"

#include "attune/widgets/connectionpanel.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

namespace attune::widgets {
namespace {

using session::ConnectionState;

class ConnectionPanelTest : public ::testing::Test {
protected:
    template<class T>
    T* child(const char* name) {
        return panel.findChild<T*>(QString::fromLatin1(name));
    }
    /// Everything the panel says, line by line.
    QString said() {
        QStringList texts;
        for (const auto* label : panel.findChildren<QLabel*>())
            texts += label->text();
        return texts.join(u'\n');
    }
    bool waitForSample() {
        const int before = samples;
        return test::waitFor([this, before] { return samples > before; });
    }

    ConnectionReport report;
    int samples = 0;
    test::ManualClock clock;
    core::ServerClock serverClock{clock};
    ConnectionPanel panel{[this] {
                              ++samples;
                              return report;
                          },
                          serverClock};
};

TEST_F(ConnectionPanelTest, hidden_asksNothing) {
    EXPECT_EQ(samples, 0);
    panel.show();
    EXPECT_EQ(samples, 1);
    ASSERT_TRUE(waitForSample());
    panel.hide();
    const int before = samples;
    QElapsedTimer elapsed;
    elapsed.start();
    ASSERT_TRUE(test::waitFor([&] { return elapsed.hasExpired(2 * ConnectionPanel::Interval.count()); }));
    EXPECT_EQ(samples, before);
}

TEST_F(ConnectionPanelTest, visible_asksAtMostFourTimesASecond) {
    QElapsedTimer elapsed;
    elapsed.start();
    panel.show();
    ASSERT_TRUE(waitForSample());
    ASSERT_TRUE(waitForSample());
    EXPECT_TRUE(elapsed.hasExpired(450));
}

TEST_F(ConnectionPanelTest, counters_areSaidInWords) {
    report.status.state = ConnectionState::Live;
    report.status.login = QStringLiteral("alice");
    report.status.host = QStringLiteral("attune.example.com");
    report.status.plainText = true;
    report.counters.malformed = 7;
    report.counters.unknown = 14;
    report.counters.requestsLastMinute = 3;
    report.counters.gapsFound = 4;
    report.counters.brokenStreams = 1;
    report.counters.contradictions = 25;
    report.counters.notificationsPerSecond = 214.25;
    panel.show();
    for (const char* expected : {"alice at attune.example.com, not encrypted", "7 malformed, 14 of unknown kind",
                                 "3 in the last minute", "4 found and repaired", "1 broken stream", "25 contradiction"})
        EXPECT_TRUE(said().contains(QString::fromLatin1(expected))) << expected << " in " << qPrintable(said());
}

TEST_F(ConnectionPanelTest, linesOfALowPanel_areScrolledNotCut) {
    report.status.state = ConnectionState::Delayed;
    report.status.reason = QStringLiteral("the server has asked not to be read for a while, and has its reasons");
    report.counters.received = report.counters.notifications = 1'234'567'890;
    panel.resize(880, 220);
    panel.show();
    ASSERT_TRUE(waitForSample());
    const auto cut = [this]() -> QString {
        for (const auto* label : panel.findChildren<QLabel*>()) {
            if (label->isVisible() && label->height() < label->heightForWidth(label->width()))
                return label->text();
        }
        return {};
    };
    EXPECT_TRUE(test::waitFor([&] { return cut().isEmpty(); })) << cut().toStdString();
    EXPECT_GE(child<QPushButton>("sign")->height(), child<QPushButton>("sign")->sizeHint().height());
}

TEST_F(ConnectionPanelTest, clockOfTheServer_isSaidToDifferIfItDoes) {
    report.status.clockAhead = std::chrono::minutes(10);
    panel.show();
    EXPECT_TRUE(said().contains(QStringLiteral("10 min 00 s ahead of this computer's"))) << qPrintable(said());
    report.status.clockAhead = std::chrono::seconds(-90);
    ASSERT_TRUE(waitForSample());
    EXPECT_TRUE(said().contains(QStringLiteral("behind this computer's"))) << qPrintable(said());
    report.status.clockAhead = std::chrono::seconds(-1); // the answer was on its way
    ASSERT_TRUE(waitForSample());
    EXPECT_TRUE(said().contains(QStringLiteral("\nas this computer's\n"))) << qPrintable(said());
}

TEST_F(ConnectionPanelTest, timeline_showsTheNewestFirst) {
    report.timeline = {{clock.now() - 2'000'000, ConnectionState::SignedOut, ConnectionState::Connecting, {}},
                       {clock.now() - 1'000'000, ConnectionState::Connecting, ConnectionState::Offline,
                        QStringLiteral("Connection refused")}};
    panel.show();
    auto* list = child<QTreeWidget>("timeline");
    ASSERT_EQ(list->topLevelItemCount(), 2);
    EXPECT_EQ(list->topLevelItem(0)->text(1), QStringLiteral("Offline"));
    EXPECT_EQ(list->topLevelItem(0)->text(2), QStringLiteral("Connection refused"));
    EXPECT_EQ(list->topLevelItem(1)->text(1), QStringLiteral("Connecting"));
}

TEST_F(ConnectionPanelTest, unchangedTimeline_keepsItsItems) {
    report.timeline = {{clock.now(), ConnectionState::SignedOut, ConnectionState::Connecting, {}}};
    panel.show();
    const QTreeWidgetItem* item = child<QTreeWidget>("timeline")->topLevelItem(0);
    ASSERT_TRUE(waitForSample());
    EXPECT_EQ(child<QTreeWidget>("timeline")->topLevelItem(0), item);
}

TEST_F(ConnectionPanelTest, hostileRejection_staysPlainText) {
    report.rejections = {{clock.now(), QStringLiteral("notification"), test::hostileText()}};
    report.status.state = ConnectionState::Offline;
    report.status.reason = test::hostileText();
    report.status.host = test::hostileText();
    panel.show();
    const auto* item = child<QTreeWidget>("rejections")->topLevelItem(0);
    ASSERT_NE(item, nullptr);
    EXPECT_TRUE(item->text(2).startsWith(QStringLiteral("<b>bold</b>")));
    EXPECT_FALSE(item->text(2).contains(QChar(0x202E)));
    EXPECT_FALSE(item->toolTip(2).contains(QStringLiteral("<b>")));
    EXPECT_FALSE(said().contains(QChar(0x202E)));
    for (const auto* label : panel.findChildren<QLabel*>()) {
        const bool markup = label->text().contains(QStringLiteral("<b>"));
        EXPECT_TRUE(!markup || label->textFormat() == Qt::PlainText) << qPrintable(label->text());
    }
}

TEST_F(ConnectionPanelTest, buttons_offerWhatMakesSense) {
    QSignalSpy retry(&panel, &ConnectionPanel::retryRequested);
    QSignalSpy out(&panel, &ConnectionPanel::signOutRequested);
    QSignalSpy in(&panel, &ConnectionPanel::signInRequested);
    report.status.state = ConnectionState::Offline;
    panel.show();
    QTest::mouseClick(child<QPushButton>("retry"), Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>("sign"), Qt::LeftButton);
    EXPECT_EQ(retry.count(), 1);
    EXPECT_EQ(out.count(), 1);
    report.status.state = ConnectionState::SignedOut;
    ASSERT_TRUE(waitForSample());
    EXPECT_FALSE(child<QPushButton>("retry")->isEnabled());
    QTest::mouseClick(child<QPushButton>("sign"), Qt::LeftButton);
    EXPECT_EQ(in.count(), 1);
    EXPECT_EQ(out.count(), 1);
}

TEST_F(ConnectionPanelTest, performance_isMeasuredOnlyWhileItIsLookedAt) {
    QSignalSpy watched(&panel, &ConnectionPanel::performanceWatchedChanged);
    panel.show();
    EXPECT_TRUE(watched.isEmpty());
    auto* tabs = panel.findChild<QTabWidget*>();
    tabs->setCurrentIndex(2);
    ASSERT_EQ(watched.size(), 1);
    EXPECT_TRUE(watched.takeFirst().first().toBool());
    panel.hide();
    ASSERT_EQ(watched.size(), 1);
    EXPECT_FALSE(watched.takeFirst().first().toBool());
}

TEST_F(ConnectionPanelTest, performance_tellsTheFiguresOfTheLastSecond) {
    PerformanceReport figures;
    figures.notificationsPerSecond = 1003;
    figures.batches = 30;
    figures.updates = 990;
    figures.largestBatch = 57;
    figures.receiveToPaint = {12.5, 31.26, 40};
    figures.loopDelays = {48, 1, 0, 0, 0, 0, 1};
    figures.rows = 98'002;
    figures.shown = 12;
    figures.residentMegabytes = 66.7;
    figures.cpuPercent = 4.25;
    panel.show();
    panel.showPerformance(figures);
    QString text = said();
    for (const char* part : {"1003 a second", "30 a second, 33 updates each, 57 at most",
                             "12.5 ms, 99 % within 31.3 ms, 40.0 ms at most", "98002 kept, 12 shown", "67 MB"})
        EXPECT_TRUE(text.remove(u',').contains(QString::fromLatin1(part).remove(u','))) << part << text.toStdString();
    const auto* histogram = panel.findChild<DelayHistogram*>();
    EXPECT_TRUE(histogram->accessibleDescription().contains(QStringLiteral("> 50 ms: 1")));
}

} // namespace
} // namespace attune::widgets
