// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"
#include "attune/sim/simcontrol.h"
#include "attune/sim/simoptions.h"

#include <QObject>

#include <memory>

namespace attune::sim {

/// An Attune server in a box: REST API and notifier over real TCP on 127.0.0.1, with a believable world generated from
/// a seed (protocol section 13). All its sockets and timers are made by start() and live on the calling thread; stop()
/// and the destructor must run there too.
class SimServer : public QObject {
    Q_OBJECT

public:
    explicit SimServer(SimOptions options, QObject* parent = nullptr);
    ~SimServer() override;

    /// Generates the world and listens. Fails, naming port and reason, when it cannot listen. Not twice without stop().
    [[nodiscard]] core::Result<SimEndpoints> start();
    /// Ends every connection and forgets the world. Harmless when not started.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_parts != nullptr; }
    [[nodiscard]] const SimOptions& options() const { return m_options; }
    /// Precondition: isRunning().
    [[nodiscard]] SimControl& control();

private:
    struct Parts;

    SimOptions m_options;
    std::unique_ptr<Parts> m_parts;
};

} // namespace attune::sim
