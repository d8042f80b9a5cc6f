// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/widgets/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace attune::widgets {

/// One sentence across the top of a window, with at most one thing to do about it. Takes no room while there is nothing
/// to say, and never covers anything.
class NoticeBar : public QWidget {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// `sentence` may hold text of the server; `action` is the text of the button, or empty.
    void showNotice(Tone tone, const QString& sentence, const QString& action = {});
    void clear();
    [[nodiscard]] QString text() const;
    /// A permanent notice cannot be put away by the operator.
    void setDismissible(bool dismissible);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateColors();

    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    Tone m_tone = Tone::Info;
};

} // namespace attune::widgets
