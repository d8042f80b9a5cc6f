// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace attune::core {

/// Ends the process with that code once ExitPatience is over, wherever it is by then. For the very end of main(), when
/// everything is saved: a look-up of a name cannot be interrupted, and Qt waits for it when it is taken down. Buffered
/// output is written. Call once, from main().
void exitSoon(int code);

inline constexpr std::chrono::milliseconds ExitPatience{1'500};

} // namespace attune::core
