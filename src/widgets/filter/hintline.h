// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace attune::widgets {

/// One calm sentence with an optional action behind it; takes no room while there is nothing to say.
class HintLine : public QWidget {
    Q_OBJECT
public:
    explicit HintLine(QWidget* parent = nullptr);
    void setHint(const QString& text, const QString& action);

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();

    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_action;
};

} // namespace attune::widgets
