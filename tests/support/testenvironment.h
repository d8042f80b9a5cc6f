// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace attune::test {

/// Gives a test program a home of its own before anything else runs: settings, caches and data of the person who runs
/// the tests are neither read nor written.
class TestEnvironment {
public:
    TestEnvironment() {
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
