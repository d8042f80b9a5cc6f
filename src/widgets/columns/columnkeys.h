// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QHeaderView;
class QTableView;

namespace attune::widgets {

/// Moves and sizes the column of the current cell by key, while the table has the focus: what the mouse does to the
/// header.
class ColumnKeys : public QObject {
    Q_OBJECT
public:
    /// The table has its horizontal header and owns this.
    explicit ColumnKeys(QTableView& table);

    /// For a menu.
    [[nodiscard]] const QList<QAction*>& actions() const { return m_actions; }

private:
    void add(const QString& text, const QKeySequence& keys, void (ColumnKeys::*run)(int column));
    void moveLeft(int column);
    void moveRight(int column);
    void narrow(int column);
    void widen(int column);
    void move(int column, int step);
    void resizeBy(int column, int characters);
    void bringIntoView(int column);

    QTableView& m_table;
    QHeaderView& m_header;
    QList<QAction*> m_actions;
};

} // namespace attune::widgets
