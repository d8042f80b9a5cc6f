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
    m_firstNew = store(*m_model).endSeq();
    m_matching = 0;
}

std::int64_t ArrivalCounter::arrived() const {
    return m_counting ? std::max<std::int64_t>(0, store(*m_model).endSeq() - m_firstNew) : 0;
}

void ArrivalCounter::onShown(int first, int last) {
    if (!m_counting || last - first >= arrived()) // more than what is new: a filter let old rows in
        return;
    const std::int64_t firstSeq = store(*m_model).firstSeq();
    for (int row = first; row <= last; ++row) {
        if (m_model->mapToSource(m_model->index(row, 0)).row() + firstSeq >= m_firstNew)
            ++m_matching;
    }
}

} // namespace attune::widgets
