// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/mainactions.h"

#include "attune/widgets/themedicon.h"

#include <QAction>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace attune::widgets {

MainActions::MainActions(QMainWindow& window, QWidget& table) : QObject(&window), m_window(window), m_table(table) {
    createFileMenu();
    createViewMenu();
    createEnforcementMenu();
    createGoMenu();
    createHelpMenu();
    updateIcons();
    window.installEventFilter(this);
}

QAction* MainActions::add(QMenu& menu, const QString& text, const QKeySequence& keys) {
    QAction* action = menu.addAction(text);
    action->setShortcut(keys);
    return action;
}

QAction* MainActions::addForTable(QMenu& menu, const QString& text, const QKeySequence& keys) {
    QAction* action = add(menu, text, keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table.addAction(action);
    return action;
}

void MainActions::createFileMenu() {
    QMenu& file = *m_window.menuBar()->addMenu(tr("&File"));
    connectToServer = add(file, tr("&Connect to a Server…"), Qt::CTRL | Qt::Key_N);
    demo = add(file, tr("Try the Built-in &Demo"));
    file.addSeparator();
    exportRows = add(file, tr("&Export…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    print = add(file, tr("&Print…"), QKeySequence::Print);
    file.addSeparator();
    signOut = add(file, tr("Sign &Out"));
    file.addSeparator();
    quit = add(file, tr("&Quit"), Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
}

void MainActions::createViewMenu() {
    m_view = m_window.menuBar()->addMenu(tr("&View"));
    pause = addForTable(*m_view, tr("&Pause"), Qt::Key_Space);
    pause->setCheckable(true);
    pause->setToolTip(tr("Freeze the table; nothing is lost"));
    fullScreen = add(*m_view, tr("&Full Screen"), Qt::Key_F11);
    fullScreen->setCheckable(true);
    m_view->addSeparator();
}

void MainActions::createEnforcementMenu() {
    QMenu& enforcement = *m_window.menuBar()->addMenu(tr("&Enforcement"));
    open = addForTable(enforcement, tr("&Open"), Qt::Key_Return);
    open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    copyId = add(enforcement, tr("Copy &ID"), Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    copyRows = addForTable(enforcement, tr("Copy &Rows"), QKeySequence::Copy);
    copyJson = add(enforcement, tr("Copy as &JSON"), Qt::CTRL | Qt::SHIFT | Qt::Key_J);
    copyCurl = add(enforcement, tr("Copy as c&URL"), Qt::CTRL | Qt::SHIFT | Qt::Key_U);
    copyCurl->setToolTip(tr("A command line that reads the enforcement; the token is left to $ATTUNE_TOKEN"));
    enforcement.addSeparator();
    refresh = add(enforcement, tr("Read &Newest Again"), Qt::Key_F5);
    retry = add(enforcement, tr("Retry &Connection Now"), Qt::CTRL | Qt::Key_R);
}

void MainActions::createGoMenu() {
    QMenu& go = *m_window.menuBar()->addMenu(tr("&Go"));
    newest = addForTable(go, tr("&Newest"), Qt::Key_Home);
    focusTable = add(go, tr("&Table"), Qt::CTRL | Qt::Key_T);
    go.addSeparator();
    filterRule = add(go, tr("&Filter by Rule"), Qt::CTRL | Qt::Key_F);
    filterExpression = add(go, tr("Filter by &Expression"), Qt::CTRL | Qt::Key_E);
    clearFilters = add(go, tr("&Clear All Filters"), Qt::CTRL | Qt::SHIFT | Qt::Key_X);
}

void MainActions::createHelpMenu() {
    QMenu& help = *m_window.menuBar()->addMenu(tr("&Help"));
    shortcuts = add(help, tr("&Keyboard Shortcuts"), Qt::Key_F1);
    diagnostics = add(help, tr("Copy &Diagnostics…"));
    help.addSeparator();
    about = add(help, tr("&About Attune Watch"));
    about->setMenuRole(QAction::AboutRole);
}

void MainActions::setSignedIn(bool signedIn) {
    for (QAction* action : {signOut, pause, refresh, retry})
        action->setEnabled(signedIn);
}

void MainActions::setHasCurrent(bool hasCurrent) const {
    for (QAction* action : {open, copyId, copyRows, copyJson, copyCurl})
        action->setEnabled(hasCurrent);
}

bool MainActions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
    return QObject::eventFilter(watched, event);
}

void MainActions::updateIcons() {
    const QPalette& palette = m_window.palette();
    const auto icon = [&palette](const char* name) { return themedIcon(QString::fromLatin1(name), palette); };
    connectToServer->setIcon(icon("log-in"));
    signOut->setIcon(icon("log-out"));
    pause->setIcon(icon("pause"));
    open->setIcon(icon("open"));
    copyId->setIcon(icon("copy"));
    refresh->setIcon(icon("refresh"));
    filterRule->setIcon(icon("search"));
    clearFilters->setIcon(icon("clear"));
    shortcuts->setIcon(icon("keyboard"));
    diagnostics->setIcon(icon("copy"));
    about->setIcon(icon("info"));
}

} // namespace attune::widgets
