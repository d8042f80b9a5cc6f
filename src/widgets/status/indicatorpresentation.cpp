// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/indicatorpresentation.h"

#include "attune/core/column.h"
#include "attune/core/displaytext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace attune::widgets {

namespace {

using core::UtcMicros;
using session::ConnectionState;
using session::ConnectionStatus;

constexpr qsizetype MaxWords = 600;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LiveIndicator)
};

QString clockTime(UtcMicros time, UtcMicros now) { return core::instantText(time, core::TimeStyle::Local, now); }

bool isAhead(UtcMicros time, UtcMicros now) { return core::isInstant(time) && time > now; }

void addReason(QStringList& lines, const ConnectionStatus& status) {
    if (!status.reason.isEmpty())
        lines += core::displayText(status.reason, MaxWords);
}

void addFreshness(QStringList& lines, const ConnectionStatus& status, UtcMicros now) {
    if (core::isInstant(status.dataAsOf))
        lines += Words::tr("Data as of %1.").arg(clockTime(status.dataAsOf, now));
}

void addCompleteness(QStringList& lines, const ConnectionStatus& status, UtcMicros now) {
    if (status.completeSince == session::SinceTheBeginning)
        lines += Words::tr("Complete: every enforcement of the server is loaded.");
    else if (core::isInstant(status.completeSince))
        lines += Words::tr("Complete since %1.").arg(clockTime(status.completeSince, now));
    if (status.isReadingReach)
        lines += Words::tr("Older ones are being read: %L1 of %L2.")
                     .arg(static_cast<qulonglong>(status.reachRead))
                     .arg(static_cast<qulonglong>(status.reachWanted));
}

void addOutdated(QStringList& lines, const ConnectionStatus& status, UtcMicros now) {
    if (status.outdated == 0)
        return;
    const auto count = static_cast<int>(std::min<std::size_t>(status.outdated, std::numeric_limits<int>::max()));
    lines += Words::tr("Not yet up to date: %Ln from %1 or before that left “created” unnoticed.", nullptr, count)
                 .arg(clockTime(status.newestOutdated, now));
}

IndicatorPresentation looks(IndicatorShape shape, Tone tone) {
    IndicatorPresentation shown;
    shown.shape = shape;
    shown.tone = tone;
    return shown;
}

IndicatorPresentation connecting(const ConnectionStatus& status, UtcMicros now) {
    IndicatorPresentation shown = looks(IndicatorShape::SpinningRing, Tone::Neutral);
    shown.text = Words::tr("Connecting…");
    QStringList lines{Words::tr("Connecting to %1.").arg(core::displayText(status.host, MaxWords))};
    if (status.attempt > 0)
        lines += Words::tr("Attempt %1.").arg(status.attempt);
    if (isAhead(status.nextAttempt, now))
        lines += Words::tr("Next try in %1.").arg(countDown(status.nextAttempt, now));
    addReason(lines, status);
    addFreshness(lines, status, now);
    shown.toolTip = lines.join(u'\n');
    shown.ticks = isAhead(status.nextAttempt, now);
    return shown;
}

IndicatorPresentation syncing(const ConnectionStatus& status, const Present& now) {
    IndicatorPresentation shown = looks(IndicatorShape::FillingRing, Tone::Info);
    shown.progress = std::isfinite(status.syncProgress) ? std::clamp(status.syncProgress, 0.0, 1.0) : 0.0;
    // Never 100 % before it is done.
    const int percent = std::min(99, static_cast<int>(shown.progress * 100));
    shown.text = Words::tr("Catching up… %1 %").arg(percent);
    shown.accessibleName = Words::tr("Catching up…");
    QStringList lines{status.activity.isEmpty() ? Words::tr("Reading what was missed.")
                                                : core::displayText(status.activity, MaxWords)};
    addOutdated(lines, status, now.atServer);
    addReason(lines, status);
    addFreshness(lines, status, now.here);
    shown.toolTip = lines.join(u'\n');
    return shown;
}

IndicatorPresentation live(const ConnectionStatus& status, const Present& now) {
    IndicatorPresentation shown = looks(IndicatorShape::PulsingDot, Tone::Good);
    shown.text = Words::tr("Live Updates");
    QStringList lines;
    lines += core::isInstant(status.since) ? Words::tr("Live since %1.").arg(clockTime(status.since, now.here))
                                           : Words::tr("Every change arrives as it happens.");
    if (core::isInstant(status.lastMessage)) {
        const auto ago = std::chrono::microseconds(std::max<UtcMicros>(0, now.here - status.lastMessage));
        lines += Words::tr("Last message %1 ago.").arg(core::ageText(ago));
    }
    if (status.lag)
        lines += Words::tr("Lag %1.").arg(core::durationText(*status.lag));
    addCompleteness(lines, status, now.atServer);
    shown.toolTip = lines.join(u'\n');
    return shown;
}

