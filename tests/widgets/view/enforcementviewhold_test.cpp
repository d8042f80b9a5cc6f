// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "viewfixture.h"

#include "attune/widgets/newrowspill.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

// Following the newest rows and holding what is read.
namespace attune::widgets {

namespace {

class EnforcementViewHold : public ViewFixture {
protected:
    NewRowsPill& pill() { return *view.findChild<NewRowsPill*>(); }
    void wheel(int pixels) {
        const QPointF place(100, 100);
        QWheelEvent event(place, view.viewport()->mapToGlobal(place), QPoint(0, pixels), QPoint(0, pixels),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &event);
        settle();
    }
};

/// At every paint of the viewport: the row at a pixel must be the one that was there before.
class PaintWitness : public QObject {
public:
    PaintWitness(EnforcementView& view, std::function<bool()> truth) : m_truth(std::move(truth)) {
        view.viewport()->installEventFilter(this);
    }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            ++paints;
            lies += m_truth() ? 0 : 1;
        }
        return false;
    }
    int paints = 0;
    int lies = 0;

private:
    std::function<bool()> m_truth;
};

} // namespace

TEST_F(EnforcementViewHold, atTheTop_newRowsPushIn) {
    load(100);
    showView();
    EXPECT_TRUE(view.isFollowing());
    arrive(3);
    EXPECT_EQ(idAtY(1), newestId());
    EXPECT_EQ(view.verticalScrollBar()->value(), 0);
    EXPECT_FALSE(pill().isVisible());
}

TEST_F(EnforcementViewHold, atTheTop_aLeavingRowWithTheFocusDragsNothingAway) {
    load(100);
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("created")};
    proxy.setFilter(filter);
    showView(); // the focus goes to the first row without selecting it
    const core::Id focused = view.currentId();
    ASSERT_EQ(focused, 100);
    arrive(60);
    table.apply(test::batch(test::resolved(test::makeRow(vocabulary, focused))));
    settle();
    EXPECT_TRUE(view.isFollowing());
    EXPECT_EQ(idAtY(1), newestId());
}

TEST_F(EnforcementViewHold, clickOnARowCutOffAtTheTop_holdsItWhereQtBringsItIntoSight) {
    load(100);
    showView();
    scrollTo(rowHeight() / 2);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(middleOf(100, core::Column::Rule).x(), 2));
    ASSERT_EQ(view.currentId(), 100);
    ASSERT_TRUE(test::waitFor([this] { return view.verticalScrollBar()->value() == 0; }));
    EXPECT_FALSE(view.isFollowing());
    arrive(3);
    EXPECT_EQ(topOf(100), 0);
}

TEST_F(EnforcementViewHold, arrowKeysUpToTheFirstRow_holdItAndFollowNobodyElse) {
    load(100);
    showView();
    scrollTo(3 * rowHeight());
    ASSERT_TRUE(view.setCurrentId(97));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Up);
    ASSERT_EQ(view.currentId(), 100);
    ASSERT_EQ(view.verticalScrollBar()->value(), 0);
    EXPECT_FALSE(view.isFollowing());
    arrive(3);
    EXPECT_EQ(topOf(100), 0);
    EXPECT_EQ(view.currentId(), 100);
}

TEST_F(EnforcementViewHold, afterTheWheel_theRowUnderTheEyeKeepsItsPixel) {
    load(200);
    showView();
    wheel(-37);
    EXPECT_FALSE(view.isFollowing());
    const core::Id id = idAtY(200);
    const int top = topOf(id);
    for (int i = 0; i < 20; ++i) {
        arrive(1 + i);
        ASSERT_EQ(topOf(id), top);
    }
}

TEST_F(EnforcementViewHold, selectionAtTheTop_holdsIt) {
    load(100);
    showView();
    const core::Id id = idAtY(3 * rowHeight());
    const int top = topOf(id);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(id, core::Column::Rule));
    EXPECT_FALSE(view.isFollowing());
    arrive(40);
    EXPECT_EQ(topOf(id), top);
    EXPECT_EQ(view.currentId(), id);
    EXPECT_TRUE(view.selectionModel()->isRowSelected(proxy.rowOfId(id)));
}

