// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/errorlabel.h"

#include "dialogs/plainlabel.h"

#include "attune/widgets/theme.h"

#include <QEvent>

namespace attune::widgets {

ErrorLabel::ErrorLabel(QWidget* parent) : QLabel(parent) {
    makePlain(*this);
    updateColor();
    hide();
}

void ErrorLabel::setError(const QString& sentence) {
    setText(sentence);
    setHidden(sentence.isEmpty());
}

void ErrorLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColor();
}

void ErrorLabel::updateColor() {
    const QColor color = Theme::of(palette()).errorText;
    if (palette().color(QPalette::WindowText) == color)
        return;
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, color);
    setPalette(colors);
}

} // namespace attune::widgets
