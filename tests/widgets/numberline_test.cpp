// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/celltextcache.h"
#include "cells/numberline.h"

#include <gtest/gtest.h>

#include <QFontDatabase>
#include <QImage>
#include <QPainter>

namespace attune::widgets {

namespace {

class NumberLineTest : public ::testing::Test {
protected:
    template<class Draw>
    static QImage picture(Draw&& draw) {
        QImage image(300, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setPen(Qt::black);
        draw(painter);
        return image;
    }
    QImage laidOut(const QString& text, const QFont& font) {
        return picture([&](QPainter& painter) {
            const CellLine& line = cache.line(text, 1000, font, font.fixedPitch(), Qt::ElideRight);
            width = line.width;
            height = static_cast<int>(line.text.size().height());
            painter.setFont(font);
            painter.drawStaticText(5, 5, line.text);
        });
    }

    CellTextCache cache;
    int width = 0;
    int height = 0;
};

} // namespace

TEST_F(NumberLineTest, numbers_lookAsIfTheyWereLaidOut) {
    QFont large;
    large.setPointSizeF(large.pointSizeF() * 1.5);
    for (const QFont& font : {QFont(), QFontDatabase::systemFont(QFontDatabase::FixedFont), large}) {
        NumberLine line(font);
        for (const QString& text : {QStringLiteral("1234567890"), QStringLiteral("12:34:56"),
                                    QStringLiteral("2026-06-01 11:17:41"), QStringLiteral("1.25 s"),
                                    QStringLiteral("47 ms"), QStringLiteral("3 h 11 min"), QStringLiteral("#90127")}) {
            cache.clear();
            const QImage expected = laidOut(text, font);
            ASSERT_TRUE(line.set(text));
            EXPECT_EQ(line.width(), width);
            EXPECT_EQ(line.height(), height);
            EXPECT_EQ(picture([&line](QPainter& painter) {
                          line.draw(painter, {5, 5});
                      }),
                      expected)
                << qPrintable(text + u" in " + font.toString());
        }
    }
}

TEST_F(NumberLineTest, otherTexts_areLeftToTheLayout) {
    NumberLine line{QFont()};
    for (const QString& text : {QString(), QStringLiteral("core.timer"), QStringLiteral("—"), QStringLiteral("12 rows"),
                                QStringLiteral("١٢٣"), QStringLiteral("1\u202e2"), QStringLiteral("12…")})
        EXPECT_FALSE(line.set(text)) << qPrintable(text);
}

} // namespace attune::widgets
