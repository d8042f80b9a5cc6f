// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/order/sortkey.h"

#include <QMenu>

namespace attune::widgets {

class ColumnHeader;

/// What the rows are sorted by, for the keyboard: the first column, further ones, the direction. Filled each time it
/// opens.
class SortMenu : public QMenu {
    Q_OBJECT
public:
    /// `header` outlives the menu.
    explicit SortMenu(ColumnHeader& header, QWidget* parent = nullptr);

private:
    void fill();
    void addFirstKeys();
    void addFurtherKeys();
    void addDirections();
    [[nodiscard]] std::vector<core::Column> choices() const;
    [[nodiscard]] QString textOf(core::Column column) const;

    ColumnHeader& m_header;
};

} // namespace attune::widgets
