// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/log/knownsecrets.h"
#include "attune/core/log/loghistory.h"
#include "attune/core/log/logsink.h"
#include "attune/core/log/redactor.h"

#include <QString>

namespace attune::core {

/// The log of a program, put together: made first in main(), gone last.
class ProgramLog {
public:
    /// Records from `level` on are written to the terminal, and from Info or `level` on, whichever tells more, to
    /// `file` (empty = none) and into the history. `Off` writes to neither terminal nor file.
    ProgramLog(LogLevel level, const QString& file);

    [[nodiscard]] KnownSecrets& secrets() { return m_secrets; }
    [[nodiscard]] const Redactor& redactor() const { return m_redactor; }
    [[nodiscard]] const LogHistory& history() const { return m_history; }
    /// Where the desktop wants logs: below $XDG_STATE_HOME, else ~/.local/state.
    [[nodiscard]] static QString defaultPath(const QString& program);

private:
    SystemClock m_clock;
    KnownSecrets m_secrets;
    Redactor m_redactor{m_secrets};
    LogHistory m_history;
    LogSink m_sink;
};

} // namespace attune::core
