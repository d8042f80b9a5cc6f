// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rowprinter.h"
#include "tailoptions.h"

#include "attune/core/compiledfilter.h"
#include "attune/core/enforcementstore.h"
#include "attune/core/log/programlog.h"
#include "attune/core/random.h"
#include "attune/core/serverclock.h"
#include "attune/session/session.h"
#include "attune/session/systemevents.h"
#include "attune/sim/demoserver.h"

#include <QObject>

#include <memory>
#include <optional>

namespace attune::tail {

/// The program behind the command line: the session without a window.
class TailProgram : public QObject {
    Q_OBJECT
public:
    /// `log` outlives the program.
    TailProgram(TailOptions options, core::ProgramLog& log);
    ~TailProgram() override;

    /// Starts the demo, asks for the secret, signs in; everything else happens on the event loop.
    void start();
    /// Ends with the dump, as a signal or a limit asks for.
    void stop();

Q_SIGNALS:
    void finished(int exitCode);

private:
    [[nodiscard]] bool startDemo();
    void onSignedIn(const std::optional<session::SignInProblem>& problem);
    void onBatch(const core::EnforcementBatch& batch);
    void onStatus(const session::ConnectionStatus& status);
    void printSnapshot();
    void print(const core::EnforcementRow& row);
    void fail(int code, const QString& message);
    void finish(int code);
    [[nodiscard]] bool dump();

    TailOptions m_options;
    core::ProgramLog& m_log;
    core::SystemClock m_clock;
    core::ServerClock m_serverClock{m_clock};
    session::SystemEvents m_systemEvents{m_clock};
    core::SeededRandom m_random;
    core::Vocabulary m_vocabulary;
    core::EnforcementStore m_store;
    core::CompiledFilter m_filter;
    RowPrinter m_printer;
    std::unique_ptr<sim::DemoServer> m_demo;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<core::Timer> m_limit;
    std::uint64_t m_printed = 0;
    bool m_live = false;                             // what comes now is news …
    core::UtcMicros m_newsSince = core::UnknownTime; // … unless it is older than this: history that is still being read
    bool m_finished = false;
};

} // namespace attune::tail
