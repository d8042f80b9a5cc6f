// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "viewfixture.h"

#include "attune/widgets/theme.h"

#include <QImage>

#include <set>

// What cells look like: read from the pixels of a real view.
namespace attune::widgets {

namespace {

using core::Column;

class EnforcementDelegateTest : public ViewFixture {
protected:
    EnforcementDelegateTest() { view.setPalette(Theme::light().palette); }

    QImage cell(core::Id id, Column column) const {
        return view.viewport()
            ->grab(view.visualRect(proxy.index(proxy.rowOfId(id), static_cast<int>(column))))
            .toImage();
    }
    static std::set<QRgb> colors(const QImage& image) {
        std::set<QRgb> found;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found.insert(image.pixel(x, y) | 0xff000000U);
        }
        return found;
    }
    static bool has(const QImage& image, const QColor& color) { return colors(image).contains(color.rgb()); }
    /// Distance of the ink from the right edge.
    static int gapAtTheRight(const QImage& image) {
        const QRgb paper = image.pixel(image.width() - 1, 0);
        for (int x = image.width() - 1; x >= 0; --x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixel(x, y) != paper)
                    return image.width() - 1 - x;
            }
        }
        return image.width();
    }
};

} // namespace

TEST_F(EnforcementDelegateTest, badges_haveTheColorsOfTheirStatusEvenWhenSelected) {
    const auto created = nextRow();
    const auto done = test::resolved(nextRow());
    const auto disabled = test::resolved(nextRow(), core::Status::Disabled);
    table.apply(test::batch(created, done, disabled));
    showView();
    const Theme& theme = Theme::light();
    view.selectAll();
    settle();
    EXPECT_TRUE(has(cell(created.id, Column::Status), theme.infoBadge.background));
    EXPECT_TRUE(has(cell(done.id, Column::Status), theme.goodBadge.background));
    EXPECT_TRUE(has(cell(disabled.id, Column::Status), theme.neutralBadge.background));
    EXPECT_TRUE(has(cell(done.id, Column::Status), theme.selectedRow));
    EXPECT_TRUE(has(cell(done.id, Column::Rule), theme.palette.color(QPalette::Text)));
}

TEST_F(EnforcementDelegateTest, numbersAndTimes_endAtTheRight) {
    load(3);
    showView();
    for (const Column column : {Column::Id, Column::Event, Column::Created, Column::Took})
        EXPECT_LE(gapAtTheRight(cell(2, column)), 12) << core::columnInfo(column).key;
    EXPECT_GT(gapAtTheRight(cell(2, Column::Rule)), 12);
}

TEST_F(EnforcementDelegateTest, longRefs_loseTheirMiddle) {
    const auto first = nextRow(std::string(200, 'a') + "b" + std::string(200, 'c') + ".x");
    const auto otherMiddle = nextRow(std::string(200, 'a') + "z" + std::string(200, 'c') + ".x");
    const auto otherEnd = nextRow(std::string(200, 'a') + "b" + std::string(200, 'c') + ".y");
    table.apply(test::batch(first, otherMiddle, otherEnd));
    showView();
    EXPECT_EQ(cell(first.id, Column::Rule), cell(otherMiddle.id, Column::Rule));
    EXPECT_NE(cell(first.id, Column::Rule), cell(otherEnd.id, Column::Rule));
}

TEST_F(EnforcementDelegateTest, markupAndControlCharacters_areDrawnAsText) {
    const auto markup = nextRow("<b>x</b>");
    const auto plain = nextRow("x");
    const auto reversed = nextRow("ab\xE2\x80\xAE"
                                  "cd"); // a right-to-left override
    const auto harmless = nextRow("abcd");
    const auto huge = nextRow(std::string(10'000, 'w'));
    table.apply(test::batch(markup, plain, reversed, harmless, huge));
    showView();
    EXPECT_NE(cell(markup.id, Column::Rule), cell(plain.id, Column::Rule));
    EXPECT_LT(gapAtTheRight(cell(markup.id, Column::Rule)), gapAtTheRight(cell(plain.id, Column::Rule)) - 20);
    EXPECT_LT(gapAtTheRight(cell(reversed.id, Column::Rule)), gapAtTheRight(cell(harmless.id, Column::Rule)) - 20);
    EXPECT_GT(gapAtTheRight(cell(huge.id, Column::Rule)), 0);
}

TEST_F(EnforcementDelegateTest, otherTheme_repaintsInItsColors) {
    load(3);
    showView();
    EXPECT_TRUE(has(cell(2, Column::Status), Theme::light().infoBadge.background));
    view.setPalette(Theme::darkTheme().palette);
    settle();
    EXPECT_TRUE(has(cell(2, Column::Status), Theme::darkTheme().infoBadge.background));
    EXPECT_TRUE(has(cell(2, Column::Rule), Theme::darkTheme().palette.color(QPalette::Text)));
    EXPECT_TRUE(has(cell(2, Column::Rule), Theme::darkTheme().palette.color(QPalette::Base)));
}

TEST_F(EnforcementDelegateTest, highDensityScreens_getSharpBadges) {
    load(3);
    showView();
    const QRect area = view.visualRect(proxy.index(0, static_cast<int>(Column::Status)));
    QImage twice(area.size() * 2, QImage::Format_RGB32);
    twice.setDevicePixelRatio(2);
    view.viewport()->render(&twice, {}, area);
    QImage once(area.size(), QImage::Format_RGB32);
    view.viewport()->render(&once, {}, area);
    const QImage scaled = once.scaled(twice.size(), Qt::KeepAspectRatio, Qt::FastTransformation);
    EXPECT_GT(colors(twice).size(), 10U);
    twice.setDevicePixelRatio(1);
    EXPECT_NE(twice, scaled);
}

TEST_F(EnforcementDelegateTest, unchangedRows_arePaintedTheSameFromTheCaches) {
    load(20);
    showView();
    const QImage before = view.viewport()->grab().toImage();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(view.viewport()->grab().toImage(), before);
}

TEST_F(EnforcementDelegateTest, timeStyle_changesWhatIsDrawn) {
    load(3);
    showView();
    table.setNow(test::second(3600));
    const QImage local = cell(2, Column::Created);
    table.setTimeStyle(core::TimeStyle::Relative);
    settle();
    EXPECT_NE(cell(2, Column::Created), local);
    table.setTimeStyle(core::TimeStyle::Utc);
    settle();
    EXPECT_EQ(cell(2, Column::Created), local) << "tests run in UTC";
}

} // namespace attune::widgets
