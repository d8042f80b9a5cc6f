// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/emptyoverlay.h"

#include "attune/core/displaytext.h"
#include "attune/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace attune::widgets {

EmptyOverlay::EmptyOverlay(QWidget* parent) : QWidget(parent), m_text(new QLabel), m_action(new QPushButton) {
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    m_action->setVisible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_text);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyOverlay::actionTriggered);
    applyTheme();
}

void EmptyOverlay::setMessage(const QString& text, const QString& action) {
    const QString shown = core::displayText(text, 1000);
    if (m_text->text() != shown)
        m_text->setText(shown);
    setAccessibleName(shown);
    if (m_action->text() != action)
        m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyOverlay::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void EmptyOverlay::applyTheme() {
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::of(colors).secondaryText);
    m_text->setPalette(colors);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_text->setFont(large);
}

} // namespace attune::widgets
