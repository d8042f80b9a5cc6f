// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

namespace attune::test {

namespace {

constexpr int LineEditMargin = 10; // frame and what Qt leaves beside the text
constexpr int IconRoom = 22;

QString described(const QWidget& widget, const QString& text) {
    return QStringLiteral("%1 \"%2\" in %3 px: %4")
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName())
        .arg(widget.width())
        .arg(text);
}

/// Widths of texts that have to be read in full, and 0 for what is elided on purpose or scrolls.
int neededWidth(const QWidget& widget, QString& text) {
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        text = button->text();
        const bool isInField = qobject_cast<const QLineEdit*>(button->parentWidget()) != nullptr;
        const bool usual = qobject_cast<const QPushButton*>(button) || qobject_cast<const QToolButton*>(button);
        return usual && !isInField && !text.isEmpty() ? button->sizeHint().width() : 0;
    }
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        text = label->text();
        return label->wordWrap() || text.isEmpty() ? 0 : label->fontMetrics().size(Qt::TextShowMnemonic, text).width();
    }
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
        text = combo->currentText();
        return combo->fontMetrics().horizontalAdvance(text) + IconRoom;
    }
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
        text = edit->placeholderText();
        const auto icons = edit->findChildren<QToolButton*>();
        const auto shown =
            std::count_if(icons.begin(), icons.end(), [](const auto* icon) { return icon->isVisible(); });
        return text.isEmpty()
                   ? 0
                   : edit->fontMetrics().horizontalAdvance(text) + LineEditMargin + IconRoom * static_cast<int>(shown);
    }
    return 0;
}

/// Nothing scrolls sideways in a list of commands.
void checkLines(const QTreeWidget& list, QStringList& problems) {
    for (QTreeWidgetItemIterator line(const_cast<QTreeWidget*>(&list)); *line != nullptr; ++line) {
        const QString text = (*line)->text(1);
        if (list.fontMetrics().horizontalAdvance(text) + 8 > list.columnWidth(1))
            problems += described(list, QStringLiteral("no room for: ") + text);
    }
}

bool scrolls(const QWidget& widget) {
    for (const QWidget* parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(parent))
            return true;
    }
    return false;
}

void checkSiblings(const QLayout& layout, QStringList& problems) {
    for (int i = 0; i < layout.count(); ++i) {
        const QWidget* a = layout.itemAt(i)->widget();
        for (int j = 0; a != nullptr && j < i; ++j) {
            const QWidget* b = layout.itemAt(j)->widget();
            if (b != nullptr && a->isVisible() && b->isVisible() && a->geometry().intersects(b->geometry()))
                problems += described(*a, QStringLiteral("lies on ") + described(*b, {}));
        }
    }
}

} // namespace

QStringList layoutProblems(const QWidget& window) {
    QStringList problems;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &window || qobject_cast<const QTabBar*>(widget->parentWidget()))
            continue;
        if (!scrolls(*widget) && !widget->parentWidget()->rect().contains(widget->geometry()))
            problems += described(*widget, QStringLiteral("leaves its parent"));
        QString text;
        if (const int needed = neededWidth(*widget, text); needed > widget->width())
            problems += described(*widget, QStringLiteral("needs %1 px for: %2").arg(needed).arg(text));
        if (const auto* list = qobject_cast<const QTreeWidget*>(widget); list != nullptr && list->columnCount() == 2)
            checkLines(*list, problems);
        if (widget->layout() != nullptr && !qobject_cast<const QAbstractScrollArea*>(widget) &&
            !widget->layout()->inherits("QStackedLayout"))
            checkSiblings(*widget->layout(), problems);
    }
    return problems;
}

} // namespace attune::test
