// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"

#include <algorithm>

// What of a row each column is sorted by. With a column that is known to the compiler nothing is left of the choices.
namespace attune::core {

enum class SortedText : std::uint8_t { None, Refs, Conditions, Statuses };

[[nodiscard]] constexpr SortedText sortedText(Column column) noexcept {
    switch (column) {
    case Column::Rule:
    case Column::Trigger:
    case Column::Pack:
        return SortedText::Refs;
    case Column::Condition:
        return SortedText::Conditions;
    case Column::Status:
        return SortedText::Statuses;
    case Column::Id:
    case Column::Event:
    case Column::Created:
    case Column::Resolved:
    case Column::Took:
    case Column::RuleId:
    case Column::TraceTag:
    case Column::Age:
    case Column::Delta:
    case Column::Received:
        break;
    }
    return SortedText::None;
}

/// 0 for a column that is not a text.
[[nodiscard]] constexpr Symbol sortedSymbol(Column column, const EnforcementRow& row) noexcept {
    switch (column) {
    case Column::Rule:
    case Column::Pack:
        return row.ruleRef;
    case Column::Trigger:
        return row.triggerRef;
    case Column::Condition:
        return row.condition;
    case Column::Status:
        return row.status;
    case Column::Id:
    case Column::Event:
    case Column::Created:
    case Column::Resolved:
    case Column::Took:
    case Column::RuleId:
    case Column::TraceTag:
    case Column::Age:
    case Column::Delta:
    case Column::Received:
        break;
    }
    return 0;
}

/// Resolved rows by their span, unresolved ones above them all, the older the longer. The years that timestamps may
/// name span less than 2^59 microseconds.
[[nodiscard]] constexpr std::int64_t sortedSpan(const EnforcementRow& row) noexcept {
    constexpr std::int64_t Widest = std::int64_t{1} << 60U;
    if (isInstant(row.resolvedAt))
        return std::clamp(row.resolvedAt, -Widest, Widest) - std::clamp(row.created, -Widest, Widest);
    return 3 * Widest - std::clamp(row.created, -Widest + 1, Widest - 1);
}

/// 0 for a column that is not a number.
[[nodiscard]] constexpr std::int64_t sortedNumber(Column column, const EnforcementRow& row) noexcept {
    switch (column) {
    case Column::Id:
        return row.id;
    case Column::Event:
        return row.event;
    case Column::Created:
        return row.created;
    case Column::Resolved:
        return row.resolvedAt;
    case Column::Took:
        return sortedSpan(row);
    case Column::RuleId:
        return row.rule;
    case Column::Age: // the newest are the youngest
        return -row.created;
    case Column::Received:
        return row.receivedTicks();
    case Column::Rule:
    case Column::Trigger:
    case Column::Condition:
    case Column::Status:
    case Column::Pack:
    case Column::TraceTag:
    case Column::Delta:
        break;
    }
    return 0;
}

[[nodiscard]] constexpr bool isValueUnknown(Column column, const EnforcementRow& row) noexcept {
    switch (column) {
    case Column::Id:
        return false;
    case Column::Rule:
    case Column::Trigger:
    case Column::Condition:
    case Column::Status:
    case Column::Pack:
        return sortedSymbol(column, row) == 0;
    case Column::Event:
        return row.event <= 0;
    case Column::Created:
    case Column::Age:
        return !isInstant(row.created);
    case Column::RuleId:
        return row.rule <= 0;
    case Column::Received:
        return row.receivedTicks() == 0;
    case Column::Resolved:
        return !isInstant(row.resolvedAt);
    case Column::Took:
        return !isInstant(row.created) || (!isInstant(row.resolvedAt) && Status::isFinal(row.status));
    case Column::TraceTag:
    case Column::Delta:
        break;
    }
    return true;
}

} // namespace attune::core
