// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"
#include "attune/core/log/logrecord.h"
#include "attune/core/result.h"
#include "attune/session/profile.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace attune::tail {

/// What the command line asks for.
struct TailOptions {
    enum class Format : std::uint8_t { Table, Json, Csv };

    bool demo = false;
    session::Profile profile; ///< without --demo
    bool tokenFromStdin = false;
    core::EnforcementFilter filter;
    Format format = Format::Table;
    std::optional<std::uint64_t> count;
    std::optional<std::chrono::milliseconds> duration;
    bool snapshot = false;
    bool mirror = false;
    QString dumpFile;
    core::LogLevel logLevel = core::LogLevel::Warning;
};

/// Stop without doing anything: print `message` and exit with `code`.
struct EarlyExit {
    int code = 0;
    QString message;
};

[[nodiscard]] core::Result<TailOptions, EarlyExit> parseArguments(const QStringList& arguments);

// Exit codes, also in the manual page.
inline constexpr int ExitDone = 0;
inline constexpr int ExitFailed = 1;
inline constexpr int ExitUsage = 2;
inline constexpr int ExitUnreachable = 3;
inline constexpr int ExitNotSignedIn = 4;

} // namespace attune::tail
