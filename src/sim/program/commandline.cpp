// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "program/commandline.h"

#include "attune/version.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cmath>

namespace attune::sim {

namespace {

constexpr qlonglong MaxRows = 10'000'000;
constexpr double MaxRate = 100'000;
constexpr qlonglong MaxLifetime = 10LL * 365 * 86400;

QString tr(const char* text) { return QCoreApplication::translate("attune-sim", text); }

QList<QCommandLineOption> allOptions() {
    const auto option = [](const char* name, const QString& text, const char* value) {
        return QCommandLineOption(QString::fromLatin1(name), text, QString::fromLatin1(value));
    };
    return {option("api-port", tr("Port of the REST API; 0 picks a free one (default)."), "N"),
            option("ws-port", tr("Port of the notifier; 0 picks a free one (default)."), "N"),
            option("single-port", tr("Serve both on one port, laid out as behind the web proxy."), "N"),
            option("rows", tr("Enforcements in the history (default 20000)."), "N"),
            option("rate", tr("New enforcements per second (default 5)."), "R"),
            option("seed", tr("The world follows from this number (default 1)."), "S"),
            option("generation", tr("Servers to imitate: june or newest (default)."), "G"),
            option("permissions", tr("What the identity may see: full (default), rules-scoped or june-viewer."), "P"),
            option("access-lifetime", tr("Lifetime of access tokens in seconds (default 3600)."), "S"),
            option("login", tr("Login name (default admin)."), "L"),
            option("password", tr("Password (default attune)."), "P")};
}

/// Reads values and keeps the first complaint.
class Values {
public:
    explicit Values(const QCommandLineParser& parser) : m_parser(parser) {}

    template<class Number>
    void number(const char* name, Number& target, qlonglong low, qlonglong high) {
        bool ok = true;
        const QString text = m_parser.value(QString::fromLatin1(name));
        const qlonglong value = text.toLongLong(&ok);
        if (!isSet(name))
            return;
        if (ok && value >= low && value <= high)
            target = static_cast<Number>(value);
        else
            complain(name, text);
    }
    void real(const char* name, double& target, double high) {
        bool ok = true;
        const QString text = m_parser.value(QString::fromLatin1(name));
        const double value = text.toDouble(&ok);
        if (!isSet(name))
            return;
        if (ok && std::isfinite(value) && value >= 0 && value <= high)
            target = value;
        else
            complain(name, text);
    }
    template<class Word>
    void word(const char* name, Word& target, std::initializer_list<std::pair<const char*, Word>> words) {
        const QString text = m_parser.value(QString::fromLatin1(name));
        for (const auto& [spelling, value] : words) {
            if (text == QLatin1String(spelling)) {
                target = value;
                return;
            }
        }
        if (isSet(name))
            complain(name, text);
    }
    void text(const char* name, QString& target) {
        if (isSet(name))
            target = m_parser.value(QString::fromLatin1(name));
    }
    [[nodiscard]] bool isSet(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    [[nodiscard]] const QString& error() const { return m_error; }

private:
    void complain(const char* name, const QString& text) {
        if (m_error.isEmpty())
            m_error = tr("Invalid value for --%1: %2").arg(QString::fromLatin1(name), text);
    }

    const QCommandLineParser& m_parser;
    QString m_error;
};

SimOptions readOptions(Values& values) {
    SimOptions options;
    options.rows = 20000;
    options.rate = 5;
    values.number("api-port", options.apiPort, 0, 65535);
    values.number("ws-port", options.wsPort, 0, 65535);
    if (values.isSet("single-port")) {
        options.singlePort = std::uint16_t{0};
        values.number("single-port", *options.singlePort, 0, 65535);
    }
    values.number("rows", options.rows, 0, MaxRows);
    values.real("rate", options.rate, MaxRate);
    values.number("seed", options.seed, 0, std::numeric_limits<qlonglong>::max());
    values.word<Generation>("generation", options.generation,
                            {{"june", Generation::June}, {"newest", Generation::Newest}});
    values.word<PermissionMode>("permissions", options.permissions,
                                {{"full", PermissionMode::Full},
                                 {"rules-scoped", PermissionMode::RulesScoped},
                                 {"june-viewer", PermissionMode::JuneViewer}});
    qlonglong lifetime = options.accessLifetime.count();
    values.number("access-lifetime", lifetime, 1, MaxLifetime);
    options.accessLifetime = std::chrono::seconds(lifetime);
    values.text("login", options.login);
    values.text("password", options.password);
    return options;
}

} // namespace

std::variant<SimOptions, PrintAndExit> parseCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("A simulated Attune server: REST API and notifier with a generated world, for "
                                        "demonstrations and tests.\nWhen ready it prints one JSON line on the standard "
                                        "output. The control plane for tests is below /sim/.\n\nExit codes: 0 ended by "
                                        "a signal, 2 usage, 3 cannot listen."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions(allOptions());
    if (!parser.parse(arguments))
        return PrintAndExit{parser.errorText(), true};
    if (parser.isSet(help))
        return PrintAndExit{parser.helpText()};
    if (parser.isSet(version))
        return PrintAndExit{QStringLiteral("attune-sim %1\n").arg(QLatin1String(Version))};
    if (!parser.positionalArguments().isEmpty())
        return PrintAndExit{tr("Unexpected argument: %1").arg(parser.positionalArguments().constFirst()), true};
    Values values(parser);
    const SimOptions options = readOptions(values);
    if (!values.error().isEmpty())
        return PrintAndExit{values.error(), true};
    return options;
}

} // namespace attune::sim
