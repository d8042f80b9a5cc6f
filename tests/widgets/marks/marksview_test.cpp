// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "viewfixture.h"

#include "attune/widgets/theme.h"

#include <QApplication>
#include <QPixmap>
#include <QWidget>

// What glows and what carries a bar, on the screen.
namespace attune::widgets {
namespace {

using namespace std::chrono_literals;

class MarksView : public ViewFixture {
protected:
    void start(int rows) {
        load(rows);
        showView();
    }
    void resolve(core::Id id) {
        table.apply(test::batch(test::resolved(test::makeRow(vocabulary, id))));
        settle();
    }
    /// Behind the texts of the row, right of the bar.
    [[nodiscard]] QColor backgroundOf(core::Id id) { return pixel(5, topOf(id) + 2); }
    [[nodiscard]] bool hasBar(core::Id id) {
        return pixel(1, topOf(id) + rowHeight() / 2) == Theme::of(view.palette()).unseenBar;
    }
    [[nodiscard]] QColor pixel(int x, int y) { return view.viewport()->grab().toImage().pixelColor(x, y); }
    [[nodiscard]] const Theme& theme() const { return Theme::of(view.palette()); }
    [[nodiscard]] QColor plain() const { return view.palette().color(QPalette::Base); }
};

TEST_F(MarksView, rowThatChanged_glowsAndFades) {
    start(20);
    resolve(15);
    EXPECT_EQ(backgroundOf(15), theme().glow);
    EXPECT_EQ(backgroundOf(14), plain());
    clock.advance(300ms);
    settle();
    EXPECT_NE(backgroundOf(15), theme().glow);
    EXPECT_NE(backgroundOf(15), plain());
    EXPECT_GE(contrastRatio(backgroundOf(15), theme().secondaryText), 4.5);
    clock.advance(300ms);
    settle();
    EXPECT_EQ(backgroundOf(15), plain());
}

TEST_F(MarksView, newRows_doNotGlow) {
    start(20);
    arrive(1);
    EXPECT_EQ(backgroundOf(newestId()), plain());
    EXPECT_EQ(backgroundOf(newestId() - 1), plain());
}

TEST_F(MarksView, glow_paintsItsRowTwiceMoreAndNothingElse) {
    start(20);
    resolve(15);
    const auto before = view.cellsPainted();
    clock.advance(300ms);
    settle();
    clock.advance(300ms);
    settle();
    const auto cells = view.cellsPainted() - before;
    EXPECT_LE(cells, 2 * 9U);
    EXPECT_GT(cells, 0U);
}

TEST_F(MarksView, reducedMotion_glowsNot) {
    start(20);
    view.setReducedMotion(true);
    resolve(15);
    EXPECT_EQ(backgroundOf(15), plain());
}

TEST_F(MarksView, whatArrivesWhileTheViewHolds_carriesABar) {
    start(60);
    arrive(1);
    EXPECT_FALSE(hasBar(newestId())) << "it came under the eyes";
    scrollTo(5 * rowHeight());
    arrive(2);
    scrollTo(0);
    EXPECT_TRUE(hasBar(newestId()));
    EXPECT_TRUE(hasBar(newestId() - 1));
    EXPECT_FALSE(hasBar(newestId() - 2));
    clock.advance(3s);
    settle();
    EXPECT_FALSE(hasBar(newestId())) << "back for a while";
}

TEST_F(MarksView, whatArrivesWhileAnotherWindowIsActive_carriesABar) {
    start(20);
    QWidget other;
    other.show();
    other.activateWindow();
    ASSERT_TRUE(test::waitFor([&] { return other.isActiveWindow(); }));
    arrive(1);
    EXPECT_TRUE(hasBar(newestId()));
    resolve(newestId()); // cells painted anew do not cover it
    EXPECT_TRUE(hasBar(newestId()));
    view.activateWindow();
    ASSERT_TRUE(test::waitFor([&] { return view.isActiveWindow(); }));
    EXPECT_TRUE(hasBar(newestId()));
    clock.advance(3s);
    settle();
    EXPECT_FALSE(hasBar(newestId()));
}

} // namespace
} // namespace attune::widgets
