// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/rowanchor.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace attune::widgets {

void RowAnchor::setModel(const models::EnforcementFilterProxyModel* model) {
    m_model = model;
    m_candidates.clear();
    m_depth = 0;
}

void RowAnchor::changeBegins(bool hold) {
    if (hold && m_depth == 0 && m_candidates.empty())
        capture();
    ++m_depth;
}

void RowAnchor::changeEnds() { m_depth = std::max(0, m_depth - 1); }

void RowAnchor::restore() {
    if (m_depth > 0 || m_candidates.empty())
        return;
    const std::vector<Candidate> candidates = std::exchange(m_candidates, {});
    for (const Candidate& candidate : candidates) {
        const int row = m_model->rowOfId(candidate.id);
        if (row < 0)
            continue;
        m_view.verticalScrollBar()->setValue(row * rowHeight() - candidate.top);
        return;
    }
}

void RowAnchor::capture() {
    const int scrolled = m_view.verticalScrollBar()->value();
    const int height = m_view.viewport()->height();
    const int rows = m_model->rowCount();
    const auto remember = [this, scrolled](int row) {
        m_candidates.push_back({m_model->idAt(row), row * rowHeight() - scrolled});
    };
    const int current = m_view.currentIndex().row();
    const int currentTop = current * rowHeight() - scrolled;
    if (m_view.currentIndex().isValid() && currentTop + rowHeight() > 0 && currentTop < height)
        remember(current);
    for (int row = scrolled / rowHeight(); row < rows && row * rowHeight() < scrolled + height; ++row)
        remember(row);
}

int RowAnchor::rowHeight() const { return m_view.verticalHeader()->defaultSectionSize(); }

} // namespace attune::widgets
