// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>

class QHeaderView;

namespace attune::widgets {

/// Shows and hides the columns of a header. Filled each time it opens; the last visible column cannot be hidden.
class ColumnMenu : public QMenu {
    Q_OBJECT
public:
    /// `header` outlives the menu.
    explicit ColumnMenu(QHeaderView& header, QWidget* parent = nullptr);

Q_SIGNALS:
    void columnToggled(int column, bool visible);
    void fitRequested();
    void resetRequested();

private:
    void fill();

    QHeaderView& m_header;
};

} // namespace attune::widgets
