// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QPointF>
#include <QRawFont>
#include <QStringView>
#include <QVarLengthArray>

#include <array>

class QPainter;

namespace attune::widgets {

/// Draws what consists of digits and the signs beside them: ids, times and durations, nearly each of which is new on
/// the screen. Each sign is looked up in the font once; to lay such a text out takes twenty times as long.
class NumberLine {
public:
    explicit NumberLine(const QFont& font);

    [[nodiscard]] const QFont& font() const { return m_font; }
    /// Takes `text`; false when it is no such text or the font lacks one of its signs.
    [[nodiscard]] bool set(QStringView text);
    /// Of the text that was set, in pixels.
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    /// The text that was set, in the pen of the painter.
    void draw(QPainter& painter, QPointF topLeft) const;

private:
    struct Sign {
        quint32 glyph = 0; ///< 0: not one of ours
        qreal advance = 0;
    };

    QFont m_font;
    QRawFont m_raw;
    std::array<Sign, 128> m_signs; ///< by ASCII
    QVarLengthArray<quint32, 32> m_glyphs;
    QVarLengthArray<QPointF, 32> m_places;
    int m_width = 0;
    int m_height = 0;
};

} // namespace attune::widgets
