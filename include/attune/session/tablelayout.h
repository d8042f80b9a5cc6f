// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/order/sortkey.h"

#include <QJsonObject>
#include <QStringList>
#include <QtGlobal>

#include <vector>

namespace attune::session {

struct ColumnView {
    core::Column column = core::Column::Id;
    int width = 0; ///< device-independent pixels; 0 = the first width
    bool visible = true;
    friend bool operator==(const ColumnView&, const ColumnView&) = default;
};

/// How the columns of the table stand, and what sorts its rows. A value.
struct TableLayout {
    std::vector<ColumnView> columns; ///< every column once, in the order they stand; at least one is visible
    bool automatic = true;           ///< the operator sized nothing: room that is left over is shared out
    core::SortKeys sort{{}};         ///< valid keys
    friend bool operator==(const TableLayout&, const TableLayout&) = default;
};

/// First order, widths and visibility; newest rows first.
[[nodiscard]] TableLayout firstLayout();

[[nodiscard]] QJsonObject layoutToJson(const TableLayout& layout);
/// Reads what can be read, and names each field that had to be left out or changed. Columns that are not named are
/// hidden.
[[nodiscard]] TableLayout layoutFromJson(const QJsonObject& object, QStringList& problems);

} // namespace attune::session