TEST_F(EnforcementViewHold, everyPaint_showsTheHeldRowInItsPlace) {
    load(300);
    showView();
    scrollTo(5 * rowHeight() + 3);
    const core::Id id = idAtY(100);
    constexpr int Changing = 5;
    PaintWitness witness(view, [this, id] { return idAtY(100) == id; });
    for (int i = 0; i < 30; ++i) {
        core::EnforcementBatch batch = test::batch(nextRow(), nextRow());
        batch.updates.push_back(test::update(test::resolved(test::makeRow(vocabulary, id - i % Changing))));
        table.apply(batch);
        settle();
    }
    EXPECT_GE(witness.paints, Changing); // nothing else in sight changes
    EXPECT_EQ(witness.lies, 0);
}

TEST_F(EnforcementViewHold, rowsLeavingAbove_moveNothing) {
    load(300);
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("created")};
    proxy.setFilter(filter);
    showView();
    scrollTo(100 * rowHeight() + 7);
    const core::Id id = idAtY(150);
    const int top = topOf(id);
    for (core::Id leaving = newestId(); leaving > newestId() - 60; leaving -= 3) {
        table.apply(test::batch(test::resolved(test::makeRow(vocabulary, leaving))));
        settle();
        ASSERT_EQ(topOf(id), top);
    }
}

TEST_F(EnforcementViewHold, heldRowLeaves_itsNeighbourStays) {
    load(300);
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("created")};
    proxy.setFilter(filter);
    showView();
    scrollTo(100 * rowHeight());
    const core::Id leaving = idAtY(1);
    const core::Id neighbour = idAtY(1 + rowHeight());
    const int top = topOf(neighbour);
    table.apply(test::batch(test::resolved(test::makeRow(vocabulary, leaving))));
    settle();
    EXPECT_EQ(topOf(neighbour), top);
}

TEST_F(EnforcementViewHold, randomChanges_keepSelectionCurrentAndPixel) {
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
    load(400);
    showView();
    scrollTo(150 * rowHeight() + 11);
    const core::Id id = idAtY(180);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(id, core::Column::Trigger));
    const int top = topOf(id);
    std::mt19937 random(11);
    const auto upTo = [&random](int limit) { return std::uniform_int_distribution(0, limit)(random); };
    for (int step = 0; step < 150; ++step) {
        core::EnforcementBatch batch;
        for (int i = upTo(4); i > 0; --i)
            batch.updates.push_back(test::update(nextRow(upTo(1) ? "a.b" : "c.d")));
        for (int i = upTo(3); i > 0; --i)
            batch.updates.push_back(test::update(test::resolved(test::makeRow(vocabulary, 1 + upTo(300)))));
        const core::Id removed = 1 + upTo(399);
        if (upTo(5) == 0 && removed != id)
            batch.removed.push_back(removed);
        table.apply(batch);
        settle();
        ASSERT_EQ(view.currentId(), id);
        ASSERT_TRUE(view.selectionModel()->isRowSelected(proxy.rowOfId(id)));
        ASSERT_EQ(topOf(id), top) << "step " << step;
    }
}

TEST_F(EnforcementViewHold, pill_countsAndReturnsToTheTop) {
    load(100);
    showView();
    scrollTo(10 * rowHeight());
    arrive(137);
    ASSERT_TRUE(pill().isVisible());
    EXPECT_EQ(pill().text(), QStringLiteral("↑ 137 new"));
    QTest::mouseClick(&pill(), Qt::LeftButton);
    EXPECT_TRUE(view.isFollowing());
    EXPECT_EQ(idAtY(1), newestId());
    EXPECT_FALSE(pill().isVisible());
    arrive(2);
    EXPECT_EQ(idAtY(1), newestId());
}

TEST_F(EnforcementViewHold, rowsThatAreReadLate_areNotNew) {
    load(100);
    showView();
    scrollTo(10 * rowHeight());
    core::EnforcementRow first = nextRow();
    first.created = test::second(0);
    table.apply(test::batch(first));
    core::EnforcementRow late = nextRow();
    late.created = test::second(50); // behind the newest in the order of arrival
    table.apply(test::batch(late));
    settle();
    EXPECT_EQ(table.idAt(table.rowCount() - 1), late.id);
    EXPECT_FALSE(pill().isVisible());
    arrive(2);
    EXPECT_EQ(pill().text(), QStringLiteral("↑ 2 new"));
}

