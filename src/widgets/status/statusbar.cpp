// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/statusbar.h"

#include "status/steadyroom.h"

#include "attune/core/column.h"
#include "attune/core/displaytext.h"
#include "attune/widgets/liveindicator.h"
#include "attune/widgets/themedicon.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <cmath>

namespace attune::widgets {

namespace {

using namespace std::chrono_literals;

constexpr QLatin1String SeparatorName("separator");
constexpr auto CountsInterval = 500ms;

/// Its name is its text; what that is about is said besides.
QLabel* plainLabel(const QString& subject) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setAccessibleDescription(subject);
    return label;
}

QFrame* separator() {
    auto* line = new QFrame;
    line->setObjectName(SeparatorName);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setFixedHeight(16);
    return line;
}

/// One decimal only where it says something.
QString rateText(double perSecond) {
    const int decimals = perSecond > 0 && perSecond < 10 ? 1 : 0;
    return QLocale().toString(perSecond, 'f', decimals);
}

} // namespace

StatusBar::StatusBar(core::ServerClock& clock, QWidget* parent)
    : QStatusBar(parent)
    , m_indicator(new LiveIndicator(clock))
    , m_identity(plainLabel(tr("Server and user")))
    , m_counts(new SteadyRoom(plainLabel(tr("Rows"))))
    , m_rate(new SteadyRoom(plainLabel(tr("Rate and latency"))))
    , m_pause(new QToolButton)
    , m_clock(clock) {
    setSizeGripEnabled(false);
    setContentsMargins(4, 0, 4, 0);
    m_pause->setCheckable(true);
    m_pause->setAutoRaise(true);
    m_pause->setFocusPolicy(Qt::TabFocus);
    addWidget(m_indicator);
    addWidget(m_identity);
    addWidget(separator());
    addWidget(m_counts, 1);
    addPermanentWidget(m_rate);
    addPermanentWidget(m_pause);
    connect(m_indicator, &LiveIndicator::clicked, this, &StatusBar::indicatorClicked);
    connect(m_pause, &QToolButton::clicked, this, &StatusBar::pauseToggled);
    setPause({});
    setRate(0, std::nullopt);
    refreshCounts();
}

void StatusBar::setStatus(const session::ConnectionStatus& status) {
    m_indicator->setStatus(status);
    QStringList parts;
    for (const QString& part : {status.profileName, status.login}) {
        if (!part.isEmpty())
            parts += core::displayText(part, 40);
    }
    if (status.plainText)
        parts += tr("not encrypted");
    if (!status.signInNotice.isEmpty())
        parts += tr("sign-in not kept");
    m_identity->setText(parts.join(QStringLiteral(" · ")));
    m_identity->setToolTip(
        core::toolTipText(status.signInNotice.isEmpty() ? status.host : status.host + u'\n' + status.signInNotice));
    m_identity->setVisible(!parts.isEmpty());
    if (status.completeSince != m_completeSince) {
        m_completeSince = status.completeSince;
        refreshCounts();
    }
}

void StatusBar::setPause(const PauseInfo& pause) {
    m_indicator->setPause(pause);
    m_pause->setChecked(pause.paused);
    m_pause->setAccessibleName(pause.paused ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(pause.paused ? tr("Resume: show everything that was held back (Space)")
                                     : tr("Pause the view; updates are still received (Space)"));
    refreshIcons();
}

void StatusBar::setCounts(std::int64_t shown, std::int64_t loaded) {
    if (shown == m_shown && loaded == m_loaded)
        return;
    m_shown = shown;
    m_loaded = loaded;
    // Along with a frame that is painted anyway; only the last change before a silence waits for the clock.
    const auto since = m_clock.steady() - m_countsWritten;
    if (since >= CountsInterval)
        refreshCounts();
    else if (!m_countsDue)
        m_countsDue = m_clock.after(std::chrono::ceil<std::chrono::milliseconds>(CountsInterval * 3 / 2 - since),
                                    [this] { refreshCounts(); });
}

void StatusBar::setRate(double perSecond, std::optional<std::chrono::microseconds> latency) {
    QString text = tr("%1/s").arg(rateText(std::isfinite(perSecond) ? std::max(0.0, perSecond) : 0.0));
    if (latency)
        text += QStringLiteral(" · ") + core::durationText(*latency);
    m_rate->setText(text);
    m_rate->setToolTip(latency ? tr("Updates per second, and the time from their arrival to the screen")
                               : tr("Updates per second"));
}

void StatusBar::setReducedMotion(bool reduced) { m_indicator->setReducedMotion(reduced); }

void StatusBar::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
}

void StatusBar::refreshCounts() {
    m_countsDue.reset();
    m_countsWritten = m_clock.steady();
    const QLocale locale;
    QString text = m_shown == m_loaded ? tr("%1 shown").arg(locale.toString(m_shown))
                                       : tr("%1 of %2 shown").arg(locale.toString(m_shown), locale.toString(m_loaded));
    if (m_completeSince == session::SinceTheBeginning) {
        text += QStringLiteral(" · ") + tr("complete");
    } else if (core::isInstant(m_completeSince)) {
        const QString since = core::instantText(m_completeSince, core::TimeStyle::Local, m_clock.now());
        text += QStringLiteral(" · ") + tr("complete since %1").arg(since);
    }
    m_counts->setText(text);
}

void StatusBar::refreshIcons() {
    m_pause->setIcon(themedIcon(m_pause->isChecked() ? QStringLiteral("play") : QStringLiteral("pause"), palette()));
    QPalette lines = palette();
    lines.setColor(QPalette::WindowText, palette().color(QPalette::Mid));
    for (auto* line : findChildren<QFrame*>(SeparatorName))
        line->setPalette(lines);
}

} // namespace attune::widgets
