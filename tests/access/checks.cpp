// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include "attune/widgets/shortcutsdialog.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QTabBar>
#include <QTest>
#include <QTreeWidget>

namespace attune::test {

namespace {

QString described(const QWidget* widget) {
    const QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    return QStringLiteral("%1 \"%2\" %3")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
             seen ? seen->text(QAccessible::Name) : QString());
}

bool takesTab(const QWidget& widget, const QWidget& window) {
    return widget.isVisible() && widget.isEnabled() && widget.window() == &window && !widget.focusProxy() &&
           (widget.focusPolicy() & Qt::TabFocus) != 0 && !qobject_cast<const QMenuBar*>(&widget);
}

/// The arrow keys go to it from the one that is chosen.
bool isInGroup(const QWidget& widget) {
    const auto* radio = qobject_cast<const QRadioButton*>(&widget);
    return radio != nullptr && !radio->isChecked();
}

QRect placeOf(const QWidget& widget, const QWidget& window) { return {widget.mapTo(&window, QPoint()), widget.size()}; }

/// Whether nobody reads `a` after `b`.
bool isBefore(const QRect& a, const QRect& b, bool rightToLeft) {
    const bool sameLine = a.top() <= b.center().y() && b.top() <= a.center().y();
    if (!sameLine)
        return a.center().y() < b.center().y();
    return rightToLeft ? a.right() > b.right() : a.left() < b.left();
}

/// Letters that mean something already, by what they mean.
class Letters {
public:
    void add(const QString& text, const QString& owner) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            return;
        if (m_owners.contains(key))
            problems += key + QStringLiteral(" of ") + owner + QStringLiteral(" and ") + m_owners[key];
        m_owners[key] = owner;
    }
    QStringList problems;

private:
    QMap<QString, QString> m_owners;
};

void checkMenu(QMenu& menu, QStringList& problems) {
    Q_EMIT menu.aboutToShow(); // some fill themselves
    Letters letters;
    for (const QAction* action : menu.actions()) {
        letters.add(action->text(), action->text());
        if (action->menu() != nullptr)
            checkMenu(*action->menu(), problems);
    }
    problems += letters.problems;
}

bool isWide(const QAction& action) {
    return action.shortcutContext() == Qt::WindowShortcut || action.shortcutContext() == Qt::ApplicationShortcut;
}

bool meet(const QAction& a, const QAction& b) {
    if (isWide(a) || isWide(b))
        return true;
    const auto homes = a.associatedObjects();
    return std::any_of(homes.begin(), homes.end(), [&b](QObject* home) {
        return qobject_cast<QMenu*>(home) == nullptr && b.associatedObjects().contains(home);
    });
}

} // namespace

QStringList namelessControls(const QWidget& window) {
    QStringList problems;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!takesTab(*widget, window))
            continue;
        const QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        const QString name = seen != nullptr ? seen->text(QAccessible::Name) : QString();
        if (name.isEmpty() || name.contains(u'&'))
            problems += described(widget);
    }
    return problems;
}

QStringList tabProblems(QWidget& window) {
    QList<const QWidget*> missing;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (takesTab(*widget, window) && !isInGroup(*widget))
            missing += widget;
    }
    if (missing.isEmpty())
        return {};
    const_cast<QWidget*>(missing.constFirst())->setFocus(Qt::TabFocusReason);
    QList<const QWidget*> visited;
    for (qsizetype presses = 8 * missing.size(); presses > 0 && window.focusWidget() != nullptr; --presses) {
        if (visited.isEmpty() || visited.constLast() != window.focusWidget()) { // some have parts to go through
            if (visited.contains(window.focusWidget()))
                break;
            visited += window.focusWidget();
            missing.removeAll(window.focusWidget());
        }
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
    }
    QStringList problems;
    for (const QWidget* widget : missing)
        problems += QStringLiteral("not reached: ") + described(widget);
    if (!missing.isEmpty()) {
        for (const QWidget* widget : visited)
            problems += QStringLiteral("reached: ") + described(widget);
    }
    QStringList back; // once around is no problem
    for (qsizetype i = 0; i < visited.size(); ++i) {
        const QWidget* next = visited[(i + 1) % visited.size()];
        if (next != visited[i] &&
            isBefore(placeOf(*next, window), placeOf(*visited[i], window), window.isRightToLeft()))
            back += QStringLiteral("back from ") + described(visited[i]) + QStringLiteral(" to ") + described(next);
    }
    if (back.size() > 1)
        problems += back;
    return problems;
}

QStringList keyClashes(const QWidget& window) {
    Letters letters;
    QStringList problems;
    for (const auto* bar : window.findChildren<QMenuBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        for (const QAction* action : bar->actions()) {
            letters.add(action->text(), action->text());
            if (action->menu() != nullptr)
                checkMenu(*action->menu(), problems);
        }
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->window() == &window)
            letters.add(button->text(), described(button));
    }
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && label->buddy() != nullptr)
            letters.add(label->text(), label->text());
    }
    problems += letters.problems;
    const auto actions = window.findChildren<QAction*>();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            for (const QKeySequence& keys : actions[i]->shortcuts()) {
                if (actions[j]->shortcuts().contains(keys) && meet(*actions[i], *actions[j]))
                    problems += keys.toString() + QStringLiteral(" of ") + actions[i]->text() +
                                QStringLiteral(" and ") + actions[j]->text();
            }
        }
    }
    return problems;
}

QStringList unlistedShortcuts(const QWidget& window) {
    const widgets::ShortcutsDialog dialog(window);
    QStringList listed;
    const auto* list = dialog.findChild<QTreeWidget*>();
    for (int group = 0; group < list->topLevelItemCount(); ++group) {
        for (int i = 0; i < list->topLevelItem(group)->childCount(); ++i)
            listed += list->topLevelItem(group)->child(i)->text(1).split(QStringLiteral(", "));
    }
    QStringList problems;
    for (const auto* action : window.findChildren<QAction*>()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            if (!listed.contains(keys.toString(QKeySequence::NativeText)))
                problems += keys.toString() + QStringLiteral(" of \"") + action->text() + u'"';
        }
    }
    return problems;
}

} // namespace attune::test
