// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/timestamp.h"

#include <QFrame>

class QCheckBox;
class QDateTimeEdit;

namespace attune::widgets {

/// Asks for a custom range of creation times, in local time; either end may be open.
class RangePopup : public QFrame {
    Q_OBJECT
public:
    explicit RangePopup(QWidget* parent = nullptr);

    /// Shows the range; open ends are prefilled with the hour before `now`.
    void setRange(core::UtcMicros from, core::UtcMicros to, core::UtcMicros now);
    void openBelow(const QWidget& anchor);

Q_SIGNALS:
    /// core::UnknownTime marks an open end; at least one end is given.
    void rangeChosen(attune::core::UtcMicros from, attune::core::UtcMicros to);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void accept();
    void refreshEnabled();

    /// An end of the range: keeps the exact instant while the operator does not edit the field.
    struct End {
        QCheckBox* box = nullptr;
        QDateTimeEdit* edit = nullptr;
        core::UtcMicros exact = core::UnknownTime;
        void show(core::UtcMicros time, core::UtcMicros fallback);
        [[nodiscard]] core::UtcMicros value() const;
    };
    End m_from;
    End m_to;
    QWidget* m_apply;
    bool m_accepted = false;
};

} // namespace attune::widgets
