// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "firingindex.h"
#include "rowruns.h"

#include "attune/models/enforcementtablemodel.h"

#include <algorithm>
#include <array>

namespace attune::models {

namespace {

// Which fields a column's cells are made of.
core::Field fieldsOf(core::Column column) {
    using core::Field;
    switch (column) {
    case core::Column::Id:
        return Field::None;
    case core::Column::Rule:
        return Field::RuleRef | Field::Rule;
    case core::Column::Trigger:
        return Field::TriggerRef;
    case core::Column::Event:
        return Field::Event | Field::TraceTag;
    case core::Column::Condition:
        return Field::Condition;
    case core::Column::Status:
        return Field::Status;
    case core::Column::Created:
        return Field::Created;
    case core::Column::Resolved:
        return Field::ResolvedAt;
    case core::Column::Took:
        return Field::Created | Field::ResolvedAt | Field::Status;
    case core::Column::Pack:
        return Field::RuleRef;
    case core::Column::RuleId:
        return Field::Rule;
    case core::Column::TraceTag:
        return Field::TraceTag | Field::TriggerRef | Field::Event;
    case core::Column::Age:
        return Field::Created;
    case core::Column::Delta:
        return Field::Created | Field::RuleRef;
    case core::Column::Received: // of whatever is new
        return core::AllFields;
    }
    Q_UNREACHABLE();
}

} // namespace

std::pair<int, int> EnforcementTableModel::columnsOf(core::Field fields) {
    std::pair<int, int> range{core::ColumnCount, -1};
    for (int column = 0; column < core::ColumnCount; ++column) {
        if (core::has(fieldsOf(static_cast<core::Column>(column)), fields))
            range = {std::min(range.first, column), std::max(range.second, column)};
    }
    return range;
}

std::size_t EnforcementTableModel::patch(const core::BatchPlan& plan) {
    if (plan.patches.empty())
        return 0;
    Q_EMIT rowsAboutToBePatched(plan.patches);
    m_store.patch(plan);
    if (m_firings)
        m_firings->onPatched(plan.patches);
    Q_EMIT rowsPatched(plan.patches);
    emitDataChanged(plan.patches);
    return plan.patches.size();
}

void EnforcementTableModel::emitDataChanged(const std::vector<core::RowPatch>& patches) {
    core::Field fields = core::Field::None;
    std::vector<int> rows;
    rows.reserve(patches.size());
    for (const core::RowPatch& patch : patches) {
        fields |= patch.fields;
        rows.push_back(static_cast<int>(patch.seq - m_store.firstSeq()));
    }
    const auto [first, last] = columnsOf(fields);
    for (const RowRun run : rangesToRepaint(rows))
        Q_EMIT dataChanged(index(run.first, first), index(run.last(), last));
}

} // namespace attune::models
