// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"

#include <QModelIndex>
#include <QObject>
#include <QString>

class QMenu;
class QTableView;

namespace attune::widgets {

class RowClipboard;

/// What the context menu of a cell offers.
class CellMenu : public QObject {
    Q_OBJECT
public:
    /// `view` and `clipboard` outlive the menu.
    CellMenu(QTableView& view, RowClipboard& clipboard, QObject* parent = nullptr);

    /// A menu for the cell; deletes itself when closed.
    [[nodiscard]] QMenu* create(const QModelIndex& cell);

Q_SIGNALS:
    void openRequested();
    void valueFilterRequested(attune::core::Column column, const QString& value, bool exclude);

private:
    void addFilters(QMenu& menu, const QModelIndex& cell);
    void addCopies(QMenu& menu, const QModelIndex& cell, bool hasValue);

    QTableView& m_view;
    RowClipboard& m_clipboard;
};

} // namespace attune::widgets
