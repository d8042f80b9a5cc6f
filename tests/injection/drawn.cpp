// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"

#include "support/visible.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextList>
#include <QTextTable>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace attune::test {

namespace {

/// A document that wants nothing from outside, and tells what it would have wanted.
class Reader final : public QTextDocument {
public:
    QStringList wanted;

protected:
    QVariant loadResource(int /*type*/, const QUrl& name) override {
        wanted += name.toString();
        return {};
    }
};

void addLooks(const QTextBlock& block, QStringList& problems) {
    if (block.textList() != nullptr)
        problems += QStringLiteral("a list");
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextCharFormat format = part.fragment().charFormat();
        if (format.isImageFormat())
            problems += QStringLiteral("a picture");
        if (format.isAnchor())
            problems += QStringLiteral("a link");
        if (format.fontWeight() != QFont::Normal || format.fontItalic() || format.fontUnderline() ||
            format.hasProperty(QTextFormat::ForegroundBrush) || format.hasProperty(QTextFormat::BackgroundBrush) ||
            format.hasProperty(QTextFormat::FontSizeAdjustment) || format.hasProperty(QTextFormat::FontPointSize) ||
            format.hasProperty(QTextFormat::FontPixelSize))
            problems += QStringLiteral("a look of its own: ") + part.fragment().text().left(40);
    }
}

class Judge {
public:
    QStringList problems;

    void plain(const char* what, const QString& text, bool maybeLines = false) {
        for (const QString& code : invisibleIn(text, maybeLines))
            problems += QStringLiteral("%1 %2 in %3: %4").arg(m_where, code, QString::fromLatin1(what), text.left(60));
    }
    void maybeMarkup(const char* what, const QString& text) {
        const Drawn seen = drawn(text);
        for (const QString& problem : seen.problems)
            problems +=
                QStringLiteral("%1 %2 in %3: %4").arg(m_where, problem, QString::fromLatin1(what), text.left(90));
        plain(what, seen.text, true);
    }
    void widget(const QWidget& widget) {
        m_where = QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
        plain("name", widget.accessibleName());
        plain("description", widget.accessibleDescription(), true);
        maybeMarkup("tooltip", widget.toolTip());
        maybeMarkup("what is this", widget.whatsThis());
        plain("status tip", widget.statusTip());
        const auto* menu = qobject_cast<const QMenu*>(&widget);
        for (const QAction* action : widget.actions())
            this->action(*action, menu == nullptr || menu->toolTipsVisible());
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            this->label(*label);
        else
            contents(widget);
    }
    void model(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex cell = model.index(row, column, parent);
                plain("cell", cell.data().toString());
                plain("spoken cell", cell.data(Qt::AccessibleTextRole).toString());
                plain("described cell", cell.data(Qt::AccessibleDescriptionRole).toString());
                maybeMarkup("tooltip of a cell", cell.data(Qt::ToolTipRole).toString());
            }
            this->model(model, model.index(row, 0, parent));
        }
    }

private:
    void action(const QAction& action, bool hasToolTip) {
        plain("action", action.text().section(u'\t', 0, 0));
        if (hasToolTip)
            maybeMarkup("tooltip of an action", action.toolTip());
    }
    void label(const QLabel& label) {
        const bool mayBeMarkup = label.textFormat() == Qt::RichText || label.textFormat() == Qt::MarkdownText ||
                                 (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
        if (mayBeMarkup)
            problems += m_where + QStringLiteral(" takes markup: ") + label.text().left(60);
        plain("label", label.text(), label.objectName() == u"qt_msgbox_label");
    }
    void contents(const QWidget& widget) {
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            plain("button", button->text());
        if (const auto* edit = qobject_cast<const QLineEdit*>(&widget))
            plain("field", edit->text() + edit->placeholderText());
        if (const auto* lines = qobject_cast<const QPlainTextEdit*>(&widget))
            plain("lines", lines->toPlainText(), true);
        if (qobject_cast<const QTextEdit*>(&widget) != nullptr)
            problems += m_where + QStringLiteral(" takes markup");
        if (const auto* tabs = qobject_cast<const QTabWidget*>(&widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                plain("tab", tabs->tabText(tab));
        }
        const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
        const bool hasItems = view != nullptr && view->model() != nullptr && !widget.inherits("QHeaderView");
        if (hasItems)
            model(*view->model());
    }

    QString m_where = QStringLiteral("model");
};

void addKey(QStringList& keys, const QKeySequence& key, const QString& text) {
    if (!key.isEmpty())
        keys += key.toString() + QStringLiteral(" of ") + text;
}

} // namespace

Drawn drawn(const QString& text) {
    if (!Qt::mightBeRichText(text))
        return {text, {}};
    Reader reader;
    reader.setHtml(text);
    reader.setTextWidth(200); // lays it out, which is when pictures are asked for
    Drawn seen{reader.toPlainText(), {}};
    for (const QString& name : std::as_const(reader.wanted))
        seen.problems += QStringLiteral("asks for ") + name;
    if (!reader.rootFrame()->childFrames().isEmpty())
        seen.problems += QStringLiteral("a table");
    for (QTextBlock block = reader.begin(); block.isValid(); block = block.next())
        addLooks(block, seen.problems);
    return seen;
}

QStringList invisibleIn(QStringView text, bool maybeLines) {
    QStringList found;
    for (const char32_t code : text.toUcs4()) {
        if (!isVisible(code) && !(code == U'\n' && maybeLines))
            found += QStringLiteral("U+%1").arg(static_cast<uint>(code), 4, 16, QLatin1Char('0'));
    }
    if (!text.isValidUtf16())
        found += QStringLiteral("half a character");
    return found;
}

QStringList problemsOf(QWidget& window) {
    Judge judge;
    judge.widget(window);
    judge.plain("title", shownTitle(window));
    for (const auto* child : window.findChildren<QWidget*>())
        judge.widget(*child);
    return std::move(judge.problems);
}

QStringList problemsOf(const QAbstractItemModel& model) {
    Judge judge;
    judge.model(model);
    return std::move(judge.problems);
}

QStringList keysIn(const QWidget& window) {
    QStringList keys;
    for (const auto* button : window.findChildren<QAbstractButton*>())
        addKey(keys, button->shortcut(), QString::fromLatin1(button->metaObject()->className()));
    for (const auto* action : window.findChildren<QAction*>()) {
        addKey(keys, QKeySequence::mnemonic(action->text()), QStringLiteral("an action"));
        for (const QKeySequence& key : action->shortcuts())
            addKey(keys, key, QStringLiteral("an action"));
    }
    for (const auto* label : window.findChildren<QLabel*>())
        addKey(keys, label->buddy() != nullptr ? QKeySequence::mnemonic(label->text()) : QKeySequence(),
               QStringLiteral("a label"));
    keys.sort();
    return keys;
}

QString shownTitle(const QWidget& window) {
    return window.windowHandle() != nullptr ? window.windowHandle()->title() : window.windowTitle();
}

} // namespace attune::test
