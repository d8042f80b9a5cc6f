// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/eventedit.h"

#include "attune/core/enforcementfilter.h"
#include "attune/widgets/theme.h"
#include "attune/widgets/themedicon.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>

namespace attune::widgets {

EventEdit::EventEdit(QWidget* parent) : QLineEdit(parent), m_mark(addAction(QIcon(), QLineEdit::TrailingPosition)) {
    m_mark->setVisible(false);
    m_mark->setToolTip(tr("Not an event ID: a whole number is needed. The field is ignored."));
    connect(this, &QLineEdit::textChanged, this, &EventEdit::judge);
}

std::optional<core::Id> EventEdit::id() const {
    bool valid = false;
    return core::parseEventId(text(), &valid);
}

bool EventEdit::isValid() const {
    bool valid = false;
    static_cast<void>(core::parseEventId(text(), &valid));
    return valid;
}

void EventEdit::keyPressEvent(QKeyEvent* event) {
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT committed();
}

void EventEdit::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    judge();
}

void EventEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    showComplaint(false); // the mark in the field stays
}

void EventEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

void EventEdit::judge() {
    const bool valid = isValid();
    if (valid == m_mark->isVisible()) {
        m_mark->setVisible(!valid);
        setAccessibleDescription(valid ? QString() : m_mark->toolTip());
        refreshLook();
    }
    showComplaint(!valid && hasFocus());
}

void EventEdit::refreshLook() {
    const bool valid = !m_mark->isVisible();
    const Theme& theme = Theme::of(palette());
    const QColor wanted = valid ? theme.palette.color(QPalette::Text) : theme.errorText;
    if (palette().color(QPalette::Active, QPalette::Text) == wanted)
        return;
    QPalette own; // only what differs from the parent's
    if (!valid)
        own.setColor(QPalette::Text, wanted);
    setPalette(own);
    m_mark->setIcon(themedIcon(QStringLiteral("warning"), theme.errorText));
}

void EventEdit::showComplaint(bool shown) {
    if (!shown) {
        if (m_complaint)
            m_complaint->hide();
        return;
    }
    if (!m_complaint) {
        m_complaint = new QLabel(m_mark->toolTip(), window());
        m_complaint->setTextFormat(Qt::PlainText);
        m_complaint->setFrameShape(QFrame::StyledPanel);
        m_complaint->setAutoFillBackground(true);
        m_complaint->setBackgroundRole(QPalette::ToolTipBase);
        m_complaint->setMargin(4);
    }
    QPalette colors = window()->palette();
    colors.setColor(QPalette::WindowText, Theme::of(colors).errorText);
    m_complaint->setPalette(colors);
    m_complaint->adjustSize();
    QPoint place = mapTo(window(), QPoint(0, height() + 2));
    place.setX(std::max(0, std::min(place.x(), window()->width() - m_complaint->width() - 4)));
    m_complaint->move(place);
    m_complaint->raise();
    m_complaint->show();
}

} // namespace attune::widgets
