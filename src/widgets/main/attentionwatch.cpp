// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/attentionwatch.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>
#include <QWindow>

#include <utility>

namespace attune::widgets {

namespace {

[[nodiscard]] bool isInSight(const QWidget* widget) {
    const auto type = widget->windowType();
    return (type == Qt::Window || type == Qt::Dialog) && widget->isVisible() && !widget->isMinimized();
}

} // namespace

AttentionWatch::AttentionWatch(QWidget& window) : QObject(&window) {
    window.installEventFilter(this);
    // Whatever other window comes, it takes the focus along.
    connect(qApp, &QGuiApplication::focusWindowChanged, this, &AttentionWatch::look, Qt::QueuedConnection);
}

bool AttentionWatch::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
        // The window is only then what the event says when everybody has heard of it.
        QMetaObject::invokeMethod(this, &AttentionWatch::look, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void AttentionWatch::look() {
    bool isAttended = false;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (!isInSight(window))
            continue;
        isAttended = true;
        window->installEventFilter(this); // once, however often
    }
    if (std::exchange(m_isAttended, isAttended) != isAttended)
        Q_EMIT changed(isAttended);
}

} // namespace attune::widgets
