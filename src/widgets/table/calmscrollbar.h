// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollBar>

namespace attune::widgets {

/// Is painted only when it looks different. In a live table the range changes with every batch, mostly by less than a
/// pixel, and Qt would paint the whole bar each time, which costs as much as the table.
class CalmScrollBar : public QScrollBar {
    Q_OBJECT
public:
    using QScrollBar::QScrollBar;

protected:
    void sliderChange(SliderChange change) override;

private:
    [[nodiscard]] QRect handle() const;

    QRect m_handle; ///< at the last painting that was asked for
    bool m_wasMovable = false;
};

} // namespace attune::widgets
