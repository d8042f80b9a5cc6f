// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tailoptions.h"

#include "attune/version.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>

namespace attune::tail {

namespace {

[[nodiscard]] QString tr(const char* text) { return QCoreApplication::translate("attune-tail", text); }

struct OptionLine {
    const char* name;
    const char* value; ///< null = a switch
    const char* help;
};
constexpr std::array OptionLines{
    OptionLine{"demo", nullptr, "Watch the built-in demo server."},
    OptionLine{"api", "URL", "Base URL of the Attune API."},
    OptionLine{"ws", "URL", "URL of the notifier, where it cannot be derived from the API."},
    OptionLine{"login", "LOGIN", "Sign in with this login; the password comes from ATTUNE_PASSWORD or a prompt."},
    OptionLine{"token-stdin", nullptr, "Sign in with an integration token read from standard input."},
    OptionLine{"status", "WORDS", "Only these statuses, separated by commas."},
    OptionLine{"rule", "TERMS", "Only rules that match: substrings, globs with * and ?, a leading - excludes."},
    OptionLine{"trigger", "TERMS", "Only triggers that match, like --rule."},
    OptionLine{"event", "ID", "Only the enforcements of this event."},
    OptionLine{"trace-tag", "TAG", "Only the enforcements with this trace tag."},
    OptionLine{"filter", "EXPRESSION", "Only what this holds of, such as: took > 2s and not rule ~ \"ops.*\"."},
    OptionLine{"format", "FORMAT", "table, json (one object a line) or csv."},
    OptionLine{"count", "N", "Stop after N lines."},
    OptionLine{"for", "SECONDS", "Stop after so many seconds."},
    OptionLine{"snapshot", nullptr, "Print the newest enforcements that are there already, then stop."},
    OptionLine{"mirror", nullptr, "Print nothing; keep everything like the monitor does, for --dump."},
    OptionLine{"dump", "FILE", "At the end write all that was kept to FILE, as JSON sorted by id."},
    OptionLine{"log-level", "LEVEL", "How much to say on standard error: debug, info, warning, error or off."},
};

[[nodiscard]] EarlyExit usage(const QString& message) {
    return {ExitUsage, QStringLiteral("attune-tail: %1\n").arg(message) + tr("Try attune-tail --help.")};
}

/// Reads values out of the parser; the first one that is wrong stays.
class Reader {
public:
    explicit Reader(const QCommandLineParser& parser) : m_parser(parser) {}

    [[nodiscard]] bool has(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    [[nodiscard]] QString text(const char* name) const { return m_parser.value(QString::fromLatin1(name)); }
    void complain(const QString& message) { m_problem = m_problem.isEmpty() ? message : m_problem; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    void url(const char* name, QUrl& target, core::Result<QUrl> (*parse)(const QString&)) {
        if (!has(name))
            return;
        const auto url = parse(text(name));
        if (url)
            target = *url;
        else
            complain(QStringLiteral("--%1: %2").arg(QString::fromLatin1(name), url.error().message));
    }

    void connection(TailOptions& options) {
        options.demo = has("demo");
        options.tokenFromStdin = has("token-stdin");
        session::Profile& profile = options.profile;
        url("api", profile.api, session::parseBaseUrl);
        url("ws", profile.ws, session::parseNotifierUrl);
        profile.name = profile.api.host();
        profile.login = text("login");
        profile.method =
            options.tokenFromStdin ? session::SignInMethod::IntegrationToken : session::SignInMethod::Password;
        if (options.demo == has("api"))
            complain(tr("say either --demo or --api URL"));
        if (!options.demo && options.tokenFromStdin == has("login"))
            complain(tr("say either --login LOGIN or --token-stdin"));
    }

    void filter(core::EnforcementFilter& filter) {
        for (const QString& word : text("status").split(u',', Qt::SkipEmptyParts))
            filter.statuses.insert(word.trimmed());
        filter.rule = core::TermFilter::parse(text("rule"));
        filter.trigger = core::TermFilter::parse(text("trigger"));
        bool valid = true;
        filter.event = core::parseEventId(text("event"), &valid);
        if (!valid)
            complain(tr("--event: %1 is not a positive integer").arg(text("event")));
        filter.traceTag = text("trace-tag");
        auto expression = core::Expression::parse(text("filter"));
        if (expression)
            filter.expression = std::move(expression).value();
        else
            complain(QStringLiteral("--filter: ") + expression.error().message);
    }

    void output(TailOptions& options) {
        const QString format = has("format") ? text("format") : QStringLiteral("table");
        if (format == QStringLiteral("json"))
            options.format = TailOptions::Format::Json;
        else if (format == QStringLiteral("csv"))
            options.format = TailOptions::Format::Csv;
        else if (format != QStringLiteral("table"))
            complain(tr("--format: %1 is not table, json or csv").arg(format));
        if (const auto level = core::logLevelFromWord(text("log-level")))
            options.logLevel = *level;
        else if (has("log-level"))
            complain(tr("--log-level: %1 is not debug, info, warning, error or off").arg(text("log-level")));
        options.snapshot = has("snapshot");
        options.mirror = has("mirror");
        options.dumpFile = text("dump");
        if (!options.dumpFile.isEmpty() && !options.mirror)
            complain(tr("--dump needs --mirror"));
        limits(options);
    }

private:
    void limits(TailOptions& options) {
        bool valid = true;
        if (has("count")) {
            options.count = text("count").toULongLong(&valid);
            if (!valid || *options.count == 0)
                complain(tr("--count: %1 is not a positive integer").arg(text("count")));
        }
        if (has("for")) {
            const double seconds = text("for").toDouble(&valid);
            constexpr double MaxSeconds = 366.0 * 86'400;
            if (!valid || !(seconds > 0) || seconds > MaxSeconds)
                complain(tr("--for: %1 is not a number of seconds").arg(text("for")));
            else
                options.duration = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
        }
    }

    const QCommandLineParser& m_parser;
    QString m_problem;
};

/// Qt knows the name of the program only once there is an application object.
[[nodiscard]] QString helpOf(const QCommandLineParser& parser) {
    return parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("attune-tail")).trimmed();
}

} // namespace

core::Result<TailOptions, EarlyExit> parseArguments(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Prints the enforcements of an Attune server as they happen."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    for (const OptionLine& line : OptionLines) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(line.name), tr(line.help),
                                            line.value == nullptr ? QString() : QString::fromLatin1(line.value)));
    }
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (parser.isSet(help) || parser.isSet(QStringLiteral("help-all")))
        return EarlyExit{ExitDone, helpOf(parser)};
    if (parser.isSet(version))
        return EarlyExit{ExitDone, QStringLiteral("attune-tail ") + QString::fromLatin1(Version)};
    if (!parser.positionalArguments().isEmpty())
        return usage(tr("unexpected argument %1").arg(parser.positionalArguments().constFirst()));
    Reader reader(parser);
    TailOptions options;
    reader.connection(options);
    reader.filter(options.filter);
    reader.output(options);
    if (!reader.problem().isEmpty())
        return usage(reader.problem());
    return options;
}

} // namespace attune::tail
