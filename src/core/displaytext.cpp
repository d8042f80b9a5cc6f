// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/displaytext.h"

#include <QChar>
#include <QStringList>

namespace attune::core {

namespace {

constexpr int MaxCombiningRun = 8;

[[nodiscard]] bool mustBeShownAsMark(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
        return true; // C0, DEL, C1
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || c == 0x061C || c == 0x180E || c == 0x00AD || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF) || (c >= 0xD800 && c <= 0xDFFF) ||
           (c & 0xFFFE) == 0xFFFE;
}

[[nodiscard]] QString mark(char32_t c) {
    return QStringLiteral("\u27E8U+%1\u27E9").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
}

[[nodiscard]] bool needsNoWork(QStringView text, qsizetype limit) {
    if (text.size() > limit)
        return false;
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || c.unicode() > 0x7E)
            return false;
    }
    return true;
}

} // namespace

QString displayText(QStringView text, qsizetype limit) {
    if (needsNoWork(text, limit))
        return text.toString();
    QString shown;
    shown.reserve(std::min(text.size(), limit) + 16);
    int combining = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
        i += c > 0xFFFF ? 1 : 0;
        combining = QChar::category(c) == QChar::Mark_NonSpacing || QChar::category(c) == QChar::Mark_Enclosing
                        ? combining + 1
                        : 0;
        if (combining > MaxCombiningRun)
            continue;
        const QString piece = mustBeShownAsMark(c) ? mark(c) : QString::fromUcs4(&c, 1);
        if (shown.size() + piece.size() > limit - (i + 1 < text.size() ? 1 : 0)) {
            shown += QChar(0x2026);
            break;
        }
        shown += piece;
    }
    return shown;
}

QString toolTipText(QStringView text, qsizetype limit) {
    QStringList lines;
    for (const auto line : text.split(u'\n'))
        lines += displayText(line, limit).toHtmlEscaped();
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(lines.join(QStringLiteral("<br/>")));
}

QString actionText(QStringView text, qsizetype limit) {
    return displayText(text, limit).replace(u'&', QStringLiteral("&&"));
}

} // namespace attune::core
