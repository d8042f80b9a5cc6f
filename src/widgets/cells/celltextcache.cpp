// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/celltextcache.h"

#include "attune/core/displaytext.h"

#include <QFontMetrics>

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

} // namespace

CellTextCache::CellTextCache() : m_lines(MaxLines) {}

const CellLine& CellTextCache::line(const QString& raw, int width, const QFont& font, bool monospace,
                                    Qt::TextElideMode elide) {
    const Key key{raw, width, monospace};
    if (const CellLine* known = m_lines.object(key))
        return *known;
    const QFontMetrics metrics(font);
    const QString safe = core::displayText(cutInTheMiddle(raw), 2 * LongestDrawn);
    auto* fresh = new CellLine;
    const QString shown = metrics.elidedText(safe, elide, width);
    fresh->text.setTextFormat(Qt::PlainText);
    fresh->text.setText(shown);
    fresh->text.setPerformanceHint(QStaticText::AggressiveCaching);
    fresh->text.prepare({}, font);
    fresh->width = metrics.horizontalAdvance(shown);
    m_lines.insert(key, fresh);
    return *m_lines.object(key);
}

} // namespace attune::widgets
