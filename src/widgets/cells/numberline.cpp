// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/numberline.h"

#include <QGlyphRun>
#include <QPainter>
#include <QtMath>

namespace attune::widgets {

namespace {

// The letters are units of time. No pair of these signs is kerned or joined in fonts made for screens.
constexpr QLatin1String Signs("0123456789 :.,-+#dhimns");

} // namespace

NumberLine::NumberLine(const QFont& font) : m_font(font), m_raw(QRawFont::fromFont(font)) {
    if (!m_raw.isValid())
        return;
    m_height = qCeil(m_raw.ascent() + m_raw.descent());
    const QList<quint32> glyphs = m_raw.glyphIndexesForString(Signs);
    const QList<QPointF> advances = m_raw.advancesForGlyphIndexes(glyphs);
    if (glyphs.size() != Signs.size() || advances.size() != Signs.size())
        return;
    for (qsizetype i = 0; i < Signs.size(); ++i)
        m_signs.at(QChar(Signs.at(i)).unicode()) = {glyphs[i], advances[i].x()};
}

bool NumberLine::set(QStringView text) {
    if (text.isEmpty() || !(text.front().isDigit() || text.front() == u'#'))
        return false; // the name of something, which will be seen again
    m_glyphs.clear();
    m_places.clear();
    qreal x = 0;
    for (const QChar character : text) {
        const Sign sign = character.unicode() < m_signs.size() ? m_signs[character.unicode()] : Sign{};
        if (sign.glyph == 0)
            return false;
        m_glyphs.append(sign.glyph);
        m_places.append({x, m_raw.ascent()});
        x += sign.advance;
    }
    m_width = qCeil(x);
    return true;
}

void NumberLine::draw(QPainter& painter, QPointF topLeft) const {
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setRawData(m_glyphs.constData(), m_places.constData(), static_cast<int>(m_glyphs.size()));
    painter.drawGlyphRun(topLeft, run);
}

} // namespace attune::widgets
