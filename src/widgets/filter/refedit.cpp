// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/refedit.h"

#include "filter/completionpopup.h"

#include "attune/models/refcompletionmodel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>

namespace attune::widgets {

namespace {

bool isSign(QChar c) { return c == u'-' || c == u'='; }

} // namespace

RefEdit::RefEdit(models::RefCompletionModel& refs, QWidget* parent)
    : QLineEdit(parent), m_refs(refs), m_completer(new QCompleter(&refs, this)) {
    setClearButtonEnabled(true);
    m_completer->setWidget(this);
    m_completer->setCompletionRole(Qt::EditRole);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    dressCompletions(*m_completer);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &RefEdit::insertCompletion);
    connect(this, &QLineEdit::textEdited, this, &RefEdit::offerCompletions);
}

void RefEdit::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QAbstractItemView& popup = *m_completer->popup();
    if (popup.isVisible() && isEnter && !popup.currentIndex().isValid())
        popup.hide(); // nothing was picked: Enter means the field
    if (popup.isVisible() && isKeyOfCompletions(event->key())) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        const Span term = termAtCursor();
        openPopup(text().mid(term.from, term.to - term.from));
        return;
    }
    QLineEdit::keyPressEvent(event);
    if (isEnter) {
        event->accept();
        Q_EMIT committed();
    }
}

void RefEdit::focusInEvent(QFocusEvent* event) {
    if (event->reason() != Qt::PopupFocusReason)
        m_refs.refresh();
    QLineEdit::focusInEvent(event);
}

RefEdit::Span RefEdit::termAtCursor() const {
    const QString all = text();
    Span span{cursorPosition(), cursorPosition()};
    while (span.from > 0 && !all[span.from - 1].isSpace())
        --span.from;
    while (span.to < all.size() && !all[span.to].isSpace())
        ++span.to;
    while (span.from < span.to && isSign(all[span.from]))
        ++span.from;
    return span;
}

void RefEdit::offerCompletions() {
    const Span term = termAtCursor();
    const QString prefix = text().mid(term.from, term.to - term.from);
    if (prefix.isEmpty() || prefix.contains(u'*') || prefix.contains(u'?'))
        m_completer->popup()->hide();
    else
        openPopup(prefix);
}

void RefEdit::openPopup(const QString& prefix) {
    m_completer->setCompletionPrefix(prefix);
    const bool saysNothingNew = m_completer->completionCount() == 1 && m_completer->currentCompletion() == prefix;
    if (m_completer->completionCount() == 0 || saysNothingNew) {
        m_completer->popup()->hide();
        return;
    }
    openCompletions(*m_completer, rect());
}

void RefEdit::insertCompletion(const QModelIndex& completion) {
    const QString ref = completion.data(Qt::EditRole).toString();
    const Span term = termAtCursor();
    QString all = text();
    all.replace(term.from, term.to - term.from, ref);
    setText(all);
    setCursorPosition(static_cast<int>(term.from + ref.size()));
    Q_EMIT committed();
}

} // namespace attune::widgets
