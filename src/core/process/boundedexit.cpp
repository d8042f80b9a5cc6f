// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/process/boundedexit.h"

#include <cstdio>
#include <cstdlib>
#include <future>
#include <thread>

namespace attune::core {

void exitWithin(std::chrono::milliseconds patience, int code) {
    std::thread([patience, code] {
        std::promise<void> nobody;
        (void)nobody.get_future().wait_for(patience);
        std::fflush(nullptr);
        std::_Exit(code);
    }).detach();
}

} // namespace attune::core
