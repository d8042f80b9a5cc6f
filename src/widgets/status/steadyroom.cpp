// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "status/steadyroom.h"

#include <QEvent>
#include <QLabel>
#include <QResizeEvent>

#include <algorithm>
#include <utility>

namespace attune::widgets {

namespace {

/// Texts of one shape are of one width if all digits are.
[[nodiscard]] QString shapeOf(QString text) {
    std::replace_if(
        text.begin(), text.end(), [](QChar letter) { return letter.isDigit(); }, QChar(u'0'));
    return text;
}

[[nodiscard]] bool hasEqualDigits(const QFontMetrics& metrics) {
    const QString digits = QStringLiteral("0123456789");
    return std::all_of(digits.begin(), digits.end(), [&metrics](QChar digit) {
        return metrics.horizontalAdvance(digit) == metrics.horizontalAdvance(u'0');
    });
}

} // namespace

SteadyRoom::SteadyRoom(QLabel* label, QWidget* parent) : QWidget(parent), m_label(label) {
    label->setParent(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_hasEqualDigits = hasEqualDigits(label->fontMetrics());
    fit();
}

void SteadyRoom::setText(const QString& text) {
    m_label->setText(text);
    QString shape = shapeOf(text);
    if (shape == m_shape && m_hasEqualDigits)
        return;
    m_shape = std::move(shape);
    fit();
}

QSize SteadyRoom::sizeHint() const { return minimumSize(); }

void SteadyRoom::resizeEvent(QResizeEvent* event) { m_label->resize(event->size()); }

void SteadyRoom::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_hasEqualDigits = hasEqualDigits(m_label->fontMetrics());
        fit();
    }
}

void SteadyRoom::fit() {
    const QSize needed = m_label->sizeHint();
    const bool isMuchTooLarge = minimumWidth() > needed.width() * 3 / 2;
    if (needed.width() > minimumWidth() || needed.height() != minimumHeight() || isMuchTooLarge)
        setMinimumSize(needed);
}

} // namespace attune::widgets
