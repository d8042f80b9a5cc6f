// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "detail/detailheader.h"

#include "detail/elidedlabel.h"

#include "attune/widgets/badge.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace attune::widgets {

DetailHeader::DetailHeader(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_title(new ElidedLabel(this))
    , m_status(new BadgeLabel(this))
    , m_age(new QLabel(this)) {
    m_title->setObjectName(QStringLiteral("title"));
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setBold(true);
    m_title->setFont(font);
    m_status->setObjectName(QStringLiteral("status"));
    m_age->setObjectName(QStringLiteral("age"));
    m_age->setTextFormat(Qt::PlainText);
    m_layout->setContentsMargins(16, 12, 12, 12);
    m_layout->setSpacing(12);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_status);
    m_layout->addWidget(m_age);
    m_layout->addStretch(1);
}

void DetailHeader::addButton(QAction* action) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_layout->addWidget(button);
}

void DetailHeader::setTitle(const QString& title) { m_title->setText(title); }

void DetailHeader::setStatus(const Badge& badge) {
    m_status->setBadge(badge);
    m_status->setAccessibleName(badge.text);
}

void DetailHeader::setAge(const QString& age) { m_age->setText(age); }

} // namespace attune::widgets
