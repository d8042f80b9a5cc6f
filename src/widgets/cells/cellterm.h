// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"

#include <QString>

namespace attune::widgets {

/// The expression that holds of the rows that show the same in this column: the whole of a text or number, the second
/// of a time, as much of a span as is written. `value` is the server's word, empty where the cell is; times and spans
/// are RFC 3339 and milliseconds. Empty where there is nothing to ask for.
[[nodiscard]] QString cellTerm(core::Column column, const QString& value);
/// The expression that holds of all other rows.
[[nodiscard]] QString otherCellsTerm(core::Column column, const QString& value);

} // namespace attune::widgets
