// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/process/boundedexit.h"

#include <cstdio>
#include <cstdlib>
#include <future>
#include <thread>

namespace attune::core {

void exitSoon(int code) {
    std::thread([code] {
        std::promise<void> nobody;
        (void)nobody.get_future().wait_for(ExitPatience);
        std::fflush(nullptr);
        std::_Exit(code);
    }).detach();
}

} // namespace attune::core
