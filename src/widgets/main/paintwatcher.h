// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace attune::widgets {

/// Tells when a widget has painted what it was given.
class PaintWatcher : public QObject {
    Q_OBJECT
public:
    explicit PaintWatcher(QWidget& widget);

    /// The widget was given something new: the next painting counts.
    void expect() { m_expected = true; }

Q_SIGNALS:
    /// After the picture went to the screen.
    void painted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_expected = false;
};

} // namespace attune::widgets
