// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QString>

#include <optional>

namespace attune::sim {

/// An enforcement a test asks for. With the id of a known row it changes the fields that are set, otherwise it inserts
/// a row and makes up the fields that are not set. Texts may be anything, however hostile.
struct RowSpec {
    std::optional<core::Id> id;    ///< 1 … 2^63-1
    std::optional<core::Id> rule;  ///< core::NullId for null
    std::optional<core::Id> event; ///< core::NullId for null
    std::optional<QString> ruleRef;
    std::optional<QString> triggerRef;
    std::optional<QString> status; ///< any word
    std::optional<QString> condition;
    std::optional<QString> traceTag;
    std::optional<core::UtcMicros> created;
    std::optional<core::UtcMicros> resolvedAt; ///< core::NullTime for null
    bool notify = true;                        ///< tell the subscribers
};

/// One enforcement as it truly is.
struct StateRow {
    core::Id id = core::UnknownId;
    core::Id rule = core::NullId;
    core::Id event = core::NullId;
    QString ruleRef;
    QString triggerRef;
    QString status;
    QString condition;
    QString traceTag; ///< empty: none, always so in the June generation
    core::UtcMicros created = core::UnknownTime;
    core::UtcMicros resolvedAt = core::NullTime;
    friend bool operator==(const StateRow&, const StateRow&) = default;
};

} // namespace attune::sim
