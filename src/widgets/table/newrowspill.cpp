// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/newrowspill.h"

#include "attune/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <limits>

namespace attune::widgets {

namespace {

int atMostInt(std::int64_t count) {
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

} // namespace

NewRowsPill::NewRowsPill(QWidget* parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::NoFocus); // Home does the same, and the table keeps the focus
    setToolTip(tr("Back to the newest rows (Home)"));
}

void NewRowsPill::setCounts(std::int64_t arrived, std::int64_t matching) {
    QString text = QStringLiteral("↑ ") + tr("%Ln new", nullptr, atMostInt(arrived));
    if (matching != arrived)
        text += QStringLiteral(" · ") + tr("%Ln match", nullptr, atMostInt(matching));
    if (text == this->text())
        return;
    setText(text);
    setAccessibleName(text);
    resize(sizeHint());
    update();
}

QSize NewRowsPill::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + 32, fontMetrics().height() + 12};
}

void NewRowsPill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = palette().color(QPalette::Active, QPalette::Highlight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isDown() ? fill.darker(115) : underMouse() ? fill.lighter(108) : fill);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(palette().color(QPalette::Active, QPalette::HighlightedText));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace attune::widgets
