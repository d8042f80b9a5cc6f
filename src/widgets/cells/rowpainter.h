// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cells/rowlook.h"

#include <QPixmap>
#include <QRegion>

#include <cstdint>
#include <optional>
#include <vector>

class QPainter;

namespace attune::widgets {

class EnforcementDelegate;

/// The rows of the enforcement table as pixels. Painting text is nearly all that a live table costs, so a row is
/// painted once and copied from then on, and of a row that changed only the cells that show something else are painted
/// again. Knows what it painted last, and so what has to be painted now.
class RowPainter {
public:
    /// `delegate` outlives the painter.
    explicit RowPainter(EnforcementDelegate& delegate) : m_delegate(delegate) {}

    /// Paints at least the part `region` of a viewport that is to show `screen`.
    void paint(QPainter& painter, const Screen& screen, const QRegion& region);
    /// How far most of the rows have moved down, in pixels, since they were painted; 0 when it is not worth moving
    /// them.
    [[nodiscard]] int shift(const Screen& screen) const;
    /// The pixels were moved down by so much; what came free will be painted.
    void onScrolled(const Screen& screen, int shift);
    /// The part of the viewport that does not show `screen` yet.
    [[nodiscard]] QRegion outdated(const Screen& screen) const;
    /// The rows that show other values than when they were painted last.
    [[nodiscard]] std::vector<core::Id> changed(const Screen& screen) const;
    /// Colours or texts are different from now on in a way no look tells.
    void clear();

    /// Since the start: what frames cost.
    [[nodiscard]] std::uint64_t cellsPainted() const { return m_cellsPainted; }

    /// Width of the mark of unseen rows.
    static constexpr int BarWidth = 3;
    /// With larger screens every row is painted anew each time.
    static constexpr qint64 MaxSheetBytes = 40 * 1024 * 1024;

private:
    struct Slot {
        std::optional<RowLook> look; ///< what this strip of the sheet shows
        bool isTaken = false;        ///< by a row of the present screen
    };
    struct Seen {
        Stationery stationery;
        int height = -1;
        int top = 0;
        std::vector<std::optional<RowLook>> rows;
    };

    [[nodiscard]] bool prepareSheet(const Screen& screen, qreal ratio);
    void copyRows(QPainter& painter, const Screen& screen, const QRegion& region, const std::vector<std::size_t>& rows);
    /// Of the rows to paint, how many have no picture in the sheet.
    [[nodiscard]] std::size_t findSlots(const Screen& screen, const std::vector<std::size_t>& rows);
    [[nodiscard]] bool isFlood(const Screen& screen, const std::vector<std::size_t>& rows, std::size_t newRows);
    void assignSlots(const std::vector<std::size_t>& rows);
    void refreshSlots(const Screen& screen, const std::vector<std::size_t>& rows);
    void paintCells(QPainter& painter, const Screen& screen, const RowLook& look, int top, ColumnSet columns);
    void remember(const Screen& screen, const QRegion& region);

    EnforcementDelegate& m_delegate;
    QPixmap m_sheet;
    qreal m_ratio = 0;
    Stationery m_stationery; ///< what the sheet is painted for
    std::vector<Slot> m_slots;
    std::size_t m_newScreens = 0;         ///< in a row: those with hardly a row of the one before
    std::vector<std::size_t> m_slotOfRow; ///< by position on the screen
    Seen m_seen;
    std::uint64_t m_cellsPainted = 0;
};

} // namespace attune::widgets
