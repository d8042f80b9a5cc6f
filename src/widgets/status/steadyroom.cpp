// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "status/steadyroom.h"

#include <QEvent>
#include <QLabel>
#include <QResizeEvent>

namespace attune::widgets {

SteadyRoom::SteadyRoom(QLabel* label, QWidget* parent) : QWidget(parent), m_label(label) {
    label->setParent(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    fit();
}

void SteadyRoom::setText(const QString& text) {
    m_label->setText(text);
    fit();
}

QSize SteadyRoom::sizeHint() const { return minimumSize(); }

void SteadyRoom::resizeEvent(QResizeEvent* event) { m_label->resize(event->size()); }

void SteadyRoom::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void SteadyRoom::fit() {
    const QSize needed = m_label->sizeHint();
    const bool isMuchTooLarge = minimumWidth() > needed.width() * 3 / 2;
    if (needed.width() > minimumWidth() || needed.height() != minimumHeight() || isMuchTooLarge)
        setMinimumSize(needed);
}

} // namespace attune::widgets
