// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/core/enforcement.h"

#include <QStyleOptionViewItem>

#include <bitset>
#include <vector>

namespace attune::widgets {

struct Theme;

using ColumnSet = std::bitset<core::ColumnCount>;

/// Everything that decides how a row of the table looks: rows of equal looks are equal pictures.
struct RowLook {
    core::EnforcementRow row;                               ///< without what no cell shows
    QString traceTag;                                       ///< if it is shown
    std::optional<std::chrono::microseconds> sincePrevious; ///< if it is shown
    core::UtcMicros ageSeconds = -1;                        ///< of a row whose age is shown
    core::UtcMicros clock = 0;                              ///< what is seen of the present time in other cells
    int focusColumn = -1;
    int glow = 0;   ///< how strong: 0 … ChangeGlow::Steps
    int fading = 0; ///< how faint: 0 … RowFade::Steps
    bool isUnseen = false;
    bool isSelected = false;
    bool isActive = false; ///< of the window; matters to what is selected

    friend bool operator==(const RowLook&, const RowLook&) = default;
};

/// `shown`: the columns in sight; what others show does not matter.
[[nodiscard]] RowLook rowLook(const core::EnforcementRow& row, core::TimeStyle style, core::UtcMicros now,
                              ColumnSet shown);
/// The columns in which two looks of one row differ.
[[nodiscard]] ColumnSet differences(const RowLook& a, const RowLook& b);

/// What all rows of the table have in common.
struct Stationery {
    struct Cell {
        core::Column column = core::Column::Id;
        int left = 0; ///< in the viewport
        int width = 0;
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    std::vector<Cell> cells; ///< those in sight
    [[nodiscard]] ColumnSet columns() const {
        ColumnSet set;
        for (const Cell& cell : cells)
            set.set(static_cast<std::size_t>(cell.column));
        return set;
    }
    int width = 0; ///< of the viewport
    int rowHeight = 1;
    QFont font;
    const Theme* theme = nullptr;
    core::TimeStyle timeStyle = core::TimeStyle::Local;

    friend bool operator==(const Stationery&, const Stationery&) = default;
};

/// What a viewport is to show at one instant.
struct Screen {
    Stationery stationery;
    int height = 0;            ///< of the viewport
    int top = 0;               ///< of the first row, 0 or negative
    std::vector<RowLook> rows; ///< from the first one in sight downwards
    QStyleOptionViewItem option;

    [[nodiscard]] QRect rect() const { return {0, 0, stationery.width, height}; }
    [[nodiscard]] QRect rowRect(std::size_t position) const {
        return {0, top + static_cast<int>(position) * stationery.rowHeight, stationery.width, stationery.rowHeight};
    }
};

} // namespace attune::widgets
