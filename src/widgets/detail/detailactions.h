// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/widgets/enforcementwindow.h"
#include "attune/widgets/theme.h"

#include <QObject>

class QAction;
class QMenu;

namespace attune::widgets {

class RuleCommands;

/// The commands of an enforcement window as actions with shortcuts, and their menus.
class DetailActions : public QObject {
    Q_OBJECT
public:
    DetailActions(const DetailContext& context, QMainWindow& window);

    /// The enforcement the commands are about; enables what makes sense for it.
    void setSubject(const core::EnforcementRow& row, const QString& traceTag);
    /// The detail as the server wrote it; empty = not read.
    void setRaw(const QByteArray& raw) { m_raw = raw; }

    [[nodiscard]] QAction* copyId() const { return m_copyId; }
    [[nodiscard]] QAction* previous() const { return m_previous; }
    [[nodiscard]] QAction* next() const { return m_next; }
    [[nodiscard]] QAction* openRule() const { return m_openRule; }
    [[nodiscard]] QAction* openTrigger() const { return m_openTrigger; }
    [[nodiscard]] QAction* openEvent() const { return m_openEvent; }
    [[nodiscard]] QAction* reload() const { return m_reload; }
    void addToExecutionMenu(QAction* action);

Q_SIGNALS:
    /// The outcome of a command, in words.
    void noticed(attune::widgets::Tone tone, const QString& sentence);

private:
    QAction* add(QMenu& menu, const QString& text, const QKeySequence& keys = {});
    void createMenus();
    void connectActions();
    void updateIcons();
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] QString ref(core::Symbol symbol) const;

    DetailContext m_context;
    QMainWindow& m_window;
    RuleCommands* m_rules;
    core::EnforcementRow m_row;
    QString m_traceTag;
    QByteArray m_raw;
    QMenu* m_executionMenu = nullptr;
    QAction* m_reload = nullptr;
    QAction* m_copyId = nullptr;
    QAction* m_copyJson = nullptr;
    QAction* m_copyCurl = nullptr;
    QAction* m_close = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_next = nullptr;
    QAction* m_openRule = nullptr;
    QAction* m_openTrigger = nullptr;
    QAction* m_openEvent = nullptr;
    QAction* m_enableRule = nullptr;
    QAction* m_disableRule = nullptr;
    QAction* m_shortcuts = nullptr;
};

} // namespace attune::widgets
