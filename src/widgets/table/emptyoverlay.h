// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace attune::widgets {

/// What a table without rows says, and what can be done about it.
class EmptyOverlay : public QWidget {
    Q_OBJECT
public:
    explicit EmptyOverlay(QWidget* parent = nullptr);
    /// Plain text; an empty `action` hides the button.
    void setMessage(const QString& text, const QString& action);

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();

    QLabel* m_text;
    QPushButton* m_action;
};

} // namespace attune::widgets
