// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/widgets/badge.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include <set>

namespace attune::widgets {

namespace {

QImage drawn(const Badge& badge, const Theme& theme) {
    QImage image(badgeSize(badge, QFont()), QImage::Format_RGB32);
    image.fill(theme.palette.color(QPalette::Base));
    QPainter painter(&image);
    paintBadge(painter, image.rect(), badge, QFont(), theme);
    return image;
}

} // namespace

TEST(Badge, knownStatuses_differInShapeNotOnlyInColor) {
    std::set<BadgeShape> shapes;
    for (const core::WordCode code :
         {core::Status::Created, core::Status::Processed, core::Status::Disabled, core::Status::FirstOther})
        shapes.insert(statusBadge(code, u"x").shape);
    EXPECT_EQ(shapes.size(), 4U);
    EXPECT_NE(conditionBadge(core::Condition::All, u"all").shape, conditionBadge(core::Condition::Any, u"any").shape);
}

TEST(Badge, wordOfANewerServer_isKeptButMadeSafe) {
    EXPECT_EQ(statusBadge(core::Status::FirstOther, u"paused").text, QStringLiteral("paused"));
    EXPECT_FALSE(statusBadge(core::Status::FirstOther, u"a\u202eb").text.contains(QChar(0x202e)));
    EXPECT_LE(statusBadge(core::Status::FirstOther, QString(10'000, u'w')).text.size(), 41);
    EXPECT_EQ(statusBadge(core::Status::Unknown, u"").text, QStringLiteral("—"));
}

TEST(Badge, painting_usesExactlyTheColorsOfItsTone) {
    for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
        const Badge badge = statusBadge(core::Status::Processed, u"processed");
        const QImage image = drawn(badge, *theme);
        EXPECT_EQ(image.pixelColor(image.width() / 2, 1), theme->goodBadge.background);
        EXPECT_NE(image, drawn(statusBadge(core::Status::Created, u"processed"), *theme));
    }
}

TEST(Badge, narrowArea_keepsTheDrawingInside) {
    const Badge badge = statusBadge(core::Status::Processed, u"processed");
    QImage image(badgeSize(badge, QFont()), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintBadge(painter, QRect(0, 0, 40, image.height()), badge, QFont(), Theme::light());
    painter.end();
    for (int y = 0; y < image.height(); ++y)
        EXPECT_EQ(image.pixelColor(42, y), QColor(Qt::white));
}

TEST(BadgeLabel, setBadge_namesItselfAndResizes) {
    BadgeLabel label;
    label.setBadge(statusBadge(core::Status::Created, u"created"));
    const QSize before = label.sizeHint();
    EXPECT_EQ(label.accessibleName(), QStringLiteral("created"));
    label.setBadge(statusBadge(core::Status::Processed, u"processed"));
    EXPECT_GT(label.sizeHint().width(), before.width());
}

} // namespace attune::widgets
