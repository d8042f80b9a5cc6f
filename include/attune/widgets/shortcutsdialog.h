// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QTreeWidget;

namespace attune::widgets {

/// Every shortcut of a window, read from its actions, so that the list cannot be out of date.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    /// Lists the actions of `window` and of the widgets below it, grouped by menu.
    explicit ShortcutsDialog(const QWidget& window, QWidget* parent = nullptr);

private:
    QTreeWidget* m_list = nullptr;
};

} // namespace attune::widgets
