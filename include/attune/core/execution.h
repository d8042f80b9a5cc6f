// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QString>

#include <optional>
#include <vector>

namespace attune::core {

/// One execution as the executions pane shows it. Few of these exist at a time, so texts are plain strings.
struct ExecutionRow {
    Id id = UnknownId;
    Id parent = UnknownId;
    Id enforcement = UnknownId;
    Id originalExecution = UnknownId; ///< first attempt, when this is a retry
    QString actionRef;
    QString status;
    QString taskName; ///< of a workflow child
    UtcMicros created = UnknownTime;
    UtcMicros startedAt = UnknownTime;
    UtcMicros updated = UnknownTime; ///< for a final status the best approximation of the end

    /// completed, failed, cancelled, timeout, abandoned (protocol section 8).
    [[nodiscard]] bool isFinal() const;
    friend bool operator==(const ExecutionRow&, const ExecutionRow&) = default;
};

/// What a notification says about an execution. Unknown fields stay unknown; a compact payload carries hardly any.
struct ExecutionUpdate {
    ExecutionRow row;
    QString oldStatus;
};

/// Joins an update into a known row: absent fields erase nothing, null no time that is known; an answer older than what
/// is known (by `updated`) only fills gaps, and a final status never goes back. True if anything changed. Precondition:
/// equal ids.
bool mergeExecution(ExecutionRow& known, const ExecutionRow& incoming);

} // namespace attune::core
