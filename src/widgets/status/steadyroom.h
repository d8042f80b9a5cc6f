// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace attune::widgets {

/// Room for a label whose text changes all the time. A label in a layout has everything around it measured and placed
/// anew for every text; this one fills its room, which grows when a text needs more.
class SteadyRoom : public QWidget {
    Q_OBJECT
public:
    /// Owns the label from now on.
    explicit SteadyRoom(QLabel* label, QWidget* parent = nullptr);

    void setText(const QString& text);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    QLabel* m_label;
    QString m_shape;               ///< of the text
    bool m_hasEqualDigits = false; ///< all as wide as each other
};

} // namespace attune::widgets
