// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/calmscrollbar.h"

#include <QStyleOptionSlider>

#include <utility>

namespace attune::widgets {

void CalmScrollBar::sliderChange(SliderChange change) {
    const bool isMovable = maximum() > minimum(); // the arrows show it
    const bool wasMovable = std::exchange(m_wasMovable, isMovable);
    const QRect shown = std::exchange(m_handle, handle());
    if (change == SliderOrientationChange || shown != m_handle || wasMovable != isMovable)
        QScrollBar::sliderChange(change);
}

QRect CalmScrollBar::handle() const {
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this);
}

} // namespace attune::widgets
