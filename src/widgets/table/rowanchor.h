// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <vector>

class QTableView;

namespace attune::models {
class EnforcementFilterProxyModel;
}

namespace attune::widgets {

/// Remembers which rows are on screen before the model changes and puts the first survivor back on its pixel after. The
/// current row counts before the top one: it is what the operator looks at. All rows have one height.
class RowAnchor {
public:
    /// `view` outlives the anchor.
    explicit RowAnchor(QTableView& view) : m_view(view) {}

    void setModel(const models::EnforcementFilterProxyModel* model);
    /// Around every change of the model; changes may nest.
    void changeBegins(bool hold);
    void changeEnds();
    [[nodiscard]] bool isWithinChange() const { return m_depth > 0; }
    /// After the view has laid itself out; does nothing within a change.
    void restore();
    void discard() { m_candidates.clear(); }

private:
    void capture();
    [[nodiscard]] int rowHeight() const;

    struct Candidate {
        core::Id id = core::UnknownId;
        int top = 0; ///< pixels below the upper edge of the viewport
    };

    QTableView& m_view;
    const models::EnforcementFilterProxyModel* m_model = nullptr;
    std::vector<Candidate> m_candidates;
    int m_depth = 0;
};

} // namespace attune::widgets
