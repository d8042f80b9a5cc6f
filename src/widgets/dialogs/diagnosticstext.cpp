// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/statewords.h"

#include "attune/core/displaytext.h"
#include "attune/session/settings.h"
#include "attune/widgets/diagnosticsdialog.h"

#include <QCoreApplication>

namespace attune::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::widgets::Diagnostics)
};

[[nodiscard]] QString instant(core::UtcMicros time) {
    constexpr int Milliseconds = 3;
    return core::isInstant(time) ? QString::fromStdString(core::formatRfc3339(time, Milliseconds))
                                 : Words::tr("unknown");
}

/// The report, section by section.
class Report {
public:
    void section(const QString& title) { m_lines += {QString(), title, QString(title.size(), u'-')}; }
    void line(const QString& text) { m_lines += core::displayText(text); }
    void lines(const QStringList& texts) {
        for (const QString& text : texts)
            line(text);
        if (texts.isEmpty())
            line(Words::tr("none"));
    }
    void fact(const char* name, const QString& value) {
        if (!value.isEmpty())
            line(Words::tr(name) + QStringLiteral(": ") + value);
    }
    void count(const char* name, std::uint64_t value) { fact(name, QString::number(value)); }
    [[nodiscard]] QString text() const { return m_lines.join(u'\n') + u'\n'; }

private:
    QStringList m_lines;
};

void addStatus(Report& report, const session::ConnectionStatus& status) {
    report.section(Words::tr("Connection"));
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "State"), session::stateWord(status.state));
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "State since"), instant(status.since));
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Reason"), status.reason);
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Sign-in"), status.signInNotice);
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Server"), status.host);
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Encrypted"),
                status.plainText ? Words::tr("no") : Words::tr("yes"));
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Attempt"), QString::number(status.attempt));
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Last message"), instant(status.lastMessage));
    if (status.lag)
        report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Delay of the last notification"),
                    core::durationText(*status.lag));
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Clock of the server"), clockWords(status));
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Data as of"), instant(status.dataAsOf));
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Complete since"),
                status.completeSince == session::SinceTheBeginning ? Words::tr("the beginning")
                                                                   : instant(status.completeSince));
}

void addCounters(Report& report, const session::SessionCounters& counters) {
    report.section(Words::tr("Counted since the start"));
    report.count(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Frames"), counters.received);
    report.count(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Notifications about enforcements"),
                 counters.notifications);
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Notifications a second"),
                QString::number(counters.notificationsPerSecond, 'f', 1));
    report.count(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Malformed"), counters.malformed);
    report.count(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Of unknown kind"), counters.unknown);
    report.count(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Streams that broke the protocol"),
                 counters.brokenStreams);
    report.count(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Contradictions"), counters.contradictions);
    report.count(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Gaps found and repaired"), counters.gapsFound);
    report.count(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Reconnects"), counters.reconnects);
    report.count(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Requests"), counters.requests);
    report.fact(QT_TRANSLATE_NOOP("attune::widgets::Diagnostics", "Requests in the last minute"),
                QString::number(counters.requestsLastMinute));
}

void addHistory(Report& report, const ConnectionReport& connection) {
    QStringList timeline;
    for (const session::TimelineEntry& entry : connection.timeline) {
        timeline +=
            QStringLiteral("%1 %2 -> %3 %4")
                .arg(instant(entry.at), session::stateWord(entry.from), session::stateWord(entry.to), entry.reason)
                .trimmed();
    }
    report.section(Words::tr("Timeline"));
    report.lines(timeline);
    QStringList rejections;
    for (const session::Rejection& rejection : connection.rejections)
        rejections += QStringLiteral("%1 %2: %3").arg(instant(rejection.at), rejection.what, rejection.reason);
    report.section(Words::tr("Refused"));
    report.lines(rejections);
}

} // namespace

QString diagnosticsText(const DiagnosticsFacts& facts, const core::Redactor& redactor) {
    Report report;
    report.line(Words::tr("Attune Watch, state of %1").arg(instant(facts.now)));
    report.section(Words::tr("Program"));
    report.lines(facts.components);
    addStatus(report, facts.report.status);
    addCounters(report, facts.report.counters);
    report.section(Words::tr("In memory"));
    report.lines(facts.sizes);
    addHistory(report, facts.report);
    report.section(Words::tr("Settings that were changed"));
    report.lines(facts.settings);
    report.section(Words::tr("Log"));
    QStringList log;
    for (const QByteArray& line : facts.log)
        log += QString::fromUtf8(line).trimmed();
    report.lines(log);
    // Once more as a whole: a secret may have become known after it was logged.
    return redactor.redacted(report.text());
}

QStringList changedSettings(const session::Settings& settings) {
    QStringList changed;
    for (const session::SettingInfo& info : session::settingsTable()) {
        const QVariant value = settings.value(info.setting);
        const bool isReadable = info.fallback.typeId() != QMetaType::QByteArray; // the place of a window is not
        if (isReadable && value != info.fallback)
            changed += QStringLiteral("%1 = %2").arg(QString::fromLatin1(info.key), value.toString());
    }
    return changed;
}

} // namespace attune::widgets
