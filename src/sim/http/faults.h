// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httpanswer.h"

#include "attune/sim/simcontrol.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace attune::sim {

/// How the server misbehaves at the moment.
struct Faults {
    std::chrono::milliseconds restDelay{0};
    bool restStalled = false;
    bool socketsStalled = false;
    bool down = false;
    std::vector<SimFailure> failures;

    /// The failure asked for this path, if any; counts it.
    [[nodiscard]] std::optional<HttpAnswer> takeFailure(const QByteArray& path);
};

} // namespace attune::sim
