// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "status/steadyroom.h"
#include "support/manualclock.h"
#include "support/printers.h"

#include "attune/core/column.h"
#include "attune/widgets/liveindicator.h"
#include "attune/widgets/statusbar.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace attune::widgets {

namespace {

using namespace std::chrono_literals;

class StatusBarTest : public ::testing::Test {
protected:
    StatusBarTest() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        bar.show();
    }
    ~StatusBarTest() override { QLocale::setDefault(QLocale::c()); }

    QString label(const QString& subject) const {
        for (const auto* candidate : bar.findChildren<QLabel*>()) {
            if (candidate->accessibleDescription() == subject)
                return candidate->text();
        }
        return {};
    }
    void setCounts(std::int64_t shown, std::int64_t loaded) {
        clock.advance(1s); // long after the last ones
        bar.setCounts(shown, loaded);
    }
    QString rows() const { return label(QStringLiteral("Rows")); }
    QString rate() const { return label(QStringLiteral("Rate and latency")); }

    test::ManualClock clock;
    core::ServerClock serverClock{clock};
    StatusBar bar{serverClock};
};

} // namespace

TEST_F(StatusBarTest, counts_areGroupedAndTellTheFilterApart) {
    setCounts(98'002, 98'002);
    EXPECT_EQ(rows(), QStringLiteral("98,002 shown"));
    setCounts(12'431, 98'002);
    EXPECT_EQ(rows(), QStringLiteral("12,431 of 98,002 shown"));
}

TEST_F(StatusBarTest, counts_areWrittenAtOnceThenAFewTimesASecond) {
    clock.advance(10s);
    bar.setCounts(1, 1);
    EXPECT_EQ(rows(), QStringLiteral("1 shown"));
    int texts = 0;
    for (int i = 2; i <= 300; ++i) {
        const QString before = rows();
        bar.setCounts(i, i);
        clock.advance(10ms);
        texts += rows() != before ? 1 : 0;
    }
    EXPECT_LE(texts, 6);
    EXPECT_GE(texts, 5);
    clock.advance(1s);
    EXPECT_EQ(rows(), QStringLiteral("300 shown"));
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(StatusBarTest, counts_placeNothingAnewWhileTheyFit) {
    bar.resize(900, bar.sizeHint().height());
    setCounts(98'765, 98'765);
    QCoreApplication::processEvents();
    const auto* counts = bar.findChild<SteadyRoom*>();
    ASSERT_TRUE(counts);
    const QSize room = counts->minimumSize();
    setCounts(98'111, 98'111);
    EXPECT_EQ(counts->minimumSize(), room);
    EXPECT_EQ(rows(), QStringLiteral("98,111 shown"));
    setCounts(98'765'432, 99'765'432);
    EXPECT_GT(counts->minimumWidth(), room.width()) << "no text is cut";
    setCounts(1, 1);
    EXPECT_LT(counts->minimumWidth(), room.width() * 3 / 2) << "nor is room kept for nothing";
}

TEST_F(StatusBarTest, completeness_isOnlyClaimedWhenKnown) {
    setCounts(1, 1);
    session::ConnectionStatus status;
    bar.setStatus(status);
    EXPECT_EQ(rows(), QStringLiteral("1 shown"));
    status.completeSince = clock.now() - 3'601'000'000;
    bar.setStatus(status);
    EXPECT_EQ(rows(), QStringLiteral("1 shown · complete since 11:00:00"));
    status.completeSince = session::SinceTheBeginning;
    bar.setStatus(status);
    EXPECT_EQ(rows(), QStringLiteral("1 shown · complete")) << "not since 1970";
}

TEST_F(StatusBarTest, rate_hasDecimalsOnlyWhenSmall) {
    bar.setRate(214.3, 12ms);
    EXPECT_EQ(rate(), QStringLiteral("214/s · 12 ms"));
    bar.setRate(0.5, std::nullopt);
    EXPECT_EQ(rate(), QStringLiteral("0.5/s"));
    bar.setRate(0, std::nullopt);
    EXPECT_EQ(rate(), QStringLiteral("0/s"));
}

TEST_F(StatusBarTest, identity_isPlainTextAndWarnsAboutClearText) {
    session::ConnectionStatus status;
    status.profileName = QStringLiteral("<b>prod</b>");
    status.login = QStringLiteral("alice");
    status.plainText = true;
    bar.setStatus(status);
    EXPECT_EQ(label(QStringLiteral("Server and user")), QStringLiteral("<b>prod</b> · alice · not encrypted"));
    for (const auto* child : bar.findChildren<QLabel*>())
        EXPECT_EQ(child->textFormat(), Qt::PlainText);
}

TEST_F(StatusBarTest, signInThatIsNotKept_isSaid) {
    session::ConnectionStatus status;
    status.profileName = QStringLiteral("prod");
    status.signInNotice = QStringLiteral("This sign-in lasts until the program ends.");
    bar.setStatus(status);
    EXPECT_EQ(label(QStringLiteral("Server and user")), QStringLiteral("prod · sign-in not kept"));
    status.signInNotice.clear();
    bar.setStatus(status);
    EXPECT_EQ(label(QStringLiteral("Server and user")), QStringLiteral("prod"));
}

TEST_F(StatusBarTest, pauseButton_asksAndNamesWhatItDoes) {
    auto* button = bar.findChild<QToolButton*>();
    ASSERT_NE(button, nullptr);
    EXPECT_EQ(button->accessibleName(), QStringLiteral("Pause"));
    QSignalSpy toggles(&bar, &StatusBar::pauseToggled);
    QTest::mouseClick(button, Qt::LeftButton);
    ASSERT_EQ(toggles.count(), 1);
    EXPECT_TRUE(toggles.at(0).at(0).toBool());

    PauseInfo pause;
    pause.paused = true;
    bar.setPause(pause);
    EXPECT_EQ(toggles.count(), 1);
    EXPECT_EQ(button->accessibleName(), QStringLiteral("Resume"));
    EXPECT_TRUE(bar.indicator()->accessibleName().isEmpty() == false);
}

TEST_F(StatusBarTest, indicatorClick_isForwarded) {
    QSignalSpy clicks(&bar, &StatusBar::indicatorClicked);
    QTest::mouseClick(bar.indicator(), Qt::LeftButton);
    EXPECT_EQ(clicks.count(), 1);
}

TEST_F(StatusBarTest, toolTipOfTheIndicator_namesInstantsByTheClockThatToldThem) {
    serverClock.setAhead(25h);
    session::ConnectionStatus status;
    status.state = session::ConnectionState::Live;
    status.since = clock.now() - 60'000'000;
    status.completeSince = serverClock.now() - 60'000'000;
    bar.setStatus(status);
    QString tip = bar.indicator()->presentation().toolTip;
    const auto today = [](const core::Clock& by) {
        return core::instantText(by.now() - 60'000'000, core::TimeStyle::Local, by.now());
    };
    EXPECT_TRUE(tip.contains(u"Live since " + today(clock) + u'.')) << tip.toStdString();
    EXPECT_TRUE(tip.contains(u"Complete since " + today(serverClock) + u'.')) << tip.toStdString();
    status.state = session::ConnectionState::Syncing;
    status.outdated = 2;
    status.newestOutdated = status.completeSince;
    bar.setStatus(status);
    tip = bar.indicator()->presentation().toolTip;
    EXPECT_TRUE(tip.contains(u"from " + today(serverClock) + u" or before")) << tip.toStdString();
}

} // namespace attune::widgets
