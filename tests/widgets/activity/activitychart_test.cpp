// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "activity/activitychart.h"
#include "support/printers.h"
#include "support/rows.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QImage>
#include <QPainter>

namespace attune::widgets {
namespace {

using core::ActivityBuckets;
using core::Status::Created;
using core::Status::Disabled;
using core::Status::FirstOther;
using core::Status::Processed;

class ActivityChartTest : public ::testing::TestWithParam<bool> {
protected:
    void add(int second, core::WordCode status, int count, std::int64_t tookMs = 0) {
        core::EnforcementRow row;
        row.created = test::second(second);
        row.status = status;
        row.resolvedAt = tookMs > 0 ? row.created + tookMs * 1'000 : core::NullTime;
        for (int i = 0; i < count; ++i)
            buckets.add(row);
    }
    [[nodiscard]] ActivityChart chart() const { return {buckets, area, theme(), QApplication::font()}; }
    [[nodiscard]] static const Theme& theme() { return GetParam() ? Theme::darkTheme() : Theme::light(); }
    [[nodiscard]] QImage picture() const {
        QImage image(area.size(), QImage::Format_RGB32);
        image.fill(theme().palette.color(QPalette::Window));
        QPainter painter(&image);
        chart().paint(painter, test::second(100));
        return image;
    }
    /// Which pixels of the bucket's bar are drawn on, whatever their colour.
    [[nodiscard]] QImage shape(std::size_t bucket) const {
        const QRect bar = chart().rectOf(bucket);
        QImage image = picture().copy(bar.left(), bar.top(), 24, 36);
        const QRgb nothing = theme().palette.color(QPalette::Window).rgb();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                image.setPixel(x, y, image.pixel(x, y) == nothing ? qRgb(255, 255, 255) : qRgb(0, 0, 0));
        }
        return image;
    }

    ActivityBuckets buckets;
    const QRect area{0, 0, 1'000, ActivityChart::heightFor(QApplication::font())};
};

INSTANTIATE_TEST_SUITE_P(BothThemes, ActivityChartTest, ::testing::Bool());

TEST_P(ActivityChartTest, statuses_haveShapesOfTheirOwn) {
    int second = 0;
    for (const core::WordCode status : {Created, Processed, Disabled, FirstOther})
        add(second++, status, 10);
    for (std::size_t a = 0; a < 4; ++a) {
        for (std::size_t b = a + 1; b < 4; ++b)
            EXPECT_NE(shape(a), shape(b)) << a << " and " << b;
    }
}

TEST_P(ActivityChartTest, heights_areSharesOfTheCeiling) {
    add(0, Processed, 30);
    add(1, Processed, 7);
    EXPECT_EQ(chart().ceiling(), 50U);
    const auto height = [this](std::size_t bucket) {
        const QImage bar = shape(bucket);
        int rows = 0;
        for (int y = 0; y < bar.height(); ++y)
            rows += bar.pixel(5, y) == qRgb(0, 0, 0) ? 1 : 0;
        return rows;
    };
    EXPECT_EQ(height(0), 36 * 30 / 50);
    EXPECT_EQ(height(1), 36 * 7 / 50);
}

TEST_P(ActivityChartTest, oneAmongThousands_isStillSeen) {
    add(0, Processed, 5'000);
    add(1, Created, 1);
    bool isSeen = false;
    const QImage bar = shape(1);
    for (int x = 0; x < bar.width(); ++x)
        isSeen = isSeen || bar.pixel(x, bar.height() - 1) == qRgb(0, 0, 0);
    EXPECT_TRUE(isSeen);
}

TEST_P(ActivityChartTest, everyPixel_belongsToTheBucketDrawnThere) {
    add(0, Created, 1);
    buckets.reach(test::second(150));
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const QRect place = chart().rectOf(i);
        EXPECT_EQ(chart().bucketAt(place.left()), i);
        EXPECT_EQ(chart().bucketAt(place.right()), i);
    }
    EXPECT_EQ(chart().bucketAt(-50), std::size_t{0});
    EXPECT_EQ(chart().bucketAt(5'000), buckets.size() - 1);
}

TEST_P(ActivityChartTest, took_isDrawnWhereItIsKnown) {
    add(0, Processed, 10, 100);
    add(1, Processed, 10, 10'000);
    const QImage before = picture();
    add(2, Processed, 10);
    EXPECT_NE(before, picture());
    EXPECT_TRUE(bucketWords(buckets, {0, 0}, test::second(100)).contains(QStringLiteral("took p50 ")));
    EXPECT_FALSE(bucketWords(buckets, {2, 2}, test::second(100)).contains(QStringLiteral("took")));
}

TEST_P(ActivityChartTest, nothing_isDrawnWithoutHarm) {
    EXPECT_FALSE(chart().bucketAt(100));
    EXPECT_FALSE(picture().isNull());
}

TEST(ActivityWords, aBucket_isSaidStatusByStatus) {
    ActivityBuckets buckets;
    core::EnforcementRow row;
    row.created = test::second(0);
    row.status = Created;
    buckets.add(row);
    row.status = Disabled;
    buckets.add(row);
    buckets.add(row);
    buckets.reach(test::second(1));
    EXPECT_TRUE(bucketWords(buckets, {0, 0}, test::second(5)).endsWith(QStringLiteral("\ncreated: 1\ndisabled: 2")));
    EXPECT_TRUE(bucketWords(buckets, {1, 1}, test::second(5)).endsWith(QStringLiteral("\nnothing")));
    EXPECT_TRUE(bucketWords(buckets, {0, 1}, test::second(5)).endsWith(QStringLiteral("\ncreated: 1\ndisabled: 2")));
    EXPECT_EQ(widthWords(std::chrono::minutes(15)), QStringLiteral("15 min"));
    EXPECT_EQ(widthWords(std::chrono::milliseconds(20)), QStringLiteral("20 ms"));
}

} // namespace
} // namespace attune::widgets
