// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxypatcher.h"

#include "rowruns.h"

#include <algorithm>

namespace attune::models {

void ProxyPatcher::onAboutToBePatched(const std::vector<core::RowPatch>& patches) {
    m_stays.clear();
    m_entering.clear();
    Positions leaving;
    sortOut(patches, leaving);
    m_order.onRowsChanging(patches);
    m_order.remove(leaving);
    closeGaps(leaving);
    if (someRowMoves())
        m_change.emplace(m_model, m_order.rows());
}

void ProxyPatcher::sortOut(const std::vector<core::RowPatch>& patches, Positions& leaving) {
    const SortedRows& rows = m_order.rows();
    for (const core::RowPatch& patch : patches) {
        const bool shown = wasShown(patch);
        const bool willBeShown = staysOrComes(patch, shown);
        if (!shown && willBeShown)
            m_entering.push_back(patch.seq);
        if (!shown)
            continue;
        const std::size_t position = rows.find(patch.seq).value();
        if (willBeShown)
            m_stays.push_back({position, &patch, rows.order().dependsOn(patch.fields)});
        else
            leaving.push_back(static_cast<std::uint32_t>(position));
    }
    std::ranges::sort(leaving);
    std::ranges::sort(m_stays, {}, &Stay::position);
}

bool ProxyPatcher::staysOrComes(const core::RowPatch& patch, bool shown) {
    core::CompiledFilter& filter = m_order.filter();
    const core::Id id = patch.after.id;
    if (filter.matches(patch.after)) {
        filter.endException(id);
        return true;
    }
    if (shown && !filter.isException(id) && m_model.m_keepsLeaving && m_model.m_keepsLeaving(id))
        filter.except(id);
    return shown && filter.test(patch.after);
}

bool ProxyPatcher::wasShown(const core::RowPatch& patch) const {
    // The text of a tag is no part of the row, and is another one already.
    if (has(patch.fields, core::Field::TraceTag) && !m_order.filter().filter().traceTag.isEmpty())
        return m_order.rows().find(patch.seq).has_value();
    return m_order.filter().test(patch.before);
}

void ProxyPatcher::closeGaps(const Positions& leaving) {
    std::size_t gone = 0;
    for (Stay& stay : m_stays) {
        while (gone < leaving.size() && leaving[gone] < stay.position)
            ++gone;
        stay.position -= gone;
    }
}

bool ProxyPatcher::someRowMoves() const {
    const SortedRows& rows = m_order.rows();
    for (std::size_t i = 0; i < m_stays.size(); ++i) {
        const Stay& stay = m_stays[i];
        if (!stay.mayMove)
            continue;
        const core::EnforcementRow& row = stay.patch->after;
        if (stay.position > 0 && !rows.before(rowAfter(i, stay.position - 1), row))
            return true;
        if (stay.position + 1 < rows.size() && !rows.before(row, rowAfter(i, stay.position + 1)))
            return true;
    }
    return false;
}

const core::EnforcementRow& ProxyPatcher::rowAfter(std::size_t stay, std::size_t position) const {
    // Only the neighbours of a stay are asked for, and those lie beside it in the list of stays too.
    for (const std::size_t neighbour : {stay - 1, stay + 1}) {
        if (neighbour < m_stays.size() && m_stays[neighbour].position == position)
            return m_stays[neighbour].patch->after;
    }
    return m_order.rows().rowAt(position);
}

void ProxyPatcher::onPatched(const std::vector<core::RowPatch>&) {
    const bool moves = m_change.has_value();
    if (moves)
        moveRows();
    m_order.rows().sort(m_entering);
    m_order.insert(m_entering);
    repaint(!moves && m_entering.empty());
}

void ProxyPatcher::moveRows() {
    SortedRows& rows = m_order.rows();
    std::vector<Seq> moving;
    Positions places;
    for (const Stay& stay : m_stays) {
        if (!stay.mayMove)
            continue;
        moving.push_back(stay.patch->seq);
        places.push_back(static_cast<std::uint32_t>(stay.position));
    }
    rows.erase(places);
    rows.sort(moving);
    rows.insert(rows.slotsFor(moving), moving);
    m_change->finish();
    m_change.reset();
}

void ProxyPatcher::repaint(bool positionsHold) const {
    const SortedRows& rows = m_order.rows();
    core::Field fields = core::Field::None;
    std::vector<int> viewRows;
    viewRows.reserve(m_stays.size());
    for (const Stay& stay : m_stays) {
        const std::size_t position = positionsHold ? stay.position : rows.find(stay.patch->seq).value();
        viewRows.push_back(static_cast<int>(rows.mirrored(position)));
        fields |= stay.patch->fields;
    }
    std::ranges::sort(viewRows);
    const auto [first, last] = EnforcementTableModel::columnsOf(fields);
    for (const RowRun run : rangesToRepaint(viewRows))
        Q_EMIT m_model.dataChanged(m_model.index(run.first, first), m_model.index(run.last(), last));
}

} // namespace attune::models
