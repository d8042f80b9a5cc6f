// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;
class QWidget;

namespace attune::widgets {

/// The commands of the main window as actions with shortcuts, in their menus. Keys that text fields need too, such as
/// Space, work only while the table has the focus.
class MainActions : public QObject {
    Q_OBJECT
public:
    MainActions(QMainWindow& window, QWidget& table);

    QAction* connectToServer = nullptr;
    QAction* demo = nullptr;
    QAction* signOut = nullptr;
    QAction* exportRows = nullptr;
    QAction* print = nullptr;
    QAction* quit = nullptr;
    QAction* pause = nullptr;
    QAction* fullScreen = nullptr;
    QAction* open = nullptr;
    QAction* copyId = nullptr;
    QAction* copyRows = nullptr;
    QAction* copyJson = nullptr;
    QAction* copyCurl = nullptr;
    QAction* refresh = nullptr;
    QAction* retry = nullptr;
    QAction* newest = nullptr;
    QAction* filterRule = nullptr;
    QAction* filterExpression = nullptr;
    QAction* clearFilters = nullptr;
    QAction* focusTable = nullptr;
    QAction* shortcuts = nullptr;
    QAction* diagnostics = nullptr;
    QAction* about = nullptr;

    [[nodiscard]] QMenu& viewMenu() const { return *m_view; }
    /// What needs a session.
    void setSignedIn(bool signedIn);
    /// What needs a row.
    void setHasCurrent(bool hasCurrent) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(QMenu& menu, const QString& text, const QKeySequence& keys = {});
    QAction* addForTable(QMenu& menu, const QString& text, const QKeySequence& keys);
    void createFileMenu();
    void createViewMenu();
    void createEnforcementMenu();
    void createGoMenu();
    void createHelpMenu();
    void updateIcons();

    QMainWindow& m_window;
    QWidget& m_table;
    QMenu* m_view = nullptr;
};

} // namespace attune::widgets
