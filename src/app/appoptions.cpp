// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "appoptions.h"

#include "language.h"

#include "attune/session/profile.h"
#include "attune/version.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>

namespace attune::app {

namespace {

/// What is said on the terminal is English, as in the other programs and in the manual pages.
[[nodiscard]] QString english(const char* text) { return QString::fromLatin1(text); }

struct OptionLine {
    const char* name;
    const char* value; ///< null = a switch
    const char* help;
};
constexpr std::array OptionLines{
    OptionLine{"demo", nullptr, "Open the built-in demo server."},
    OptionLine{"profile", "NAME", "Open this saved profile."},
    OptionLine{"api", "URL", "Base URL of the Attune API; needs --login."},
    OptionLine{"ws", "URL", "URL of the notifier, where it cannot be derived from the API."},
    OptionLine{"login", "LOGIN", "Sign in with this login and the password in ATTUNE_PASSWORD."},
    OptionLine{"filter", "EXPRESSION", "Begin with this filter, such as: took > 2s and not rule ~ \"ops.*\"."},
    OptionLine{"theme", "THEME", "light, dark or system, for this run."},
    OptionLine{"language", "LANGUAGE", "de or en, for this run; otherwise as the desktop prefers."},
    OptionLine{"log-level", "LEVEL", "How much to say: debug, info, warning, error or off."},
    OptionLine{"stats", "FILE", "Append one line of statistics a second to FILE, as JSON."},
    OptionLine{"screenshot", "FILE", "Save a picture of the window to FILE and exit."},
    OptionLine{"after", "SECONDS", "When to take the picture, in seconds after the start."},
};

[[nodiscard]] EarlyExit usage(const QString& message) {
    return {ExitUsage, QStringLiteral("attune-watch: %1\n").arg(message) + english("Try attune-watch --help.")};
}

/// Reads values out of the parser; the first one that is wrong stays.
class Reader {
public:
    explicit Reader(const QCommandLineParser& parser) : m_parser(parser) {}

    [[nodiscard]] const QString& problem() const { return m_problem; }

    void connection(AppOptions& options) {
        options.demo = has("demo");
        options.profile = text("profile");
        options.login = text("login");
        url("api", options.api, session::parseBaseUrl);
        url("ws", options.ws, session::parseNotifierUrl);
        if ((options.demo ? 1 : 0) + (has("profile") ? 1 : 0) + (has("api") ? 1 : 0) > 1)
            complain(english("say only one of --demo, --profile and --api"));
        if (has("api") != has("login"))
            complain(english("--api and --login belong together"));
        if (has("ws") && !has("api"))
            complain(english("--ws needs --api"));
    }

    void display(AppOptions& options) {
        auto expression = core::Expression::parse(text("filter"));
        if (expression)
            options.filter.expression = std::move(expression).value();
        else
            complain(QStringLiteral("--filter: ") + expression.error().message);
        options.theme = text("theme");
        if (has("theme") && !QStringList{u"light"_qs, u"dark"_qs, u"system"_qs}.contains(options.theme))
            complain(english("--theme: %1 is not light, dark or system").arg(options.theme));
        options.language = text("language");
        if (has("language") && !languages().contains(options.language))
            complain(english("--language: %1 is not one of %2").arg(options.language, languages().join(u", ")));
        if (const auto level = core::logLevelFromWord(text("log-level")))
            options.logLevel = *level;
        else if (has("log-level"))
            complain(english("--log-level: %1 is not debug, info, warning, error or off").arg(text("log-level")));
        options.statsFile = text("stats");
        options.screenshotFile = text("screenshot");
        if (has("after") && !has("screenshot"))
            complain(english("--after needs --screenshot"));
        if (has("after"))
            options.screenshotAfter =
                std::chrono::milliseconds(static_cast<std::int64_t>(number("after", 0, 86'400) * 1000));
    }

private:
    [[nodiscard]] bool has(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    [[nodiscard]] QString text(const char* name) const { return m_parser.value(QString::fromLatin1(name)); }
    void complain(const QString& message) { m_problem = m_problem.isEmpty() ? message : m_problem; }

    [[nodiscard]] double number(const char* name, double minimum, double maximum) {
        bool valid = false;
        const double value = text(name).toDouble(&valid);
        if (valid && value >= minimum && value <= maximum)
            return value;
        complain(english("--%1: %2 is not a number from %3 to %4")
                     .arg(QString::fromLatin1(name), text(name))
                     .arg(minimum)
                     .arg(maximum));
        return minimum;
    }

    void url(const char* name, QUrl& target, core::Result<QUrl> (*parse)(const QString&)) {
        if (!has(name))
            return;
        const auto url = parse(text(name));
        if (url)
            target = *url;
        else
            complain(QStringLiteral("--%1: %2").arg(QString::fromLatin1(name), url.error().message));
    }

    const QCommandLineParser& m_parser;
    QString m_problem;
};

/// Qt knows the name of the program only once there is an application object.
[[nodiscard]] QString helpOf(const QCommandLineParser& parser) {
    return parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("attune-watch")).trimmed();
}

} // namespace

core::Result<AppOptions, EarlyExit> parseArguments(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(english("Watches the enforcements of an Attune server, live."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    for (const OptionLine& line : OptionLines) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(line.name), english(line.help),
                                            line.value == nullptr ? QString() : QString::fromLatin1(line.value)));
    }
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (parser.isSet(help) || parser.isSet(QStringLiteral("help-all")))
        return EarlyExit{0, helpOf(parser)};
    if (parser.isSet(version))
        return EarlyExit{0, QStringLiteral("attune-watch ") + QString::fromLatin1(Version)};
    if (!parser.positionalArguments().isEmpty())
        return usage(english("unexpected argument %1").arg(parser.positionalArguments().constFirst()));
    Reader reader(parser);
    AppOptions options;
    reader.connection(options);
    reader.display(options);
    if (!reader.problem().isEmpty())
        return usage(reader.problem());
    return options;
}

} // namespace attune::app
