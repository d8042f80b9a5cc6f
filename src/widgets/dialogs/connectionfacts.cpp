// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/connectionfacts.h"

#include "dialogs/plainlabel.h"
#include "dialogs/statewords.h"

#include "attune/core/displaytext.h"
#include "attune/widgets/indicatorpresentation.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace attune::widgets {

namespace {

QString count(std::uint64_t number) { return QLocale().toString(qulonglong{number}); }

int atMostInt(std::uint64_t number) {
    return static_cast<int>(std::min<std::uint64_t>(number, std::numeric_limits<int>::max()));
}

} // namespace

ConnectionFacts::ConnectionFacts(QWidget* parent) : QWidget(parent) {
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    m_grid = new QGridLayout; // a QFormLayout leaves too little room for lines that wrap
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_state = createPlainLabel(this);
    m_state->setObjectName(QStringLiteral("state"));
    QFont bold = m_state->font();
    bold.setBold(true);
    m_state->setFont(bold);
    m_reason = createPlainLabel(this);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_signIn = createPlainLabel(this);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    for (QLabel* line : {m_state, m_reason, m_signIn})
        lines->addWidget(line);
    lines->addLayout(m_grid);
    lines->addStretch();
    addFact(Fact::Server, tr("Server"));
    addFact(Fact::Clock, tr("Clock of the server"));
    addFact(Fact::Since, tr("State since"));
    addFact(Fact::LastMessage, tr("Last message"));
    addFact(Fact::Complete, tr("Complete since"));
    addFact(Fact::AsOf, tr("Data as of"));
    addFact(Fact::Rate, tr("Notifications"));
    addFact(Fact::Received, tr("Frames received"));
    addFact(Fact::Refused, tr("Refused"));
    addFact(Fact::Requests, tr("Requests"));
    addFact(Fact::Gaps, tr("Gaps"));
    addFact(Fact::Anomalies, tr("Anomalies"));
}

void ConnectionFacts::addFact(Fact fact, const QString& name) {
    QLabel* value = createPlainLabel(this);
    value->setObjectName(QStringLiteral("fact%1").arg(static_cast<int>(fact)));
    value->setAccessibleDescription(name);
    auto* caption = new QLabel(name, this);
    caption->setBuddy(value);
    m_captions[static_cast<std::size_t>(fact)] = caption;
    const int row = m_grid->rowCount();
    m_grid->addWidget(caption, row, 0);
    m_grid->addWidget(value, row, 1);
    m_values[static_cast<std::size_t>(fact)] = value;
}

void ConnectionFacts::setFactVisible(Fact fact, bool visible) {
    QLabel* value = m_values[static_cast<std::size_t>(fact)];
    m_captions[static_cast<std::size_t>(fact)]->setVisible(visible);
    value->setVisible(visible);
}

void ConnectionFacts::setFact(Fact fact, const QString& value) {
    m_values[static_cast<std::size_t>(fact)]->setText(value.isEmpty() ? QStringLiteral("—") : value);
}

void ConnectionFacts::showReport(const ConnectionReport& report, core::TimeStyle style,
                                 const core::ServerClock& clock) {
    showStatus(report.status, style, clock);
    showCounters(report.counters);
}

void ConnectionFacts::showStatus(const session::ConnectionStatus& status, core::TimeStyle style,
                                 const core::ServerClock& clock) {
    const core::UtcMicros now = clock.local().now();
    m_state->setText(indicatorPresentation(status, {}, {now, clock.now()}).text);
    m_reason->setText(core::displayText(status.reason.isEmpty() ? status.activity : status.reason, 600));
    m_reason->setHidden(m_reason->text().isEmpty());
    m_signIn->setText(core::displayText(status.signInNotice, 600));
    m_signIn->setHidden(status.signInNotice.isEmpty());
    QString server =
        status.login.isEmpty() ? status.host : tr("%1 at %2", "login at host").arg(status.login, status.host);
    if (status.plainText)
        server = tr("%1, not encrypted").arg(server);
    setFact(Fact::Server, core::displayText(server, 200));
    setFact(Fact::Clock, clockWords(status));
    setFact(Fact::Since, core::instantText(status.since, style, now));
    QString last = core::instantText(status.lastMessage, style, now);
    if (status.lag)
        last = tr("%1, %2 after it was sent", "time, span").arg(last, core::durationText(*status.lag));
    setFact(Fact::LastMessage, last);
    setFact(Fact::Complete, status.completeSince == session::SinceTheBeginning
                                ? tr("the beginning")
                                : core::instantText(status.completeSince, style, clock.now()));
    setFact(Fact::AsOf, core::instantText(status.dataAsOf, style, now));
}

void ConnectionFacts::showCounters(const session::SessionCounters& counters) {
    setFact(Fact::Rate, tr("%1 a second").arg(QLocale().toString(counters.notificationsPerSecond, 'f', 1)));
    setFact(Fact::Received,
            tr("%1, %2 about enforcements").arg(count(counters.received), count(counters.notifications)));
    setFact(Fact::Refused,
            tr("%1 malformed, %2 of unknown kind").arg(count(counters.malformed), count(counters.unknown)));
    setFact(Fact::Requests, tr("%1 in the last minute, %2 in all")
                                .arg(count(static_cast<std::uint64_t>(std::max(0, counters.requestsLastMinute))),
                                     count(counters.requests)));
    setFact(Fact::Gaps, tr("%1, %2", "gaps, reconnects")
                            .arg(tr("%Ln found and repaired", nullptr, atMostInt(counters.gapsFound)),
                                 tr("%Ln reconnect(s)", nullptr, atMostInt(counters.reconnects))));
    const bool hasAnomalies = counters.brokenStreams > 0 || counters.contradictions > 0;
    setFactVisible(Fact::Anomalies, hasAnomalies); // there should be none
    setFact(Fact::Anomalies, tr("%1, %2", "broken streams, contradictions")
                                 .arg(tr("%Ln broken stream(s)", nullptr, atMostInt(counters.brokenStreams)),
                                      tr("%Ln contradiction(s)", nullptr, atMostInt(counters.contradictions))));
}

} // namespace attune::widgets
