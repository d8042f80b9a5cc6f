// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"
#include "attune/sim/simoptions.h"

#include <QThread>

namespace attune::sim {

class SimServer;

/// A SimServer on a thread of its own, for programs that carry their demo with them: however busy the demo is, it never
/// holds up the thread that shows it.
class DemoServer {
public:
    explicit DemoServer(SimOptions options);
    ~DemoServer();
    DemoServer(const DemoServer&) = delete;
    DemoServer& operator=(const DemoServer&) = delete;

    /// Blocks until the server listens. Fails like SimServer::start().
    [[nodiscard]] core::Result<SimEndpoints> start();
    [[nodiscard]] const SimOptions& options() const { return m_options; }

    /// What a demo shows: a few thousand rows and a lively stream.
    [[nodiscard]] static SimOptions lively();

private:
    SimOptions m_options;
    QThread m_thread;
    SimServer* m_server = nullptr; // lives on m_thread, which deletes it
};

} // namespace attune::sim
