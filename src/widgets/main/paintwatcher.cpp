// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/paintwatcher.h"

#include <QEvent>
#include <QWidget>

namespace attune::widgets {

PaintWatcher::PaintWatcher(QWidget& widget) : QObject(&widget) { widget.installEventFilter(this); }

bool PaintWatcher::eventFilter(QObject* watched, QEvent* event) {
    if (m_expected && event->type() == QEvent::Paint) {
        m_expected = false;
        // Painting and flushing to the screen happen within one event: the next turn of the loop comes after both.
        QMetaObject::invokeMethod(this, &PaintWatcher::painted, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace attune::widgets
