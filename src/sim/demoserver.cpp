// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/sim/demoserver.h"

#include "attune/sim/simserver.h"

#include <optional>

namespace attune::sim {

DemoServer::DemoServer(SimOptions options) : m_options(std::move(options)) {
    m_thread.setObjectName(QStringLiteral("attune-demo"));
}

DemoServer::~DemoServer() {
    m_thread.quit();
    m_thread.wait();
}

core::Result<SimEndpoints> DemoServer::start() {
    m_server = new SimServer(m_options);
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    std::optional<core::Result<SimEndpoints>> result;
    QMetaObject::invokeMethod(
        m_server, [this, &result] { result = m_server->start(); }, Qt::BlockingQueuedConnection);
    return *result;
}

SimOptions DemoServer::lively() {
    SimOptions options;
    options.rows = 5'000;
    options.rate = 8;
    return options;
}

} // namespace attune::sim