IndicatorPresentation delayed(const ConnectionStatus& status, UtcMicros now) {
    IndicatorPresentation shown = looks(IndicatorShape::LateDot, Tone::Warning);
    shown.text = Words::tr("Live Updates delayed");
    QStringList lines{Words::tr("Messages were lost or are late; the newest rows are read every 5 s instead.")};
    addReason(lines, status);
    addFreshness(lines, status, now);
    shown.toolTip = lines.join(u'\n');
    return shown;
}

IndicatorPresentation offline(const ConnectionStatus& status, UtcMicros now) {
    IndicatorPresentation shown = looks(IndicatorShape::HollowDot, Tone::Bad);
    shown.ticks = isAhead(status.nextAttempt, now);
    if (shown.ticks)
        shown.text = Words::tr("Offline · retry in %1").arg(countDown(status.nextAttempt, now));
    else
        shown.text = core::isInstant(status.nextAttempt) ? Words::tr("Offline · retrying…") : Words::tr("Offline");
    shown.accessibleName = Words::tr("Offline");
    QStringList lines;
    addReason(lines, status);
    addFreshness(lines, status, now);
    lines += Words::tr("Click for details and to retry now.");
    shown.toolTip = lines.join(u'\n');
    return shown;
}

IndicatorPresentation signedOut(const ConnectionStatus& status, UtcMicros now) {
    IndicatorPresentation shown = looks(IndicatorShape::Key, Tone::Bad);
    shown.text = Words::tr("Signed out");
    QStringList lines;
    addReason(lines, status);
    lines += Words::tr("Sign in to receive updates.");
    addFreshness(lines, status, now);
    shown.toolTip = lines.join(u'\n');
    return shown;
}

IndicatorPresentation refused(const ConnectionStatus& status, UtcMicros now) {
    IndicatorPresentation shown = looks(IndicatorShape::Shield, Tone::Bad);
    shown.text = Words::tr("Connection refused: certificate");
    QStringList lines;
    addReason(lines, status);
    lines += Words::tr(
        "Nothing was sent. Check the address, or add the certificate authority of this server to the profile.");
    addFreshness(lines, status, now);
    shown.toolTip = lines.join(u'\n');
    return shown;
}

IndicatorPresentation connection(const ConnectionStatus& status, const Present& now) {
    switch (status.state) {
    case ConnectionState::SignedOut:
        return signedOut(status, now.here);
    case ConnectionState::Connecting:
        return connecting(status, now.here);
    case ConnectionState::Syncing:
        return syncing(status, now);
    case ConnectionState::Live:
        return live(status, now);
    case ConnectionState::Delayed:
        return delayed(status, now.here);
    case ConnectionState::Offline:
        return offline(status, now.here);
    case ConnectionState::CertificateRefused:
        return refused(status, now.here);
    }
    return {};
}

bool pauseMatters(ConnectionState state) {
    return state == ConnectionState::Live || state == ConnectionState::Delayed || state == ConnectionState::Syncing;
}

IndicatorPresentation paused(const IndicatorPresentation& below, const ConnectionStatus& status, const PauseInfo& pause,
                             UtcMicros now) {
    IndicatorPresentation shown = looks(IndicatorShape::Bars, Tone::Warning);
    shown.ticks = true;
    const auto held = static_cast<int>(std::clamp<std::int64_t>(pause.held, 0, std::numeric_limits<int>::max()));
    const auto since = core::isInstant(pause.since) ? std::max<UtcMicros>(0, now - pause.since) : 0;
    shown.text = Words::tr("Paused · %Ln held, %1", nullptr, held).arg(core::ageText(std::chrono::microseconds(since)));
    shown.accessibleName = Words::tr("Paused");
    QStringList lines;
    if (status.state == ConnectionState::Live)
        lines += Words::tr("Only the view is frozen: nothing is lost, updates are still received.");
    else
        lines << Words::tr("The view is frozen.") << below.text + u": " + below.toolTip;
    lines += Words::tr("Space resumes and shows everything.");
    shown.toolTip = lines.join(u'\n');
    return shown;
}

} // namespace

QString countDown(UtcMicros time, UtcMicros now) {
    const auto seconds = std::max<std::int64_t>(1, (time - now + 999'999) / 1'000'000);
    return core::ageText(std::chrono::seconds(seconds));
}

IndicatorPresentation indicatorPresentation(const ConnectionStatus& status, const PauseInfo& pause,
                                            const Present& now) {
    IndicatorPresentation shown = connection(status, now);
    if (pause.paused && pauseMatters(status.state))
        shown = paused(shown, status, pause, now.here);
    else if (pause.paused)
        shown.toolTip += u'\n' + Words::tr("The view is paused; Space resumes.");
    if (status.plainText)
        shown.toolTip += u'\n' + Words::tr("This connection is not encrypted.");
    if (shown.accessibleName.isEmpty())
        shown.accessibleName = shown.text;
    return shown;
}

} // namespace attune::widgets
