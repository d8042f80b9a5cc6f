// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/savedview.h"

#include <QMenu>

#include <functional>
#include <vector>

namespace attune::session {
class Settings;
}

namespace attune::widgets {

class DialogService;
class EnforcementView;
class FilterBar;
class SavedViewList;

/// The saved views as a menu: the first nine under Ctrl+1 … Ctrl+9, and what is done with them. Knows which one the
/// operator chose last, until they filter by something else.
class ViewsMenu : public QMenu {
    Q_OBJECT
public:
    struct Parts {
        SavedViewList& views;
        EnforcementView& table;
        FilterBar& filterBar;
        session::Settings& settings;
        DialogService& dialogs;
    };

    /// `parts` outlive the menu.
    ViewsMenu(const Parts& parts, QWidget* window);

    /// What is seen now, under a name.
    [[nodiscard]] session::SavedView capture(const QString& name) const;
    void applyView(int index);
    /// Asks before it takes the place of another view.
    void saveAs(const QString& name);

private:
    void createActions();
    void refresh();
    QAction* addNumbered(int index);
    void refreshCurrent();
    void askName();
    void saveCurrent(const QString& name);
    void manage();
    [[nodiscard]] int currentIndex() const;

    Parts m_parts;
    QWidget& m_window;
    std::vector<QAction*> m_numbered; ///< of the first views; they keep their keys
    QAction* m_first = nullptr;       ///< of those that are always there
    QAction* m_save = nullptr;
    QAction* m_update = nullptr;
    QAction* m_manage = nullptr;
    QAction* m_import = nullptr;
    QAction* m_export = nullptr;
    QString m_current; ///< name of the view chosen last
};

} // namespace attune::widgets
