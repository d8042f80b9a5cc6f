// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace attune::test {

// Each names what is wrong with a window that is shown and active, one line for each finding; none when all is well.

/// Whatever takes the focus says to assistive technology what it is.
[[nodiscard]] QStringList namelessControls(const QWidget& window);
/// Tab comes to every control, from the top to the bottom and on a line in reading order.
[[nodiscard]] QStringList tabProblems(QWidget& window);
/// No key and no letter under Alt, in the window or in one of its menus, means two things.
[[nodiscard]] QStringList keyClashes(const QWidget& window);
/// Every shortcut there is is listed on F1.
[[nodiscard]] QStringList unlistedShortcuts(const QWidget& window);
/// Nothing lies on something else, outside of its parent, or has less room than its text needs.
[[nodiscard]] QStringList layoutProblems(const QWidget& window);

} // namespace attune::test
