// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/sim/simserver.h"

#include "simcontext.h"

namespace attune::sim {

struct SimServer::Parts {
    explicit Parts(const SimOptions& options) : context(options), control(context) {}

    SimContext context;
    SimControl control;
};

SimServer::SimServer(SimOptions options, QObject* parent) : QObject(parent), m_options(std::move(options)) {}

SimServer::~SimServer() = default;

core::Result<SimEndpoints> SimServer::start() {
    Q_ASSERT(!isRunning());
    auto parts = std::make_unique<Parts>(m_options);
    auto endpoints = parts->context.door.open();
    if (endpoints)
        m_parts = std::move(parts);
    return endpoints;
}

void SimServer::stop() { m_parts.reset(); }

SimControl& SimServer::control() {
    Q_ASSERT(isRunning());
    return m_parts->control;
}

} // namespace attune::sim
