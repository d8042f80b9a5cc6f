// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "detail/detailactions.h"

#include "detail/clipboardtexts.h"
#include "detail/infowindow.h"
#include "detail/rulecommands.h"

#include "attune/core/decoderest.h"
#include "attune/core/rowexport.h"
#include "attune/widgets/shortcutsdialog.h"
#include "attune/widgets/themedicon.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>

namespace attune::widgets {

DetailActions::DetailActions(const DetailContext& context, QMainWindow& window)
    : QObject(&window)
    , m_context(context)
    , m_window(window)
    , m_rules(new RuleCommands(context.service, context.dialogs, window)) {
    createMenus();
    connectActions();
    updateIcons();
    window.installEventFilter(this);
}

QAction* DetailActions::add(QMenu& menu, const QString& text, const QKeySequence& keys) {
    QAction* action = menu.addAction(text);
    action->setShortcut(keys);
    return action;
}

void DetailActions::createMenus() {
    QMenu& enforcement = *m_window.menuBar()->addMenu(tr("&Enforcement"));
    m_reload = add(enforcement, tr("&Reload"), Qt::Key_F5);
    enforcement.addSeparator();
    m_copyId = add(enforcement, tr("Copy &ID"), Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    m_copyJson = add(enforcement, tr("Copy as &JSON"), Qt::CTRL | Qt::SHIFT | Qt::Key_J);
    m_copyCurl = add(enforcement, tr("Copy as c&URL"), Qt::CTRL | Qt::SHIFT | Qt::Key_U);
    m_copyCurl->setToolTip(tr("A command line that reads this enforcement; the token is left to $ATTUNE_TOKEN"));
    enforcement.addSeparator();
    m_close = add(enforcement, tr("&Close"), Qt::CTRL | Qt::Key_W);

    QMenu& open = *m_window.menuBar()->addMenu(tr("&Open"));
    m_openRule = add(open, tr("Open &Rule"), Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    m_openTrigger = add(open, tr("Open &Trigger"), Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    m_openEvent = add(open, tr("Open E&vent"), Qt::CTRL | Qt::SHIFT | Qt::Key_E);

    QMenu& rule = *m_window.menuBar()->addMenu(tr("&Rule"));
    m_enableRule = add(rule, tr("&Enable Rule…"));
    m_disableRule = add(rule, tr("&Disable Rule…"));

    m_executionMenu = m_window.menuBar()->addMenu(tr("E&xecution"));

    QMenu& go = *m_window.menuBar()->addMenu(tr("&Go"));
    m_previous = add(go, tr("&Previous in Table"), Qt::ALT | Qt::Key_Up);
    m_next = add(go, tr("&Next in Table"), Qt::ALT | Qt::Key_Down);
    QMenu& help = *m_window.menuBar()->addMenu(tr("&Help"));
    m_shortcuts = add(help, tr("&Keyboard Shortcuts"), Qt::Key_F1);
    for (QAction* shortText : {m_openRule, m_openTrigger, m_openEvent})
        shortText->setIconText(tr("Open"));
}

void DetailActions::addToExecutionMenu(QAction* action) { m_executionMenu->addAction(action); }

void DetailActions::connectActions() {
    QClipboard* clipboard = QGuiApplication::clipboard();
    connect(m_copyId, &QAction::triggered, this, [=, this] { clipboard->setText(QString::number(m_row.id)); });
    connect(m_copyJson, &QAction::triggered, this, [=, this] {
        const QByteArray known = core::rowToJson(m_row, m_traceTag.toStdString(), m_context.vocabulary);
        const QByteArray json = core::indentJson(m_raw.isEmpty() ? known : m_raw);
        clipboard->setText(QString::fromUtf8(json));
    });
    connect(m_copyCurl, &QAction::triggered, this,
            [=, this] { clipboard->setText(curlCommand(m_context.service.apiUrl(), m_row.id)); });
    connect(m_close, &QAction::triggered, &m_window, &QWidget::close);
    connect(m_shortcuts, &QAction::triggered, this, [this] {
        auto* dialog = new ShortcutsDialog(m_window, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(m_openRule, &QAction::triggered, this,
            [this] { InfoWindow::openRule(ref(m_row.ruleRef), m_context.service, m_context.dialogs, &m_window); });
    connect(m_openTrigger, &QAction::triggered, this, [this] {
        InfoWindow::openTrigger(ref(m_row.triggerRef), m_context.service, m_context.dialogs, &m_window);
    });
    connect(m_openEvent, &QAction::triggered, this,
            [this] { InfoWindow::openEvent(m_row.event, m_context.service, m_context.dialogs, &m_window); });
    connect(m_enableRule, &QAction::triggered, this, [this] { m_rules->enable(ref(m_row.ruleRef)); });
    connect(m_disableRule, &QAction::triggered, this, [this] { m_rules->disable(ref(m_row.ruleRef)); });
    connect(m_rules, &RuleCommands::noticed, this, &DetailActions::noticed);
}

void DetailActions::setSubject(const core::EnforcementRow& row, const QString& traceTag) {
    m_row = row;
    m_traceTag = traceTag;
    const auto usable = [](core::Symbol symbol) { return symbol != 0 && symbol != core::RedactedRef; };
    m_openRule->setEnabled(usable(row.ruleRef));
    m_enableRule->setEnabled(usable(row.ruleRef));
    m_disableRule->setEnabled(usable(row.ruleRef));
    m_openTrigger->setEnabled(usable(row.triggerRef));
    m_openEvent->setEnabled(row.event > 0);
}

QString DetailActions::ref(core::Symbol symbol) const { return m_context.vocabulary.refs.text(symbol); }

bool DetailActions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
    return QObject::eventFilter(watched, event);
}

void DetailActions::updateIcons() {
    const QPalette& palette = m_window.palette();
    m_copyId->setIcon(themedIcon(QStringLiteral("copy"), palette));
    m_previous->setIcon(themedIcon(QStringLiteral("arrow-up"), palette));
    m_next->setIcon(themedIcon(QStringLiteral("arrow-down"), palette));
    m_reload->setIcon(themedIcon(QStringLiteral("refresh"), palette));
}

} // namespace attune::widgets
