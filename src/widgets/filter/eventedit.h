// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QLineEdit>

#include <optional>

class QAction;
class QLabel;

namespace attune::widgets {

/// The field for an event id. Says at once, beside itself and without moving anything, when its text is not a number.
class EventEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit EventEdit(QWidget* parent = nullptr);

    /// Nothing while the field is empty or not a number.
    [[nodiscard]] std::optional<core::Id> id() const;
    [[nodiscard]] bool isValid() const;

Q_SIGNALS:
    void committed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void judge();
    void refreshLook();
    void showComplaint(bool shown);

    QAction* m_mark;
    QLabel* m_complaint = nullptr; ///< child of the window, so that it may float over what lies below
};

} // namespace attune::widgets
