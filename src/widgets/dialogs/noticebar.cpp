// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/noticebar.h"

#include "dialogs/plainlabel.h"

#include "attune/core/displaytext.h"
#include "attune/widgets/themedicon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace attune::widgets {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent), m_text(new QLabel(this)), m_action(new QPushButton(this)), m_close(new QToolButton(this)) {
    m_text->setObjectName(QStringLiteral("noticeText"));
    makePlain(*m_text);
    m_action->setObjectName(QStringLiteral("noticeAction"));
    m_action->setAutoDefault(false);
    m_close->setObjectName(QStringLiteral("noticeClose"));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Put this message away"));
    m_close->setAccessibleName(m_close->toolTip());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::clear);
    hide();
}

void NoticeBar::showNotice(Tone tone, const QString& sentence, const QString& action) {
    m_tone = tone;
    m_text->setText(core::displayText(sentence, 1000));
    m_text->setToolTip(core::toolTipText(sentence));
    m_action->setText(action);
    m_action->setHidden(action.isEmpty());
    setAccessibleName(m_text->text());
    updateColors();
    setHidden(sentence.isEmpty());
    update();
}

void NoticeBar::clear() {
    m_text->clear();
    hide();
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::setDismissible(bool dismissible) { m_close->setHidden(!dismissible); }

void NoticeBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter(this).fillRect(rect(), Theme::of(palette()).badge(m_tone).background);
}

void NoticeBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
}

void NoticeBar::updateColors() {
    const QColor color = Theme::of(palette()).badge(m_tone).foreground;
    m_close->setIcon(themedIcon(QStringLiteral("close"), color));
    QPalette colors = m_text->palette();
    colors.setColor(QPalette::WindowText, color);
    m_text->setPalette(colors);
}

} // namespace attune::widgets
