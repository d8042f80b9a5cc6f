// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/hintline.h"

#include "attune/core/displaytext.h"
#include "attune/widgets/theme.h"
#include "attune/widgets/themedicon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace attune::widgets {

HintLine::HintLine(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel), m_text(new QLabel), m_action(new QToolButton) {
    m_text->setTextFormat(Qt::PlainText);
    m_action->setAutoRaise(true);
    m_action->setFocusPolicy(Qt::StrongFocus);
    m_action->setCursor(Qt::PointingHandCursor);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text);
    layout->addWidget(m_action);
    layout->addStretch();
    connect(m_action, &QToolButton::clicked, this, &HintLine::actionTriggered);
    applyTheme();
    hide();
}

void HintLine::setHint(const QString& text, const QString& action) {
    const QString shown = core::displayText(text, 300);
    if (m_text->text() != shown)
        m_text->setText(shown);
    if (m_action->text() != action)
        m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setVisible(!shown.isEmpty());
}

void HintLine::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void HintLine::applyTheme() {
    const Theme& theme = Theme::of(palette());
    m_icon->setPixmap(themedIcon(QStringLiteral("info"), theme.secondaryText).pixmap(16));
    QPalette text = palette();
    text.setColor(QPalette::WindowText, theme.secondaryText);
    m_text->setPalette(text);
    QPalette link = palette();
    link.setColor(QPalette::ButtonText, theme.accent);
    m_action->setPalette(link);
}

} // namespace attune::widgets
