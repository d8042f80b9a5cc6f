// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/widgets/indicatorpresentation.h"

#include <gtest/gtest.h>

#include <QLocale>

#include <limits>
#include <set>

namespace attune::widgets {

namespace {

using session::ConnectionState;
using session::ConnectionStatus;

constexpr core::UtcMicros Now = 1'780'315'200'000'000; // 2026-06-01T12:00:00Z
constexpr core::UtcMicros Second = 1'000'000;
constexpr ConnectionState States[] = {
    ConnectionState::SignedOut, ConnectionState::Connecting, ConnectionState::Syncing,           ConnectionState::Live,
    ConnectionState::Delayed,   ConnectionState::Offline,    ConnectionState::CertificateRefused};

ConnectionStatus in(ConnectionState state) {
    ConnectionStatus status;
    status.state = state;
    status.host = QStringLiteral("attune.example.com");
    return status;
}

IndicatorPresentation of(const ConnectionStatus& status, const PauseInfo& pause = {}) {
    return indicatorPresentation(status, pause, {Now, Now});
}

bool says(const QString& text, const char16_t* words) { return text.contains(QStringView(words)); }

} // namespace

TEST(IndicatorPresentation, everyState_hasAShapeOfItsOwn) {
    std::set<IndicatorShape> shapes;
    for (const auto state : States)
        shapes.insert(of(in(state)).shape);
    PauseInfo pause;
    pause.paused = true;
    shapes.insert(of(in(ConnectionState::Live), pause).shape);
    EXPECT_EQ(shapes.size(), std::size(States) + 1);
}

TEST(IndicatorPresentation, green_meansLiveAndNothingElse) {
    for (const bool paused : {false, true}) {
        PauseInfo pause;
        pause.paused = paused;
        for (const auto state : States)
            EXPECT_EQ(of(in(state), pause).tone == Tone::Good, state == ConnectionState::Live && !paused);
    }
}

TEST(IndicatorPresentation, catchingUpWithOutdatedRows_tellsHowManyAndUntilWhen) {
    ConnectionStatus status = in(ConnectionState::Syncing);
    EXPECT_FALSE(says(of(status).toolTip, u"up to date"));
    status.outdated = 412;
    status.newestOutdated = Now - 3600 * Second;
    EXPECT_TRUE(says(of(status).toolTip, u"Not yet up to date: 412"));
}

TEST(IndicatorPresentation, accessibleName_isTheTextWithoutWhatCounts) {
    for (const auto state : States) {
        const auto shown = of(in(state));
        EXPECT_FALSE(shown.accessibleName.isEmpty());
        EXPECT_TRUE(shown.text.startsWith(shown.accessibleName)) << shown.text.toStdString();
        EXPECT_EQ(shown.accessibleName.indexOf(u'%'), -1);
        EXPECT_FALSE(shown.toolTip.isEmpty());
    }
}

TEST(IndicatorPresentation, connecting_namesHostAttemptAndNextTry) {
    auto status = in(ConnectionState::Connecting);
    status.attempt = 3;
    status.nextAttempt = Now + 4 * Second;
    const auto shown = of(status);
    EXPECT_EQ(shown.text, QStringLiteral("Connecting…"));
    EXPECT_TRUE(says(shown.toolTip, u"attune.example.com"));
    EXPECT_TRUE(says(shown.toolTip, u"Attempt 3."));
    EXPECT_TRUE(says(shown.toolTip, u"Next try in 4 s."));
    EXPECT_TRUE(shown.ticks);
}

TEST(IndicatorPresentation, syncing_neverClaimsToBeDone) {
    auto status = in(ConnectionState::Syncing);
    status.activity = QStringLiteral("page 3 of 10");
    status.syncProgress = 0.63;
    EXPECT_EQ(of(status).text, QStringLiteral("Catching up… 63 %"));
    EXPECT_TRUE(says(of(status).toolTip, u"page 3 of 10"));
    status.syncProgress = 1.0;
    EXPECT_EQ(of(status).text, QStringLiteral("Catching up… 99 %"));
    status.syncProgress = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(of(status).text, QStringLiteral("Catching up… 0 %"));
}

TEST(IndicatorPresentation, live_tellsSinceWhenLastMessageAndLag) {
    auto status = in(ConnectionState::Live);
    status.since = Now - 60 * Second;
    status.lastMessage = Now - 3 * Second;
    status.lag = std::chrono::milliseconds(12);
    const auto shown = of(status);
    EXPECT_EQ(shown.text, QStringLiteral("Live Updates"));
    EXPECT_EQ(shown.toolTip, QStringLiteral("Live since 11:59:00.\nLast message 3 s ago.\nLag 12 ms."));
    EXPECT_FALSE(shown.ticks);
}

TEST(IndicatorPresentation, live_tellsHowFarBackEverythingIsLoaded) {
    auto status = in(ConnectionState::Live);
    status.completeSince = Now - 3600 * Second;
    EXPECT_TRUE(says(of(status).toolTip, u"Complete since 11:00:00."));
    EXPECT_FALSE(says(of(status).toolTip, u"being read"));
    status.isReadingReach = true;
    status.reachRead = 1200;
    status.reachWanted = 5000;
    const QLocale locale;
    EXPECT_TRUE(of(status).toolTip.contains(
        QStringLiteral("Older ones are being read: %1 of %2.").arg(locale.toString(1200), locale.toString(5000))));
    status.completeSince = session::SinceTheBeginning;
    EXPECT_TRUE(says(of(status).toolTip, u"Complete: every enforcement"));
    EXPECT_FALSE(says(of(status).toolTip, u"1970"));
}

TEST(IndicatorPresentation, delayed_saysThatItPolls) {
    auto status = in(ConnectionState::Delayed);
    status.reason = QStringLiteral("no message for 40 s");
    EXPECT_EQ(of(status).text, QStringLiteral("Live Updates delayed"));
    EXPECT_TRUE(says(of(status).toolTip, u"every 5 s"));
    EXPECT_TRUE(says(of(status).toolTip, u"no message for 40 s"));
}

TEST(IndicatorPresentation, offline_countsDownAndDatesTheData) {
    auto status = in(ConnectionState::Offline);
    status.reason = QStringLiteral("connection refused");
    status.nextAttempt = Now + 3'200'000;
    status.dataAsOf = Now - 60 * Second;
    auto shown = of(status);
    EXPECT_EQ(shown.text, QStringLiteral("Offline · retry in 4 s"));
    EXPECT_TRUE(says(shown.toolTip, u"connection refused"));
    EXPECT_TRUE(says(shown.toolTip, u"Data as of 11:59:00."));
    EXPECT_TRUE(shown.ticks);

    status.nextAttempt = Now - Second;
    EXPECT_EQ(of(status).text, QStringLiteral("Offline · retrying…"));
    status.nextAttempt = core::UnknownTime;
    EXPECT_EQ(of(status).text, QStringLiteral("Offline"));
}

TEST(IndicatorPresentation, paused_countsWhatIsHeldAndPromisesNothingIsLost) {
    PauseInfo pause;
    pause.paused = true;
    pause.held = 132;
    pause.since = Now - 18 * Second;
    const auto shown = of(in(ConnectionState::Live), pause);
    EXPECT_EQ(shown.text, QStringLiteral("Paused · 132 held, 18 s"));
    EXPECT_EQ(shown.accessibleName, QStringLiteral("Paused"));
    EXPECT_TRUE(says(shown.toolTip, u"nothing is lost"));
    EXPECT_TRUE(says(shown.toolTip, u"Space"));
    EXPECT_TRUE(shown.ticks);
}

TEST(IndicatorPresentation, pausedWhileDelayed_doesNotPromiseCompleteness) {
    PauseInfo pause;
    pause.paused = true;
    const auto shown = of(in(ConnectionState::Delayed), pause);
    EXPECT_EQ(shown.shape, IndicatorShape::Bars);
    EXPECT_FALSE(says(shown.toolTip, u"nothing is lost"));
    EXPECT_TRUE(says(shown.toolTip, u"Live Updates delayed"));
}

TEST(IndicatorPresentation, lossOfTheConnection_outranksThePause) {
    PauseInfo pause;
    pause.paused = true;
    for (const auto state : {ConnectionState::Offline, ConnectionState::SignedOut, ConnectionState::CertificateRefused,
                             ConnectionState::Connecting}) {
        const auto shown = of(in(state), pause);
        EXPECT_EQ(shown.text, of(in(state)).text);
        EXPECT_TRUE(says(shown.toolTip, u"paused"));
    }
}

TEST(IndicatorPresentation, certificateRefused_saysWhichCheckFailed) {
    auto status = in(ConnectionState::CertificateRefused);
    status.reason = QStringLiteral("the certificate expired on 1 May");
    EXPECT_EQ(of(status).text, QStringLiteral("Connection refused: certificate"));
    EXPECT_TRUE(says(of(status).toolTip, u"expired on 1 May"));
}

TEST(IndicatorPresentation, plainTextConnection_isAlwaysSaid) {
    for (const auto state : States) {
        auto status = in(state);
        status.plainText = true;
        EXPECT_TRUE(says(of(status).toolTip, u"not encrypted"));
    }
}

TEST(IndicatorPresentation, hostileReason_isMadeVisible) {
    auto status = in(ConnectionState::Offline);
    status.reason = QStringLiteral("a\u202eb\u0007");
    EXPECT_FALSE(of(status).toolTip.contains(QChar(0x202e)));
    EXPECT_FALSE(of(status).toolTip.contains(QChar(0x07)));
}

} // namespace attune::widgets
