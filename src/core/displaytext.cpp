// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/displaytext.h"

#include <QChar>
#include <QStringList>

#include <algorithm>
#include <array>

namespace attune::core {

namespace {

constexpr int MaxCombiningRun = 8;
constexpr int MaxToolTipLines = 40;
constexpr char16_t Ellipsis = u'\u2026';

struct Range {
    char32_t first;
    char32_t last;
};

/// Characters that draw nothing, reorder their surroundings or are no characters at all, in ascending order: controls,
/// the default-ignorable characters of Unicode, interlinear marks, joiners of hieroglyphs, surrogates and
/// noncharacters.
constexpr std::array Invisible{
    Range{0x0000, 0x001F},   Range{0x007F, 0x009F},   Range{0x00AD, 0x00AD},   Range{0x034F, 0x034F},
    Range{0x061C, 0x061C},   Range{0x115F, 0x1160},   Range{0x17B4, 0x17B5},   Range{0x180B, 0x180F},
    Range{0x200B, 0x200F},   Range{0x2028, 0x202E},   Range{0x2060, 0x206F},   Range{0x3164, 0x3164},
    Range{0xD800, 0xDFFF},   Range{0xFDD0, 0xFDEF},   Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},
    Range{0xFFA0, 0xFFA0},   Range{0xFFF0, 0xFFFB},   Range{0x13430, 0x1343F}, Range{0x1BCA0, 0x1BCA3},
    Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF},
};

[[nodiscard]] bool mustBeShownAsMark(char32_t c) {
    const auto range = std::lower_bound(Invisible.begin(), Invisible.end(), c,
                                        [](const Range& candidate, char32_t value) { return candidate.last < value; });
    return (range != Invisible.end() && range->first <= c) || (c & 0xFFFE) == 0xFFFE;
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

/// Cyrillic and Greek letters that are drawn like Latin ones, in ascending order.
constexpr std::array Lookalikes{
    0x0391U, 0x0392U, 0x0395U, 0x0396U, 0x0397U, 0x0399U, 0x039AU, 0x039CU, 0x039DU, 0x039FU, 0x03A1U, 0x03A4U,
    0x03A5U, 0x03A7U, 0x03BDU, 0x03BFU, 0x03F2U, 0x03F3U, 0x0405U, 0x0406U, 0x0408U, 0x0410U, 0x0412U, 0x0415U,
    0x041AU, 0x041CU, 0x041DU, 0x041EU, 0x0420U, 0x0421U, 0x0422U, 0x0423U, 0x0425U, 0x0430U, 0x0435U, 0x043EU,
    0x0440U, 0x0441U, 0x0443U, 0x0445U, 0x0455U, 0x0456U, 0x0458U, 0x04BBU, 0x0501U, 0x051BU, 0x051DU,
};

/// One word after the other of a text that is walked through: whether a letter of it is there to deceive.
class Disguises {
public:
    explicit Disguises(QStringView text) : m_text(text) {}

    /// `c` begins at `at`, not before the last one asked for.
    [[nodiscard]] bool holds(char32_t c, qsizetype at) {
        if (!std::binary_search(Lookalikes.begin(), Lookalikes.end(), static_cast<unsigned>(c)))
            return false;
        if (at >= m_end)
            lookAtWord(at);
        return m_hasLatin;
    }

private:
    void lookAtWord(qsizetype at) {
        qsizetype begin = at;
        while (begin > m_end && m_text[begin - 1].isLetter())
            --begin;
        m_hasLatin = false;
        for (m_end = begin; m_end < m_text.size() && m_text[m_end].isLetter(); ++m_end)
            m_hasLatin = m_hasLatin || m_text[m_end].script() == QChar::Script_Latin;
    }

    QStringView m_text;
    qsizetype m_end = 0;
    bool m_hasLatin = false;
};

[[nodiscard]] bool isCombining(char32_t c) {
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

} // namespace

QString exactText(std::string_view utf8) {
    constexpr std::string_view Mark = "\uFEFF";
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (utf8.starts_with(Mark))
        text.prepend(QChar(u'\uFEFF'));
    return text;
}

QString displayText(QStringView text, qsizetype limit) {
    if (limit <= 0)
        return {};
    if (needsNoWork(text, limit))
        return text.toString();
    QString shown;
    shown.reserve(std::min(text.size(), limit) + 16);
    int combining = 0;
    Disguises disguises(text);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype at = i;
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        combining = isCombining(c) ? combining + 1 : 0;
        if (combining > MaxCombiningRun)
            continue;
        const bool isMarked = mustBeShownAsMark(c) || disguises.holds(c, at);
        const QString piece = isMarked ? mark(c) : QString::fromUcs4(&c, 1);
        if (shown.size() + piece.size() > limit - (i + 1 < text.size() ? 1 : 0)) {
            shown += QChar(Ellipsis);
            break;
        }
        shown += piece;
    }
    return shown;
}

QString toolTipText(QStringView text, qsizetype limit) {
    if (text.isEmpty())
        return {};
    QStringList lines;
    for (qsizetype from = 0; from <= text.size() && limit > 0;) {
        if (lines.size() == MaxToolTipLines) {
            lines += QString(QChar(Ellipsis));
            break;
        }
        const qsizetype found = text.indexOf(u'\n', from);
        const qsizetype end = found < 0 ? text.size() : found;
        const QString line = displayText(text.sliced(from, end - from), limit);
        limit -= line.size() + 1;
        lines += line.toHtmlEscaped();
        from = end + 1;
    }
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(lines.join(QStringLiteral("<br/>")));
}

QString actionText(QStringView text, qsizetype limit) {
    return displayText(text, limit).replace(u'&', QStringLiteral("&&"));
}

QString titleText(QStringView text, qsizetype limit) {
    return displayText(text, limit).replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
}

} // namespace attune::core
