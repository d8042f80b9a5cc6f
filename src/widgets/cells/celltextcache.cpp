// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/celltextcache.h"

#include "attune/core/displaytext.h"

#include <QFontMetrics>
#include <QtMath>

namespace attune::widgets {

namespace {

constexpr int MaxLines = 8000;          // some hundred screens
constexpr qsizetype LongestDrawn = 600; // no screen shows more; eliding thousands of characters takes milliseconds

/// Keeps both ends: refs differ at their end.
QString cutInTheMiddle(const QString& raw) {
    if (raw.size() <= LongestDrawn)
        return raw;
    return raw.first(LongestDrawn / 2) + u'…' + raw.last(LongestDrawn / 2);
}

void layOut(CellLine& line, const QString& text, const QFont& font) {
    line.text.setText(text);
    line.text.prepare({}, font);
    line.width = qCeil(line.text.size().width());
}

} // namespace

CellTextCache::CellTextCache() : m_lines(MaxLines) {}

const CellLine& CellTextCache::line(const QString& raw, int width, const QFont& font, bool monospace,
                                    Qt::TextElideMode elide) {
    const Key key{raw, width, monospace};
    if (const CellLine* known = m_lines.object(key))
        return *known;
    const QString safe = core::displayText(cutInTheMiddle(raw), 2 * LongestDrawn);
    auto* fresh = new CellLine;
    fresh->text.setTextFormat(Qt::PlainText);
    fresh->text.setPerformanceHint(QStaticText::AggressiveCaching);
    // Laying out is what takes time: once for what fits, which is nearly everything.
    layOut(*fresh, safe, font);
    if (fresh->width > width)
        layOut(*fresh, QFontMetrics(font).elidedText(safe, elide, width), font);
    m_lines.insert(key, fresh);
    return *m_lines.object(key);
}

} // namespace attune::widgets
