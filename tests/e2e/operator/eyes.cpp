// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "operatoratwork.h"

#include "attune/widgets/theme.h"

#include <QGuiApplication>
#include <QScreen>

// What is to be seen on the screen.
namespace attune::e2e {

namespace {

/// Around everything of this colour; empty when there is nothing.
QRect boundsOf(const QImage& image, const QColor& color, const QRect& within) {
    const QRgb wanted = color.rgb();
    int left = within.right() + 1;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x) {
            if (image.pixel(x, y) != wanted)
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = top < 0 ? y : top;
            bottom = y;
        }
    }
    return right < 0 ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

const widgets::Theme& theme() { return widgets::Theme::light(); }

} // namespace

QImage OperatorAtWork::picture(QRect area) {
    return QGuiApplication::primaryScreen()
        ->grabWindow(0, area.x(), area.y(), area.width(), area.height())
        .toImage()
        .convertToFormat(QImage::Format_RGB32);
}

std::optional<OperatorAtWork::Place> OperatorAtWork::findTable() {
    for (const char* keys : {"ctrl+t", "ctrl+Home", "ctrl+space"}) // selects one of the first rows
        Hands::press(QString::fromLatin1(keys));
    const QImage screen = picture(QGuiApplication::primaryScreen()->geometry());
    Place found;
    found.first = boundsOf(screen, theme().selectedRow, screen.rect());
    constexpr int LeastHeight = 12;
    constexpr int MostHeight = 50;
    if (found.first.height() < LeastHeight || found.first.height() > MostHeight || found.first.width() < 600)
        return std::nullopt;
    // Along the edge, where no cell has text, to where the table ends.
    const auto end = [&screen, edge = found.first.right() - 1](int y, int step) {
        while (screen.rect().contains(edge, y) && screen.pixel(edge, y) == theme().palette.color(QPalette::Base).rgb())
            y += step;
        return y;
    };
    found.bottom = end(found.first.bottom() + 1, 1);
    found.first.moveTop(end(found.first.top() - 1, -1) + 1);
    return found.rows() > 10 ? std::optional(found) : std::nullopt;
}

std::optional<QPoint> OperatorAtWork::pill() const {
    constexpr QSize Reach(400, 80); // in the middle above the lower edge
    const QRect area(place.first.center().x() - Reach.width() / 2, place.bottom - Reach.height(), Reach.width(),
                     Reach.height());
    const QImage image = picture(area);
    const QColor fill = theme().palette.color(QPalette::Active, QPalette::Highlight);
    const QRect bounds = boundsOf(image, fill, image.rect());
    if (bounds.width() < 60 || bounds.height() < 15)
        return std::nullopt;
    return area.topLeft() + bounds.center();
}

void OperatorAtWork::expectStill(QRect area, int notifications) const {
    // A row that the server committed late may still belong among those that are read, and pushes the ones below down.
    const qint64 settled = stat("received") + Late;
    ASSERT_TRUE(await([&] { return stat("received") >= settled; }));
    QImage first;
    ASSERT_TRUE(await([&] { // the last movement of the operator may still be on its way to the screen
        return std::exchange(first, picture(area)) == first;
    }));
    const qint64 end = stat("received") + notifications;
    int looks = 0;
    ASSERT_TRUE(await([&] {
        ++looks;
        return picture(area) != first || stat("received") >= end;
    }));
    const QImage last = picture(area);
    EXPECT_EQ(last, first) << "after " << looks << " looks";
    if (last != first) {
        first.save(QStringLiteral("still-first.png"));
        last.save(QStringLiteral("still-last.png"));
    }
    EXPECT_GE(looks, 10);
}

} // namespace attune::e2e
