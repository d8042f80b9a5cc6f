// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace attune::test {

/// A warning of Qt fails the test that runs: it means that it was used wrongly. Left out is what no test can help: what
/// Qt says of the platform and the network of the machine in categories of their own, and of windows offscreen.
inline void takeMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    static constexpr std::array Wrong{std::string_view("default"), std::string_view("qt.core"),
                                      std::string_view("qt.widgets")};
    static constexpr std::array Harmless{QLatin1String("This plugin does not support"),
                                         QLatin1String("  OpenType support missing"),
                                         QLatin1String("QStandardPaths: ")};
    const std::string_view category(context.category == nullptr ? "default" : context.category);
    const bool isWrong =
        (type == QtWarningMsg || type == QtCriticalMsg) &&
        std::any_of(Wrong.begin(), Wrong.end(), [&](auto name) { return category.starts_with(name); }) &&
        std::none_of(Harmless.begin(), Harmless.end(), [&](auto begin) { return message.startsWith(begin); });
    if (isWrong)
        ADD_FAILURE() << category << ": " << message.toStdString();
    else
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
}

/// Gives a test program a home of its own before anything else runs: settings, caches and data of the person who runs
/// the tests are neither read nor written.
class TestEnvironment {
public:
    TestEnvironment() {
        qInstallMessageHandler(&takeMessage);
        for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            qputenv(variable, m_home.path().toUtf8());
        qputenv("TZ", "UTC");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // the keychain behind it is theirs, too
        qunsetenv("http_proxy");
        qunsetenv("https_proxy");
        QLoggingCategory::setFilterRules(QStringLiteral("attune.*.warning=false")); // tests provoke what is worth one
        QLocale::setDefault(QLocale::c());
        QCoreApplication::setOrganizationName(QStringLiteral("attune-watch-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("attune-watch-tests"));
    }

private:
    QTemporaryDir m_home;
};

} // namespace attune::test