TEST_F(EnforcementViewHold, pillUnderAFilter_tellsHowManyMatch) {
    load(100);
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"disk");
    proxy.setFilter(filter);
    showView();
    scrollTo(10 * rowHeight());
    arrive(6, "core.on_timer");
    EXPECT_FALSE(pill().isVisible()) << "nothing to go to";
    arrive(4, "ops.disk_full");
    ASSERT_TRUE(pill().isVisible());
    EXPECT_EQ(pill().accessibleName(), QStringLiteral("↑ 10 new · 4 match"));
}

TEST_F(EnforcementViewHold, homeAndEnd_goToTheEndsAndFollowOnlyAtTheTop) {
    load(100);
    showView();
    QTest::keyClick(&view, Qt::Key_End);
    EXPECT_FALSE(view.isFollowing());
    EXPECT_EQ(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    arrive(5);
    EXPECT_EQ(proxy.rowOfId(1), 104);
    EXPECT_EQ(topOf(1) + rowHeight(), view.viewport()->height()) << "the last row still touches the lower edge";
    QTest::keyClick(&view, Qt::Key_Home);
    EXPECT_TRUE(view.isFollowing());
    EXPECT_EQ(idAtY(1), newestId());
}

TEST_F(EnforcementViewHold, scrollingBackToTheTop_followsAgain) {
    load(100);
    showView();
    QSignalSpy changes(&view, &EnforcementView::followingChanged);
    wheel(-200);
    wheel(5000);
    EXPECT_TRUE(view.isFollowing());
    EXPECT_EQ(changes.count(), 2);
}

TEST_F(EnforcementViewHold, openMenu_staysAndHoldsTheRow) {
    load(100);
    showView();
    const core::Id id = idAtY(100);
    const QPoint place = middleOf(id, core::Column::Rule);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, view.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view.viewport(), &event);
    auto* menu = view.findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    for (auto* candidate : view.findChildren<QMenu*>())
        menu = candidate->isVisible() ? candidate : menu;
    ASSERT_NE(menu, nullptr);
    ASSERT_TRUE(menu->isVisible());
    arrive(50);
    EXPECT_TRUE(menu->isVisible());
    EXPECT_EQ(idAtY(100), id);
    EXPECT_EQ(view.currentId(), id);
    menu->close();
}

TEST_F(EnforcementViewHold, newFilter_startsAtTheTopUnlessARowIsSelected) {
    load(200);
    showView();
    scrollTo(50 * rowHeight());
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"disk");
    proxy.setFilter(filter);
    settle();
    EXPECT_TRUE(view.isFollowing());

    const core::Id id = 60;
    ASSERT_TRUE(view.setCurrentId(id));
    settle();
    const int top = topOf(id);
    proxy.setFilter({});
    settle();
    EXPECT_EQ(topOf(id), top);
    EXPECT_EQ(view.currentId(), id);
}

TEST_F(EnforcementViewHold, retiredRows_leaveTheScreenAlone) {
    table.setCap(160);
    load(160);
    showView();
    scrollTo(20 * rowHeight() + 5);
    const core::Id id = idAtY(50);
    const int top = topOf(id);
    for (int i = 0; i < 10; ++i)
        arrive(10);
    ASSERT_GE(proxy.rowOfId(id), 0);
    EXPECT_EQ(topOf(id), top);
    EXPECT_LE(table.rowCount(), 170);
}

TEST_F(EnforcementViewHold, clearedTable_followsAgain) {
    load(100);
    showView();
    scrollTo(300);
    table.clear();
    settle();
    EXPECT_TRUE(view.isFollowing());
    load(50);
    settle();
    EXPECT_EQ(idAtY(1), newestId());
}

TEST_F(EnforcementViewHold, density_keepsTheHeldRow) {
    load(200);
    showView();
    scrollTo(60 * rowHeight());
    const core::Id id = idAtY(1);
    const int before = rowHeight();
    view.setDensity(Density::Compact);
    settle();
    EXPECT_LT(rowHeight(), before);
    EXPECT_EQ(topOf(id), 0);
}

} // namespace attune::widgets
