// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "viewfixture.h"

#include "attune/widgets/theme.h"

#include <QPixmap>

// Rows that leave because they stop matching.
namespace attune::widgets {
namespace {

using namespace std::chrono_literals;

class RowFadeTest : public ViewFixture {
protected:
    void SetUp() override {
        load(60);
        core::EnforcementFilter filter;
        filter.statuses = {QStringLiteral("created")};
        proxy.setFilter(filter);
        showView();
    }
    void resolve(core::Id first, core::Id last) {
        core::EnforcementBatch batch;
        for (core::Id id = first; id <= last; ++id)
            batch.updates.push_back(test::update(test::resolved(test::makeRow(vocabulary, id))));
        table.apply(batch);
        settle();
    }
    void resolve(core::Id id) { resolve(id, id); }
    void pass(std::chrono::milliseconds time) {
        clock.advance(time);
        settle();
    }
    [[nodiscard]] bool isShown(core::Id id) const { return proxy.rowOfId(id) >= 0; }
    /// The strongest contrast within the row: how clearly its text stands there.
    [[nodiscard]] double clarityOf(core::Id id) {
        const QRect row(80, topOf(id) + 1, 400, rowHeight() - 2);
        const QImage image = view.viewport()->grab(row).toImage();
        double clearest = 1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                clearest = std::max(clearest, contrastRatio(image.pixelColor(x, y), plain()));
        }
        return clearest;
    }
    [[nodiscard]] QColor plain() const { return view.palette().color(QPalette::Base); }
};

TEST_F(RowFadeTest, rowThatStopsMatching_fadesInItsPlaceAndGoes) {
    const int top = topOf(55);
    const double before = clarityOf(55);
    resolve(55);
    ASSERT_TRUE(isShown(55));
    EXPECT_EQ(topOf(55), top);
    double last = clarityOf(55);
    EXPECT_LT(last, before * 0.7) << "at once unlike those that stay";
    EXPECT_GT(clarityOf(54), before * 0.9);
    for (int step = 1; step < 4; ++step) {
        pass(500ms);
        ASSERT_TRUE(isShown(55));
        EXPECT_LT(clarityOf(55), last);
        last = clarityOf(55);
    }
    pass(500ms);
    EXPECT_FALSE(isShown(55));
    EXPECT_EQ(topOf(54), top);
}

TEST_F(RowFadeTest, newRowsAbove_takeTheFadingRowAlong) {
    resolve(55);
    const int top = topOf(55);
    arrive(2);
    EXPECT_TRUE(view.isFollowing());
    EXPECT_EQ(topOf(55), top + 2 * rowHeight());
}

TEST_F(RowFadeTest, rowThatMatchesAgain_standsThereAsBefore) {
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"disk");
    proxy.setFilter(filter);
    settle();
    const double before = clarityOf(55);
    for (const char* rule : {"ops.other", "ops.disk_full"}) {
        ASSERT_TRUE(isShown(55));
        core::EnforcementBatch correction;
        correction.updates.push_back(test::update(test::makeRow(vocabulary, 55, rule), core::Origin::Detail));
        table.apply(correction);
        settle();
    }
    pass(600ms); // it glows
    EXPECT_NEAR(clarityOf(55), before, 0.1);
    pass(5s);
    EXPECT_TRUE(isShown(55));
}

TEST_F(RowFadeTest, outOfSight_rowsJustGo) {
    resolve(3);
    EXPECT_FALSE(isShown(3));
}

TEST_F(RowFadeTest, whileTheViewHolds_rowsFadeAsWellAndTheHeldOneStays) {
    scrollTo(3 * rowHeight());
    ASSERT_FALSE(view.isFollowing());
    const int top = topOf(57);
    ASSERT_EQ(top, 0);
    resolve(50);
    EXPECT_TRUE(isShown(50));
    arrive(3);
    EXPECT_EQ(topOf(57), top);
    pass(2s);
    EXPECT_FALSE(isShown(50));
    EXPECT_EQ(topOf(57), top);
}

TEST_F(RowFadeTest, reducedMotion_letsRowsGoAtOnce) {
    resolve(55);
    view.setReducedMotion(true);
    EXPECT_FALSE(isShown(55)) << "also those under way";
    resolve(54);
    EXPECT_FALSE(isShown(54));
}

TEST_F(RowFadeTest, manyAtOnce_fadeOnlyInPart) {
    resolve(46, 60);
    int fading = 0;
    for (core::Id id = 46; id <= 60; ++id)
        fading += isShown(id) ? 1 : 0;
    EXPECT_LE(fading, 12);
    pass(2s);
    EXPECT_EQ(proxy.shownCount(), 45);
}

TEST_F(RowFadeTest, selectingWhileARowFades_holdsTheSelectedRow) {
    resolve(58);
    ASSERT_TRUE(view.setCurrentId(50));
    EXPECT_FALSE(view.isFollowing());
    arrive(5);
    const int top = topOf(50);
    pass(2s);
    EXPECT_FALSE(isShown(58));
    EXPECT_EQ(topOf(50), top);
    EXPECT_EQ(view.currentId(), 50);
}

TEST_F(RowFadeTest, cleared_nothingIsLeftToDismiss) {
    resolve(55);
    table.clear();
    pass(5s);
    EXPECT_EQ(proxy.shownCount(), 0);
}

TEST_F(RowFadeTest, anotherModel_forgetsWhatWasLeaving) {
    resolve(55);
    view.setEnforcementModel(nullptr);
    pass(5s);
    EXPECT_TRUE(isShown(55)) << "nobody is there to let go of it";
}

} // namespace
} // namespace attune::widgets
