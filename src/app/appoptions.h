// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"
#include "attune/core/log/logrecord.h"
#include "attune/core/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace attune::app {

/// What the command line asks for.
struct AppOptions {
    bool demo = false;
    QString profile; ///< name of a saved profile
    QUrl api;        ///< with `login`: sign in without a dialog
    QUrl ws;
    QString login;
    QString password;               ///< from the environment, never from an argument
    core::EnforcementFilter filter; ///< in force at the start
    QString theme;                  ///< empty = as set
    QString language;               ///< empty = as the desktop prefers
    core::LogLevel logLevel = core::LogLevel::Warning;
    QString statsFile;
    QString screenshotFile;
    std::chrono::milliseconds screenshotAfter{2000};
};

/// Stop without opening a window: print `message` and exit with `code`.
struct EarlyExit {
    int code = 0;
    QString message;
};

[[nodiscard]] core::Result<AppOptions, EarlyExit> parseArguments(const QStringList& arguments);

// Exit codes, also in the manual page.
inline constexpr int ExitFailed = 1;
inline constexpr int ExitUsage = 2;
inline constexpr int ExitUnreachable = 3;

} // namespace attune::app
