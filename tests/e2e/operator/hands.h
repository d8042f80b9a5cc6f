// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QString>
#include <QStringList>

namespace attune::e2e {

/// Mouse and keyboard of the desktop: what they do reaches whatever window is in the way, as with a person's. Places
/// are pixels of the screen.
class Hands {
public:
    enum Button : int { Left = 1, WheelUp = 4, WheelDown = 5 };

    /// Such as "ctrl+shift+j"; names of keys as X has them.
    static void press(const QString& keys);
    static void type(const QString& text);
    /// The pointer is gone from the place afterwards, so that no tool tip covers anything.
    static void click(QPoint place, Button button = Left, int times = 1);

    /// The window manager is at work.
    [[nodiscard]] static bool haveManager();
    [[nodiscard]] static QString activeWindow();
    /// Empty while there is none.
    [[nodiscard]] static QString windowOf(qint64 process);
    static void activate(const QString& window);

private:
    static QString run(const QStringList& arguments);
};

} // namespace attune::e2e
