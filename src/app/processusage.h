// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace attune::app {

/// What this process uses right now.
struct ProcessUsage {
    double residentMegabytes = 0; ///< MiB of memory in RAM, shared libraries included
    double cpuSeconds = 0;        ///< user and system time of all threads since the start
};

[[nodiscard]] ProcessUsage processUsage();

} // namespace attune::app
