// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "detail/valuefield.h"

#include "attune/core/displaytext.h"

#include <QEvent>

namespace attune::widgets {

namespace {
constexpr qsizetype LongestValue = 20'000;
} // namespace

ValueField::ValueField(QWidget* parent) : QLineEdit(parent) {
    setReadOnly(true);
    setFrame(false);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    setPalette(colors);
    setTextMargins(0, 0, 0, 0);
    align();
    setValue({});
}

void ValueField::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

/// Beside its label, in whichever script the value is written.
void ValueField::align() { setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute); }

void ValueField::setValue(const QString& value) {
    const QString shown = value.isEmpty() ? QStringLiteral("—") : core::displayText(value, LongestValue);
    if (shown == text())
        return;
    setText(shown);
    setCursorPosition(0);
}

} // namespace attune::widgets
