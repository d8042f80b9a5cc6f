// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/walkrunner.h"

#include "attune/core/clock.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace attune::session {

/// A walk that comes again and again.
struct Reader {
    QPointer<WalkRunner> runner;
    std::unique_ptr<core::Timer> timer;
    std::vector<core::Id> before; ///< known when the walk began
    bool isPostponed = false;     ///< it is due, and the store is held back: no timer, it waits for the end of that

    void stop() {
        timer.reset();
        isPostponed = false;
        if (runner)
            runner->stop();
        runner = nullptr;
    }
};

} // namespace attune::session
