// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/enforcementdelegate.h"
#include "viewfixture.h"

#include "attune/widgets/newrowspill.h"
#include "attune/widgets/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace attune::widgets {

namespace {

const int UsualColumns = static_cast<int>(
    std::ranges::count_if(core::columns(), [](const core::ColumnInfo& info) { return !info.isOptional; }));

using namespace std::chrono_literals;

/// Counts what a change costs, and compares the pixels with those of rows painted anew.
class EnforcementViewPaint : public ViewFixture {
protected:
    class PaintedArea : public QObject {
    public:
        explicit PaintedArea(QWidget& viewport) { viewport.installEventFilter(this); }
        bool eventFilter(QObject*, QEvent* event) override {
            if (event->type() == QEvent::Paint) {
                ++paints;
                area += static_cast<QPaintEvent*>(event)->region();
            }
            return false;
        }
        void reset() {
            paints = 0;
            area = {};
        }
        int paints = 0;
        QRegion area;
    };

    void start(int rows) {
        view.setReducedMotion(true); // glowing has tests of its own
        load(rows);
        showView();
        painted.reset();
        cells = view.cellsPainted();
    }
    void apply(const core::EnforcementBatch& batch) {
        table.apply(batch);
        settle();
    }
    void resolve(core::Id id) { apply(test::batch(test::resolved(test::makeRow(vocabulary, id)))); }
    [[nodiscard]] int newCells() {
        const auto before = std::exchange(cells, view.cellsPainted());
        return static_cast<int>(cells - before);
    }
    /// Some columns in some order.
    void chooseColumns(std::mt19937& dice) {
        session::TableLayout layout = view.tableLayout();
        std::shuffle(layout.columns.begin(), layout.columns.end(), dice);
        for (session::ColumnView& column : layout.columns)
            column.visible = dice() % 3 > 0;
        layout.columns.front().visible = true;
        view.setTableLayout(layout);
    }
    [[nodiscard]] QImage onScreen() {
        // What the window holds, without a new painting.
        const QRect part(view.viewport()->mapTo(view.window(), QPoint()), view.viewport()->size());
        return view.screen()
            ->grabWindow(view.winId(), part.x(), part.y(), part.width(), part.height())
            .toImage()
            .convertToFormat(QImage::Format_RGB32);
    }
    /// The count of new rows lies above the table.
    [[nodiscard]] QImage withoutPill(QImage picture) const {
        const auto* pill = view.findChild<NewRowsPill*>();
        if (pill->isVisible())
            QPainter(&picture).fillRect(pill->geometry().translated(-view.viewport()->pos()), Qt::black);
        return picture;
    }
    /// The same rows painted by a delegate that remembers nothing.
    [[nodiscard]] QImage anew() {
        QImage picture(view.viewport()->size(), QImage::Format_RGB32);
        picture.fill(view.palette().color(QPalette::Base));
        QPainter painter(&picture);
        EnforcementDelegate delegate;
        delegate.setModel(&proxy);
        const auto [first, last] = view.visibleRows();
        for (int row = first; row <= last; ++row) {
            for (int column = 0; column < core::ColumnCount; ++column) {
                const QModelIndex index = proxy.index(row, column);
                if (view.isColumnHidden(column))
                    continue;
                QStyleOptionViewItem option;
                option.initFrom(&view);
                option.font = view.font();
                option.rect = view.visualRect(index);
                option.state.setFlag(QStyle::State_Selected, view.selectionModel()->isSelected(index));
                option.state.setFlag(QStyle::State_HasFocus, view.hasFocus() && view.currentIndex() == index);
                delegate.paint(&painter, option, index);
            }
            if (view.isUnseen(proxy.idAt(row)))
                painter.fillRect(0, view.rowViewportPosition(row), 3, rowHeight(), Theme::of(view.palette()).unseenBar);
        }
        return picture;
    }

    PaintedArea painted{*view.viewport()};
    std::uint64_t cells = 0;
};

} // namespace

TEST_F(EnforcementViewPaint, oneNewRow_isTheOnlyOnePainted) {
    start(200);
    arrive(1);
    EXPECT_EQ(painted.paints, 1);
    EXPECT_EQ(newCells(), UsualColumns);
}

