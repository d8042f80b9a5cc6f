// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/theme.h"
#include "attune/widgets/themedicon.h"

#include <gtest/gtest.h>

#include <QImage>

namespace attune::widgets {

namespace {

/// Pixels that the drawing covers fully, and whether all of them have `color`.
struct Ink {
    int pixels = 0;
    bool allOfColor = true;
};

Ink inkOf(const QImage& image, const QColor& color) {
    Ink ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 255)
                continue;
            ++ink.pixels;
            ink.allOfColor = ink.allOfColor && pixel.rgb() == color.rgb();
        }
    }
    return ink;
}

} // namespace

TEST(ThemedIcon, everyIcon_hasInkInTheColorOfThePalette) {
    const auto names = themedIconNames();
    EXPECT_GE(names.size(), 30);
    for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
        const QColor color = theme->palette.color(QPalette::ButtonText);
        for (const QString& name : names) {
            const Ink ink = inkOf(themedIcon(name, theme->palette).pixmap(64).toImage(), color);
            EXPECT_GT(ink.pixels, 40) << name.toStdString();
            EXPECT_TRUE(ink.allOfColor) << name.toStdString();
        }
    }
}

TEST(ThemedIcon, disabledMode_usesTheDisabledColor) {
    const QPalette& palette = Theme::light().palette;
    const auto image = themedIcon(QStringLiteral("pause"), palette).pixmap(64, QIcon::Disabled).toImage();
    const Ink ink = inkOf(image, palette.color(QPalette::Disabled, QPalette::ButtonText));
    EXPECT_GT(ink.pixels, 0);
    EXPECT_TRUE(ink.allOfColor);
}

TEST(ThemedIcon, highDpi_rendersMorePixelsInsteadOfScaling) {
    const QPixmap pixmap = themedIcon(QStringLiteral("filter"), Theme::light().palette).pixmap(QSize(16, 16), 3.0);
    EXPECT_EQ(pixmap.size(), QSize(48, 48));
    EXPECT_DOUBLE_EQ(pixmap.devicePixelRatio(), 3.0);
}

TEST(ThemedIcon, unknownName_isNull) {
    EXPECT_TRUE(themedIcon(QStringLiteral("no-such-drawing"), QPalette()).isNull());
    EXPECT_FALSE(applicationIcon().isNull());
}

} // namespace attune::widgets
