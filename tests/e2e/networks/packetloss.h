// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <sys/types.h>

namespace attune::e2e {

/// Connections that lose segments before the kernel has seen them; a listener hands this on to what it accepts. The
/// dice are the kernel's. 0 percent: none any more.

/// False: the kernel does not do it.
[[nodiscard]] bool setLoss(int socket, unsigned percent);

/// The same for every TCP socket that a process has just now; there may be another one the next moment. Why it cannot
/// be done; empty = done.
[[nodiscard]] std::string setLossOf(pid_t process, unsigned percent);

/// How many segments were sent again in this network so far.
[[nodiscard]] long segmentsSentAgain();

} // namespace attune::e2e
