// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"

#include <QModelIndex>
#include <QObject>
#include <QString>

#include <functional>

class QMenu;
class QTableView;

namespace attune::widgets {

/// What the context menu of a cell offers, and the texts it puts on the clipboard.
class CellMenu : public QObject {
    Q_OBJECT
public:
    /// `view` outlives the menu.
    explicit CellMenu(QTableView& view, QObject* parent = nullptr);

    /// A menu for the cell; deletes itself when closed.
    [[nodiscard]] QMenu* create(const QModelIndex& cell);
    /// The selected rows, or the current one, as lines of tab-separated visible columns.
    void copyRows() const;

Q_SIGNALS:
    void openRequested();
    void valueFilterRequested(attune::core::Column column, const QString& value, bool exclude);

private:
    void copyValue(const QModelIndex& cell) const;
    void copyJson() const;
    /// Rows concerned, topmost first.
    [[nodiscard]] QList<int> rows() const;
    [[nodiscard]] QString rowText(int row) const;

    QTableView& m_view;
};

} // namespace attune::widgets
