// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/arrivalcounter.h"

#include "attune/models/enforcementfilterproxymodel.h"

namespace attune::widgets {

namespace {

const core::EnforcementStore& store(const models::EnforcementFilterProxyModel& model) {
    return qobject_cast<const models::EnforcementTableModel*>(model.sourceModel())->store();
}

} // namespace

void ArrivalCounter::setModel(const models::EnforcementFilterProxyModel* model) {
    m_model = model;
    m_counting = false;
}

void ArrivalCounter::start() {
    if (!m_model)
        return;
    m_counting = true;
    const core::EnforcementStore& rows = store(*m_model);
    m_firstNew = rows.endSeq();
    m_newest = rows.size() > 0 ? rows.row(m_firstNew - 1).created - Disorder : core::UnknownTime;
    m_arrived = 0;
    m_matching = 0;
}

void ArrivalCounter::onArrived(int first, int last) {
    if (!m_counting)
        return;
    const core::EnforcementStore& rows = store(*m_model);
    for (std::int64_t seq = rows.firstSeq() + first; seq <= rows.firstSeq() + last; ++seq)
        m_arrived += seq >= m_firstNew && rows.row(seq).created >= m_newest ? 1 : 0;
}

void ArrivalCounter::onShown(int first, int last) {
    if (!m_counting)
        return;
    const core::EnforcementStore& rows = store(*m_model);
    if (last - first >= rows.endSeq() - m_firstNew) // more than what is new: a filter let old rows in
        return;
    for (int row = first; row <= last; ++row) {
        const std::int64_t seq = m_model->mapToSource(m_model->index(row, 0)).row() + rows.firstSeq();
        m_matching += seq >= m_firstNew && rows.row(seq).created >= m_newest ? 1 : 0;
    }
}

} // namespace attune::widgets
