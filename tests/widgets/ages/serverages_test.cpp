// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "activity/activitystrip.h"
#include "mainwindowfixture.h"

#include <QDockWidget>
#include <QSignalSpy>

namespace attune::widgets {
namespace {

using namespace std::chrono_literals;
using core::Column;
using std::chrono::seconds;

constexpr core::UtcMicros micros(seconds span) { return std::chrono::microseconds(span).count(); }

/// A window over rows of a server whose clock differs from that of this computer.
class ServerAges : public MainWindowTest {
protected:
    void add(core::Id id, seconds age) {
        core::EnforcementRow row = test::makeRow(vocabulary, id);
        row.created = clock.now() + m_ahead - micros(age);
        row.setReceived(row.created);
        window->applyBatch(test::batch(row));
    }
    void setAhead(seconds ahead) {
        m_ahead = micros(ahead);
        serverClock.setAhead(ahead);
    }
    /// Somebody sets the clock of this computer; the server's goes on.
    void setClock(seconds by) {
        clock.setNow(clock.now() + micros(by));
        m_ahead -= micros(by);
    }
    /// The next answer of the server is there.
    void hearFromServer() { serverClock.setAhead(std::chrono::floor<seconds>(std::chrono::microseconds(m_ahead))); }
    [[nodiscard]] QString cell(core::Id id, Column column) const {
        return proxy.index(proxy.rowOfId(id), static_cast<int>(column)).data().toString();
    }
    [[nodiscard]] const ActivityStrip& strip() const { return *window->findChild<ActivityStrip*>(); }
    [[nodiscard]] core::UtcMicros endOfStrip() const {
        const core::ActivityBuckets& buckets = strip().tracker().buckets();
        return buckets.beginOf(buckets.size());
    }

private:
    core::UtcMicros m_ahead = 0;
};

class ServerAgesAhead : public ServerAges, public ::testing::WithParamInterface<seconds> {
protected:
    ServerAgesAhead() {
        setAhead(GetParam());
        setState(ConnectionState::Live);
        clock.advance(2s); // is followed by all within a second
    }
};

TEST_P(ServerAgesAhead, table_agesByTheClockOfTheServer) {
    settings.set(session::Setting::TimeStyle, QStringLiteral("relative"));
    add(1, 3s);
    clock.advance(2s);
    EXPECT_EQ(cell(1, Column::Age), QStringLiteral("5 s"));
    EXPECT_EQ(cell(1, Column::Took), QStringLiteral("5 s"));
    EXPECT_EQ(cell(1, Column::Created), QStringLiteral("5 s ago"));
    EXPECT_EQ(cell(1, Column::Received), QStringLiteral("5 s ago"));
    settings.set(session::Setting::TimeStyle, QStringLiteral("utc"));
    EXPECT_TRUE(core::formatRfc3339(table.rowAt(0).created, 0).find(cell(1, Column::Created).toStdString()) !=
                std::string::npos)
        << "an absolute time stays as the server said it";
}

TEST_P(ServerAgesAhead, enforcementWindow_agesByTheClockOfTheServer) {
    add(1, 3s);
    ASSERT_TRUE(window->openEnforcement(1));
    const auto* age = openWindows().front()->findChild<QLabel*>(QStringLiteral("age"));
    EXPECT_EQ(age->text(), QStringLiteral("open for 3 s"));
    clock.advance(2s);
    EXPECT_EQ(age->text(), QStringLiteral("open for 5 s"));
}

TEST_P(ServerAgesAhead, lastMinutes_areThoseOfTheServer) {
    for (core::Id id = 1; id <= 30; ++id)
        add(id, (31 - id) * 60s);
    core::EnforcementFilter filter;
    filter.window = 10min;
    window->setFilter(filter);
    EXPECT_EQ(window->shown(), 10);
    clock.advance(90s);
    EXPECT_EQ(window->shown(), 8);
    EXPECT_NEAR(static_cast<double>(endOfStrip()), static_cast<double>(serverClock.now()),
                static_cast<double>(micros(20s)));
}

TEST_P(ServerAgesAhead, connectionPanel_tellsBothClocksApart) {
    settings.set(session::Setting::TimeStyle, QStringLiteral("relative"));
    report.status.since = clock.now() - micros(40s);
    report.status.completeSince = serverClock.now() - micros(3h);
    window->findChild<QDockWidget*>()->show();
    EXPECT_TRUE(words().contains(QStringLiteral("40 s ago"))) << words().toStdString();
    EXPECT_TRUE(words().contains(QStringLiteral("3 h ago"))) << words().toStdString();
}

INSTANTIATE_TEST_SUITE_P(EachWay, ServerAgesAhead, ::testing::Values(2h, -2h, 0h), [](const auto& which) {
    return which.param > 0s ? "ahead" : which.param < 0s ? "behind" : "same";
});

TEST_F(ServerAges, ageOfARowThatSeemsToComeFromTheFuture_isNotNegative) {
    settings.set(session::Setting::TimeStyle, QStringLiteral("relative"));
    setState(ConnectionState::Live);
    add(1, -2s);
    EXPECT_EQ(cell(1, Column::Age), QStringLiteral("0 s"));
    EXPECT_EQ(cell(1, Column::Took), QStringLiteral("0 s"));
    EXPECT_EQ(cell(1, Column::Created), QStringLiteral("now"));
}

TEST_F(ServerAges, clockThatIsSetInMidRun_leavesAgesRightAfterTheNextAnswerAndNoStorm) {
    setState(ConnectionState::Live);
    for (core::Id id = 1; id <= 30; ++id)
        add(id, (31 - id) * 10s);
    core::EnforcementFilter filter;
    filter.window = 10min;
    window->setFilter(filter);
    clock.advance(10s);
    const std::size_t timers = clock.pendingCalls();
    QSignalSpy layouts(&proxy, &QAbstractItemModel::layoutChanged);
    QSignalSpy resets(&proxy, &QAbstractItemModel::modelReset);
    QSignalSpy data(&proxy, &QAbstractItemModel::dataChanged);
    seconds passed = 10s;
    for (const seconds jump : {seconds(2h), seconds(-4h), seconds(-365 * 24h), seconds(366 * 24h)}) {
        const int charts = strip().chartsPainted();
        setClock(jump);
        clock.advance(3s);
        hearFromServer();
        clock.advance(3s);
        passed += 6s;
        EXPECT_EQ(cell(30, Column::Age), QStringLiteral("%1 s").arg((passed + 10s).count())) << jump.count();
        EXPECT_EQ(window->shown(), 30) << jump.count();
        EXPECT_NEAR(static_cast<double>(endOfStrip()), static_cast<double>(serverClock.now()),
                    static_cast<double>(micros(30s)))
            << jump.count();
        QCoreApplication::processEvents();
        EXPECT_LE(strip().chartsPainted() - charts, 4);
        EXPECT_EQ(clock.pendingCalls(), timers);
    }
    EXPECT_LE(layouts.size() + resets.size() + data.size(), 8) << "two for each: out and in again";
}

/// What a row of the table says about time, and what of it is painted.
TEST_F(ServerAges, pausedView_standsStillAndResumeShowsThePresent) {
    settings.set(session::Setting::TimeStyle, QStringLiteral("relative"));
    setState(ConnectionState::Live);
    add(1, 3s);
    clock.advance(2s);
    clock.stall(900ms); // the present is on the screen once a second
    const auto ages = [this] {
        return QStringList{cell(1, Column::Age), cell(1, Column::Took), cell(1, Column::Created),
                           cell(1, Column::Received)};
    };
    const QStringList shown{QStringLiteral("5 s"), QStringLiteral("5 s"), QStringLiteral("5 s ago"),
                            QStringLiteral("5 s ago")};
    ASSERT_EQ(ages(), shown);
    window->setPaused(true);
    const QImage seen = view()->viewport()->grab().toImage();
    clock.advance(20s);
    setAhead(1h); // an answer of the server
    window->setFilter({});
    view()->hide();
    view()->show();
    clock.advance(20s);
    EXPECT_EQ(ages(), shown);
    EXPECT_EQ(view()->viewport()->grab().toImage(), seen);
    setAhead(0s);
    window->setPaused(false);
    EXPECT_EQ(cell(1, Column::Took), QStringLiteral("45 s"));
    EXPECT_NE(view()->viewport()->grab().toImage(), seen);
    clock.advance(2s);
    EXPECT_EQ(cell(1, Column::Took), QStringLiteral("47 s"));
}

TEST_F(ServerAges, pausedView_leavesTheAgesOfOpenWindowsAlone) {
    setState(ConnectionState::Live);
    add(1, 3s);
    ASSERT_TRUE(window->openEnforcement(1));
    window->setPaused(true);
    clock.advance(20s);
    EXPECT_EQ(openWindows().front()->findChild<QLabel*>(QStringLiteral("age"))->text(),
              QStringLiteral("open for 23 s"));
}

TEST_F(ServerAges, rowsThatGrewTooOldDuringAPause_leaveWithIt) {
    setState(ConnectionState::Live);
    for (core::Id id = 1; id <= 30; ++id)
        add(id, (31 - id) * 60s);
    core::EnforcementFilter filter;
    filter.window = 10min;
    window->setFilter(filter);
    ASSERT_EQ(window->shown(), 10);
    window->setPaused(true);
    clock.advance(5min);
    EXPECT_EQ(window->shown(), 10);
    window->setPaused(false);
    EXPECT_EQ(window->shown(), 5);
}

} // namespace
} // namespace attune::widgets
