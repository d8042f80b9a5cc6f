// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/rows.h"

namespace attune::sim {

std::string_view word(ExecutionStatus status) {
    switch (status) {
    case ExecutionStatus::Requested:
        return "requested";
    case ExecutionStatus::Scheduling:
        return "scheduling";
    case ExecutionStatus::Scheduled:
        return "scheduled";
    case ExecutionStatus::Running:
        return "running";
    case ExecutionStatus::Completed:
        return "completed";
    case ExecutionStatus::Failed:
        return "failed";
    case ExecutionStatus::Canceling:
        return "canceling";
    case ExecutionStatus::Cancelled:
        return "cancelled";
    case ExecutionStatus::Timeout:
        return "timeout";
    case ExecutionStatus::Abandoned:
        return "abandoned";
    }
    return "abandoned";
}

} // namespace attune::sim
