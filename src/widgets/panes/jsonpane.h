// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/models/jsontreemodel.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTreeView;

namespace attune::widgets {

/// A JSON document as a tree to search in and to copy from, or one sentence in its place.
class JsonPane : public QWidget {
    Q_OBJECT
public:
    /// `name` is what screen readers call the tree.
    explicit JsonPane(const QString& name, QWidget* parent = nullptr);

    /// Null and empty documents show `whenEmpty`.
    void setDocument(const core::JsonDocument& document, const QString& whenEmpty);
    /// A sentence instead of a tree.
    void setMessage(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createTree(const QString& name);
    QWidget* createSearch();
    QAction* addCopyAction(const QString& text, const QKeySequence& keys);
    void expandFirstLevels();
    void search();
    void step(int by);
    void showMatch();
    void updateIcons();

    models::JsonTreeModel m_model;
    models::JsonTreeModel::SearchResult m_found;
    int m_current = -1;
    QTimer m_debounce;
    QStackedLayout* m_stack;
    QLabel* m_message;
    QTreeView* m_tree = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_count = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_next = nullptr;
};

} // namespace attune::widgets
