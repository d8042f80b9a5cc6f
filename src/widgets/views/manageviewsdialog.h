// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace attune::widgets {

class DialogService;
class SavedViewList;

/// The list of saved views: renamed in place, ordered, updated, deleted.
class ManageViewsDialog : public QDialog {
    Q_OBJECT
public:
    /// Both outlive the dialog.
    ManageViewsDialog(SavedViewList& views, DialogService& dialogs, QWidget* parent);

Q_SIGNALS:
    void viewChosen(int index);
    /// The view shall be what is seen now.
    void updateRequested(const QString& name);

private:
    void build();
    void refresh();
    void refreshButtons();
    /// As it is kept; what the list shows of it is made fit for that.
    [[nodiscard]] const QString& nameOf(int row) const;
    void onRenamed(QListWidgetItem* item);
    void rename();
    void moveUp() { moveBy(-1); }
    void moveDown() { moveBy(1); }
    void moveBy(int step);
    void updateView();
    void remove();

    SavedViewList& m_views;
    DialogService& m_dialogs;
    QListWidget* m_list;
    QPushButton* m_rename = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QPushButton* m_update = nullptr;
    QPushButton* m_delete = nullptr;
};

} // namespace attune::widgets
