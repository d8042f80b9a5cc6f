// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/displaytext.h"

#include <gtest/gtest.h>

#include <QChar>

#include <algorithm>
#include <array>
#include <random>

namespace attune::core {
namespace {

QString chars(std::initializer_list<char32_t> codes) {
    return QString::fromUcs4(codes.begin(), static_cast<qsizetype>(codes.size()));
}

QString marked(const char* hex) { return u"\u27E8U+" + QString::fromLatin1(hex) + u"\u27E9"; }

TEST(DisplayText, ordinaryText_isUnchanged) {
    for (const char16_t* text : {u"", u"ops.disk_full", u"a b", u"Überlauf", u"日本語", u"русский", u"عربي", u"🔥 fire",
                                 u"<b>bold</b> & \"quoted\"", u"é", u"e\u0301"}) {
        const QString plain = QString::fromUtf16(text);
        EXPECT_EQ(displayText(plain), plain);
    }
}

TEST(DisplayText, controls_becomeMarks) {
    EXPECT_EQ(displayText(u"a\nb"), u"a" + marked("000A") + u"b");
    EXPECT_EQ(displayText(u"\x1B[31m"), marked("001B") + u"[31m");
    EXPECT_EQ(displayText(QString(QChar(u'\0'))), marked("0000"));
    for (char32_t c = 0; c < 0xA0; ++c) {
        const bool isControl = c < 0x20 || c >= 0x7F;
        EXPECT_EQ(displayText(chars({c})).size() > 1, isControl) << static_cast<unsigned>(c);
    }
}

TEST(DisplayText, bidirectionalOverrides_becomeMarks) {
    EXPECT_EQ(displayText(chars({'c', 'o', 'r', 'e', '.', 0x202E, 'g', 'p', 'j', '.', 'e', 'x', 'e'})),
              u"core." + marked("202E") + u"gpj.exe");
    for (const char32_t c :
         {0x202AU, 0x202BU, 0x202CU, 0x202DU, 0x202EU, 0x2066U, 0x2067U, 0x2068U, 0x2069U, 0x200EU, 0x200FU, 0x061CU})
        EXPECT_TRUE(displayText(chars({c})).startsWith(u"\u27E8U+")) << static_cast<unsigned>(c);
}

TEST(DisplayText, lettersThatImitateLatinOnes_becomeMarksWhereTheyDeceive) {
    EXPECT_EQ(displayText(u"c\u043Ere.shell"), u"c" + marked("043E") + u"re.shell");
    EXPECT_EQ(displayText(u"\u0430dmin"), marked("0430") + u"dmin");
    EXPECT_EQ(displayText(u"a\u03BF\u043E"), u"a" + marked("03BF") + marked("043E"));
    EXPECT_EQ(displayText(u"ops.\u0441\u043E\u0440\u0443"), u"ops.\u0441\u043E\u0440\u0443") << "a word of its own";
    EXPECT_EQ(displayText(u"\u0394t < 5\u00B5s"), u"\u0394t < 5\u00B5s") << "imitates nothing";
    EXPECT_EQ(displayText(u"\u043E_o \u043Eo"), u"\u043E_o " + marked("043E") + u"o") << "word by word";
}

TEST(DisplayText, longWordOfImitations_costsNoMoreThanItsLength) {
    const QString word(100'000, QChar(0x043E));
    EXPECT_EQ(displayText(word, 200'000), word);
    EXPECT_EQ(displayText(QString(word + u'o'), 900'000).size(), 8 * 100'000 + 1);
}

TEST(DisplayText, whatDrawsNothing_becomesAMark) {
    for (const char32_t c : {0x00ADU,  0x034FU,  0x115FU,  0x1160U,  0x17B4U,  0x180BU,  0x180EU,  0x200BU,  0x200CU,
                             0x200DU,  0x2028U,  0x2029U,  0x2060U,  0x2064U,  0x206FU,  0x3164U,  0xFE00U,  0xFE0FU,
                             0xFEFFU,  0xFFA0U,  0xFFF9U,  0xFFFBU,  0xFFFEU,  0xFFFFU,  0xFDD0U,  0x13430U, 0x1BCA0U,
                             0x1D173U, 0x1FFFEU, 0xE0001U, 0xE0041U, 0xE0100U, 0xE01EFU, 0x10FFFFU}) {
        const QString shown = displayText(chars({'a', c, 'b'}));
        EXPECT_TRUE(shown.startsWith(u"a\u27E8U+") && shown.endsWith(u"\u27E9b")) << static_cast<unsigned>(c);
    }
    EXPECT_EQ(displayText(chars({0xE0041})), marked("E0041"));
    EXPECT_EQ(displayText(chars({0x10FFFF})), marked("10FFFF"));
}

TEST(DisplayText, neighboursOfWhatIsHidden_areShown) {
    for (const char32_t c : {0x00A0U, 0x00ACU, 0x00AEU, 0x200AU, 0x2010U, 0x2027U, 0x202FU, 0x205FU, 0x2070U, 0xFDCFU,
                             0xFDF0U, 0xFFFCU, 0xFFFDU, 0xDFFFDU, 0xE1000U, 0x1F525U})
        EXPECT_EQ(displayText(chars({c})), chars({c})) << static_cast<unsigned>(c);
}

TEST(DisplayText, loneSurrogates_becomeMarks) {
    const std::array<char16_t, 3> broken{u'a', char16_t(0xD83D), u'b'};
    EXPECT_EQ(displayText(QStringView(broken)), u"a" + marked("D83D") + u"b");
    const std::array<char16_t, 2> reversed{char16_t(0xDC00), char16_t(0xD83D)};
    EXPECT_EQ(displayText(QStringView(reversed)), marked("DC00") + marked("D83D"));
}

TEST(DisplayText, combiningRun_isCut) {
    const QString stacked = QLatin1Char('a') + QString(10'000, QChar(0x0301)) + QLatin1Char('b');
    EXPECT_EQ(displayText(stacked, 100'000), QLatin1Char('a') + QString(8, QChar(0x0301)) + QLatin1Char('b'));
    const QString enclosed(10'000, QChar(0x20DD));
    EXPECT_EQ(displayText(enclosed, 100'000).size(), 8);
}

TEST(DisplayText, combiningRunsOfDifferentBases_eachHaveTheirOwn) {
    const QString word = QLatin1Char('a') + QString(8, QChar(0x0301)) + QLatin1Char('b') + QString(8, QChar(0x0302));
    EXPECT_EQ(displayText(word), word);
}

TEST(DisplayText, variationRun_isMarkedAndCut) {
    const QString shown = displayText(QString(QLatin1Char('a') + QString(1000, QChar(0xFE0F))));
    EXPECT_EQ(shown.count(marked("FE0F")), 8);
}

TEST(DisplayText, longText_endsInAnEllipsisAtTheLimit) {
    const QString shown = displayText(QString(10'000, QLatin1Char('x')));
    EXPECT_EQ(shown.size(), 4096);
    EXPECT_TRUE(shown.endsWith(QChar(0x2026)));
    EXPECT_EQ(displayText(u"abcdef", 6), QStringLiteral("abcdef"));
    EXPECT_EQ(displayText(u"abcdefg", 6), u"abcde\u2026");
    EXPECT_EQ(displayText(u"äöüßé", 5), u"äöüßé");
    EXPECT_EQ(displayText(u"äöüßéx", 5), u"äöüß\u2026");
}

TEST(DisplayText, limits_areNeverExceeded) {
    const QString hostile = chars({'a', 0x1F525, 0x202E, 0x0301, 0x1F525, 'b', 0xE0041, '\n'}).repeated(20);
    for (qsizetype limit = -1; limit < 200; ++limit) {
        const QString shown = displayText(hostile, limit);
        ASSERT_LE(shown.size(), std::max<qsizetype>(limit, 0));
        if (!shown.isEmpty()) {
            ASSERT_TRUE(shown.isValidUtf16()) << limit;
            ASSERT_EQ(shown.count(QChar(0x27E8)), shown.count(QChar(0x27E9))) << "no mark is cut in two";
        }
    }
}

TEST(DisplayText, pairsAtTheEnd_stayWhole) {
    EXPECT_EQ(displayText(chars({'a', 0x1F525}), 3), chars({'a', 0x1F525}));
    EXPECT_EQ(displayText(chars({'a', 0x1F525, 'b'}), 3), u"a\u2026");
}

TEST(DisplayText, randomTexts_areIdempotentAndHarmless) {
    std::mt19937 random(5);
    const std::array<char32_t, 24> pool{'a',    'b',    '.',    ' ',    '<',    '&',     '\n',    0x1B,
                                        0x9F,   0x301,  0x302,  0x20DD, 0x34F,  0x200D,  0x202E,  0x2066,
                                        0xFE0F, 0xFEFF, 0xD800, 0xDC00, 0x27E8, 0x1F525, 0xE0041, 0x2026};
    for (int i = 0; i < 5000; ++i) {
        QString text;
        for (auto length = random() % 60; length > 0; --length) {
            const char32_t c = pool.at(random() % pool.size());
            text += c > 0xFFFF ? chars({c}) : QString(QChar(static_cast<char16_t>(c)));
        }
        const auto limit = static_cast<qsizetype>(random() % 80);
        const QString shown = displayText(text, limit);
        ASSERT_EQ(displayText(shown, limit), shown) << text.toStdString();
        ASSERT_LE(shown.size(), limit);
        for (const QChar c : shown) {
            ASSERT_NE(c.category(), QChar::Other_Control);
            ASSERT_NE(c.category(), QChar::Other_Format);
        }
    }
}

TEST(ToolTipText, markup_isEscaped) {
    EXPECT_EQ(toolTipText(u"<img src=\"file:///etc/hostname\"> & <b>"),
              QStringLiteral("<p style=\"white-space:pre-wrap\">&lt;img src=&quot;file:///etc/hostname&quot;&gt; &amp; "
                             "&lt;b&gt;</p>"));
    EXPECT_EQ(toolTipText(u"&lt;b"), QStringLiteral("<p style=\"white-space:pre-wrap\">&amp;lt;b</p>"));
}

TEST(ToolTipText, percentSigns_areNoPlaceholders) {
    EXPECT_EQ(toolTipText(u"100%1 %2"), QStringLiteral("<p style=\"white-space:pre-wrap\">100%1 %2</p>"));
}

TEST(ToolTipText, lines_stayLines) {
    EXPECT_EQ(toolTipText(u"a\nb"), QStringLiteral("<p style=\"white-space:pre-wrap\">a<br/>b</p>"));
    EXPECT_EQ(toolTipText(u"a\n"), QStringLiteral("<p style=\"white-space:pre-wrap\">a<br/></p>"));
}

TEST(ToolTipText, empty_showsNoToolTip) { EXPECT_TRUE(toolTipText(u"").isEmpty()); }

TEST(ToolTipText, hostileText_isBoundedInLinesAndLength) {
    const QString many = toolTipText(QString(100'000, QLatin1Char('\n')));
    EXPECT_LE(many.count(QStringLiteral("<br/>")), 40);
    EXPECT_TRUE(many.contains(QChar(0x2026)));
    const QString wide = toolTipText(QString(QStringLiteral("<%1\n")).arg(QString(300, QLatin1Char('x'))).repeated(30));
    EXPECT_LE(wide.count(QLatin1Char('x')), 4096);
    EXPECT_FALSE(toolTipText(QString(100'000, QLatin1Char('<'))).mid(1, 5000).contains(QStringLiteral("<<")));
}

TEST(ToolTipText, bidirectionalOverrides_becomeMarks) {
    EXPECT_TRUE(toolTipText(chars({'a', 0x202E})).contains(marked("202E")));
}

TEST(ActionText, ampersands_areNoMnemonics) {
    EXPECT_EQ(actionText(u"R&D & more"), QStringLiteral("R&&D && more"));
    EXPECT_EQ(actionText(u"a\tCtrl+Q"), u"a" + marked("0009") + u"Ctrl+Q");
    EXPECT_EQ(actionText(QString(100, QLatin1Char('x'))).size(), 60);
}

TEST(TitleText, placesOfMarks_areShown) {
    EXPECT_EQ(titleText(u"ops[*].disk"), QStringLiteral("ops[*][*].disk")) << "which Qt shows as it was";
    EXPECT_EQ(titleText(u"a\nb"), u"a" + marked("000A") + u"b");
    EXPECT_EQ(titleText(QString(200, QLatin1Char('x'))).size(), 120);
}

TEST(ExactText, byteOrderMark_isNotLeftOut) {
    EXPECT_EQ(exactText("\uFEFFops.disk"), u"\uFEFFops.disk");
    EXPECT_EQ(exactText("\uFEFF\uFEFF"), u"\uFEFF\uFEFF");
    EXPECT_EQ(exactText("a\uFEFFb"), u"a\uFEFFb");
    EXPECT_EQ(exactText("Überlauf"), u"Überlauf");
    EXPECT_EQ(exactText({}), QString());
}

} // namespace
} // namespace attune::core
