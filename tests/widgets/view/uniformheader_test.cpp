// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/uniformheader.h"

#include <gtest/gtest.h>

#include <QScrollBar>
#include <QStringListModel>
#include <QTableView>

#include <random>

namespace attune::widgets {

namespace {

constexpr int RowHeight = 24;

void setUp(QTableView& view, QAbstractItemModel& model) {
    view.verticalHeader()->setDefaultSectionSize(RowHeight);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setModel(&model);
    view.resize(300, 400);
    view.show();
}

void expectSameGeometry(const QTableView& uniform, const QTableView& plain) {
    const QHeaderView& a = *uniform.verticalHeader();
    const QHeaderView& b = *plain.verticalHeader();
    ASSERT_EQ(a.count(), b.count());
    ASSERT_EQ(a.length(), b.length());
    for (int y = 0; y < 400; y += 37)
        ASSERT_EQ(uniform.rowAt(y), plain.rowAt(y));
    for (const int row : {0, a.count() / 2, a.count() - 1})
        ASSERT_EQ(a.sectionPosition(row), b.sectionPosition(row));
    ASSERT_EQ(uniform.verticalScrollBar()->maximum(), plain.verticalScrollBar()->maximum());
}

} // namespace

TEST(UniformHeader, randomChanges_giveTheGeometryOfAPlainTable) {
    QStringListModel model;
    QTableView uniform;
    uniform.setVerticalHeader(new UniformHeader(&uniform));
    QTableView plain;
    setUp(uniform, model);
    setUp(plain, model);
    std::mt19937 random(7);
    const auto upTo = [&random](int limit) { return std::uniform_int_distribution(0, limit)(random); };
    for (int step = 0; step < 1500; ++step) {
        const int rows = model.rowCount();
        const int place = upTo(rows);
        if (upTo(99) < 55) {
            ASSERT_TRUE(model.insertRows(place, 1 + upTo(30)));
        } else if (place < rows) {
            ASSERT_TRUE(model.removeRows(place, 1 + upTo(std::min(39, rows - place - 1))));
        }
        if (step % 400 == 399)
            model.setStringList(QStringList(upTo(200)));
        if (step % 7 == 0) {
            uniform.doItemsLayout();
            plain.doItemsLayout();
            const int scroll = upTo(uniform.verticalScrollBar()->maximum());
            uniform.verticalScrollBar()->setValue(scroll);
            plain.verticalScrollBar()->setValue(scroll);
            expectSameGeometry(uniform, plain);
        }
    }
}

TEST(UniformHeader, removingEveryRow_leavesNone) {
    QStringListModel model(QStringList(10));
    QTableView view;
    view.setVerticalHeader(new UniformHeader(&view));
    setUp(view, model);
    ASSERT_TRUE(model.removeRows(0, 10));
    EXPECT_EQ(view.verticalHeader()->count(), 0);
    EXPECT_EQ(view.verticalHeader()->length(), 0);
    ASSERT_TRUE(model.insertRows(0, 3));
    EXPECT_EQ(view.verticalHeader()->count(), 3);
    EXPECT_EQ(view.verticalHeader()->sectionSize(2), RowHeight);
}

TEST(UniformHeader, anotherModel_isFollowedAndTheOldOneForgotten) {
    QStringListModel first(QStringList(5));
    QStringListModel second(QStringList(8));
    QTableView view;
    view.setVerticalHeader(new UniformHeader(&view));
    setUp(view, first);
    view.setModel(&second);
    EXPECT_EQ(view.verticalHeader()->count(), 8);
    ASSERT_TRUE(first.insertRows(0, 4));
    EXPECT_EQ(view.verticalHeader()->count(), 8);
    ASSERT_TRUE(second.insertRows(0, 4));
    EXPECT_EQ(view.verticalHeader()->count(), 12);
    view.setModel(nullptr);
    EXPECT_EQ(view.verticalHeader()->count(), 0);
}

} // namespace attune::widgets