TEST_F(EnforcementViewPaint, oneChangedRow_hasOnlyItsChangedCellsPainted) {
    start(200);
    resolve(newestId() - 3);
    EXPECT_EQ(painted.paints, 1);
    EXPECT_EQ(painted.area.boundingRect().height(), rowHeight());
    EXPECT_EQ(newCells(), 3) << "status, resolved, took";
}

TEST_F(EnforcementViewPaint, aThousandNewRows_costOneScreen) {
    start(200);
    arrive(1000);
    EXPECT_EQ(painted.paints, 1);
    EXPECT_LE(newCells(), (400 / rowHeight() + 2) * UsualColumns);
}

TEST_F(EnforcementViewPaint, floodOfScreens_showsItsRowsAndTheirLaterChanges) {
    start(200);
    for (int i = 0; i < 5; ++i) {
        (void)newCells();
        arrive(60);
        EXPECT_LE(newCells(), (400 / rowHeight() + 2) * UsualColumns);
        ASSERT_EQ(withoutPill(onScreen()), withoutPill(anew())) << "screen " << i;
    }
    resolve(newestId() - 2);
    EXPECT_LE(newCells(), UsualColumns) << "was shown, and never kept";
    resolve(newestId() - 4);
    arrive(3);
    EXPECT_EQ(withoutPill(onScreen()), withoutPill(anew()));
}

TEST_F(EnforcementViewPaint, whatIsOutOfSight_isNotPainted) {
    start(300);
    scrollTo(100 * rowHeight());
    painted.reset();
    (void)newCells();
    arrive(50);
    resolve(1);
    resolve(newestId());
    const auto* pill = view.findChild<NewRowsPill*>();
    EXPECT_TRUE(pill->geometry().contains(painted.area.boundingRect().translated(view.viewport()->pos())))
        << "only what lies below the count of new rows";
    EXPECT_EQ(newCells(), 0);
}

TEST_F(EnforcementViewPaint, whatTheFilterHides_isNotPainted) {
    load(200);
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"ops.disk_full");
    proxy.setFilter(filter);
    start(0);
    arrive(20, "core.other");
    EXPECT_EQ(painted.paints, 0);
}

TEST_F(EnforcementViewPaint, scrollingByAFewRows_paintsOnlyTheNewOnes) {
    start(300);
    scrollTo(3 * rowHeight());
    EXPECT_LE(newCells(), 4 * UsualColumns);
}

TEST_F(EnforcementViewPaint, aSecondGoesBy_onlyAgesArePainted) {
    start(200);
    clock.advance(1s);
    settle();
    const auto [first, last] = view.visibleRows();
    EXPECT_LE(newCells(), last - first + 1);
    EXPECT_GT(painted.paints, 0);
}

TEST_F(EnforcementViewPaint, hiddenWindow_isNotPainted) {
    start(200);
    view.hide();
    arrive(10);
    resolve(newestId());
    clock.advance(5s);
    settle();
    EXPECT_EQ(painted.paints, 0);
    EXPECT_EQ(newCells(), 0);
}

TEST_F(EnforcementViewPaint, whateverHappened_thePixelsAreThoseOfRowsPaintedAnew) {
    start(300);
    std::mt19937 dice(7);
    const auto upTo = [&dice](int limit) { return std::uniform_int_distribution(0, limit)(dice); };
    for (int i = 0; i < 150; ++i) {
        switch (upTo(7)) {
        case 0:
            arrive(1 + upTo(30));
            break;
        case 1:
            resolve(newestId() - upTo(20));
            break;
        case 2:
            scrollTo(upTo(60 * rowHeight()));
            break;
        case 3:
            view.selectRow(view.visibleRows().first + upTo(5));
            break;
        case 4:
            view.clearSelection();
            view.goToTop();
            break;
        case 5:
            table.setTimeStyle(upTo(1) == 0 ? core::TimeStyle::Utc : core::TimeStyle::Relative);
            break;
        case 6:
            chooseColumns(dice);
            break;
        default:
            view.setColumnWidth(upTo(core::ColumnCount - 1), 60 + upTo(100));
            break;
        }
        settle(); // Qt notices a column's new width with a timer,
        settle(); // which then has it painted
        ASSERT_EQ(withoutPill(onScreen()), withoutPill(anew())) << "after step " << i;
    }
}

} // namespace attune::widgets
