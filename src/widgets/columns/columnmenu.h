// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"

#include <QMenu>

namespace attune::widgets {

class ColumnHeader;

/// Shows and hides the columns of a header; opened over one it can sort by it, too. Filled each time it opens; the last
/// visible column cannot be hidden.
class ColumnMenu : public QMenu {
    Q_OBJECT
public:
    /// `header` outlives the menu.
    explicit ColumnMenu(ColumnHeader& header, QWidget* parent = nullptr);
    /// Commands about the column of the current cell, which outlive the menu; not offered over a header.
    void setCommands(const QList<QAction*>& commands);
    /// At a place of the header, in its coordinates.
    void openAt(const QPoint& place);

Q_SIGNALS:
    void columnToggled(int column, bool visible);
    void fitRequested();
    void resetRequested();

private:
    void fill();
    void addSorting(core::Column column);

    ColumnHeader& m_header;
    QList<QAction*> m_commands;
    int m_section = -1; ///< opened over it
};

} // namespace attune::widgets
