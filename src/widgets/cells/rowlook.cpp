// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/rowlook.h"

namespace attune::widgets {

namespace {

using core::Column;

constexpr core::UtcMicros Second = 1'000'000;

bool isWaiting(const core::EnforcementRow& row) {
    return !core::isInstant(row.resolvedAt) && !core::Status::isFinal(row.status);
}

} // namespace

RowLook rowLook(const core::EnforcementRow& row, core::TimeStyle style, core::UtcMicros now, ColumnSet shown) {
    RowLook look;
    look.row = row;
    const auto isShown = [&shown](Column column) { return shown.test(static_cast<std::size_t>(column)); };
    if (!isShown(Column::Received))
        look.row.setReceived(core::UnknownTime);
    if ((isWaiting(row) || isShown(Column::Age)) && core::isInstant(row.created))
        look.ageSeconds = std::max<core::UtcMicros>(0, now - row.created) / Second;
    // Absolute times change their spelling only when the day does, which is at a full minute in every zone.
    look.clock = now / (style == core::TimeStyle::Relative ? Second : 60 * Second);
    return look;
}

ColumnSet differences(const RowLook& a, const RowLook& b) {
    ColumnSet columns;
    const bool stands =
        a.isSelected == b.isSelected && (a.isActive == b.isActive || !(a.isSelected || a.focusColumn >= 0));
    if (!stands || a.row.id != b.row.id || a.glow != b.glow || a.isUnseen != b.isUnseen || a.fading != 0 ||
        b.fading != 0)
        return columns.set();
    const auto mark = [&columns](Column column, bool differs) {
        if (differs)
            columns.set(static_cast<std::size_t>(column));
    };
    const bool clock = a.clock != b.clock;
    mark(Column::Rule, a.row.ruleRef != b.row.ruleRef);
    mark(Column::Trigger, a.row.triggerRef != b.row.triggerRef);
    mark(Column::Event, a.row.event != b.row.event);
    mark(Column::Condition, a.row.condition != b.row.condition);
    mark(Column::Status, a.row.status != b.row.status);
    mark(Column::Created, clock || a.row.created != b.row.created);
    mark(Column::Resolved, clock || a.row.resolvedAt != b.row.resolvedAt);
    mark(Column::Pack, a.row.ruleRef != b.row.ruleRef);
    mark(Column::RuleId, a.row.rule != b.row.rule);
    mark(Column::TraceTag, a.traceTag != b.traceTag);
    mark(Column::Age, a.ageSeconds != b.ageSeconds || a.row.created != b.row.created);
    mark(Column::Delta, a.sincePrevious != b.sincePrevious);
    mark(Column::Received, clock || a.row.received() != b.row.received());
    mark(Column::Took, (a.ageSeconds != b.ageSeconds && isWaiting(b.row)) || a.row.status != b.row.status ||
                           a.row.created != b.row.created || a.row.resolvedAt != b.row.resolvedAt);
    for (const int column : {a.focusColumn, b.focusColumn}) {
        if (a.focusColumn != b.focusColumn && column >= 0)
            columns.set(static_cast<std::size_t>(column));
    }
    return columns;
}

} // namespace attune::widgets
