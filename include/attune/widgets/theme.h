// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/vocabulary.h"

#include <QColor>
#include <QPalette>

namespace attune::widgets {

/// Text on a filled shape; the contrast of the pair is at least 4.5:1.
struct ColorPair {
    QColor background;
    QColor foreground;
    friend bool operator==(const ColorPair&, const ColorPair&) = default;
};

/// What a colour says, so that every place says it alike.
enum class Tone : std::uint8_t { Neutral, Info, Good, Warning, Bad };

/// Every colour of the program: Qt's palette and the meanings Qt has no role for. There are exactly two, light and
/// dark. Every text colour reaches a contrast of 4.5:1 on every background it is drawn on.
struct Theme {
    bool dark = false;
    QPalette palette;
    QColor accent;
    QColor secondaryText;
    QColor line;                ///< separators
    QColor controlBorder;       ///< around fields and check boxes: at least 3:1 where they stand
    QColor selectedRow;         ///< behind the cells of selected rows; text keeps its colours
    QColor selectedRowInactive; ///< the same while another window is active
    QColor hoveredRow;
    QColor glow;      ///< behind a row that just changed
    QColor unseenBar; ///< left edge of a row nobody has seen yet
    QColor errorText; ///< complaints next to a field
    ColorPair neutralBadge;
    ColorPair infoBadge;
    ColorPair goodBadge;
    ColorPair warningBadge;
    ColorPair badBadge;

    [[nodiscard]] static const Theme& light();
    [[nodiscard]] static const Theme& darkTheme();
    /// The theme whose colours `palette` carries, so that a widget needs nothing but its own palette; on
    /// QEvent::PaletteChange it asks again.
    [[nodiscard]] static const Theme& of(const QPalette& palette);

    [[nodiscard]] const ColorPair& badge(Tone tone) const;
    /// For shapes and dots, not for text: at least 3:1 on windows and tables.
    [[nodiscard]] QColor signal(Tone tone) const;
};

/// Tone of an enforcement status, words of newer servers included.
[[nodiscard]] Tone statusTone(core::WordCode status);

/// WCAG 2 contrast of two opaque colours, 1 … 21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

} // namespace attune::widgets
