// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "marks/unseenmark.h"

#include "table/arrivalcounter.h"

#include "attune/models/enforcementtablemodel.h"

#include <algorithm>

namespace attune::widgets {

UnseenMark::UnseenMark(core::Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

void UnseenMark::setModel(const models::EnforcementTableModel* model) {
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    markAll();
    if (!model)
        return;
    using Model = models::EnforcementTableModel;
    connect(model, &Model::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { onAboutToBeRemoved(first, last); });
    connect(model, &Model::rowsRenumbered, this, [this](const core::Retirement& retirement) {
        for (std::int64_t* mark : {&m_mark, &m_liveFrom})
            *mark = retirement.renumbered(*mark);
    });
    connect(model, &Model::modelReset, this, &UnseenMark::markAll);
}

void UnseenMark::setLooking(bool looking) {
    if (looking == m_looking)
        return;
    m_looking = looking;
    m_dwell.reset();
    if (!looking) {
        // Without a pause in between nothing was missed before.
        if (m_mark == m_liveFrom)
            markAll();
        return;
    }
    if (!m_hasLooked)
        markAll();
    m_hasLooked = true;
    m_liveFrom = end();
    if (m_mark < m_liveFrom)
        m_dwell = m_clock.after(Dwell, [this] {
            m_dwell.reset();
            markAll();
            Q_EMIT cleared();
        });
}

bool UnseenMark::isUnseen(core::Id id) const {
    if (!m_hasLooked || !m_model || (m_looking && m_mark == m_liveFrom))
        return false;
    const auto seq = m_model->store().find(id);
    return seq && *seq >= m_mark && (!m_looking || *seq < m_liveFrom) &&
           m_model->store().row(*seq).created >= m_newestSeen;
}

void UnseenMark::markAll() {
    m_mark = m_liveFrom = end();
    m_newestSeen = m_model && m_model->rowCount() > 0
                       ? m_model->store().row(m_mark - 1).created - ArrivalCounter::Disorder
                       : core::UnknownTime;
}

std::int64_t UnseenMark::end() const { return m_model ? m_model->store().endSeq() : 0; }

void UnseenMark::onAboutToBeRemoved(int first, int last) {
    if (first == 0 || m_model->isRetiring()) // the others keep their numbers
        return;
    const std::int64_t from = m_model->store().firstSeq() + first;
    const std::int64_t count = last - first + 1;
    for (std::int64_t* mark : {&m_mark, &m_liveFrom}) {
        if (*mark > from)
            *mark = std::max(from, *mark - count);
    }
}

} // namespace attune::widgets
