// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "viewfixture.h"

#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

// Columns: shown, hidden, moved, sized, remembered.
namespace attune::widgets {

namespace {

using core::Column;

class EnforcementViewColumns : public ViewFixture {
protected:
    QHeaderView& header() const { return *view.horizontalHeader(); }
    int width(Column column) const { return header().sectionSize(static_cast<int>(column)); }
    QAction* menuAction(const QString& text) {
        QMenu* menu = view.columnMenu();
        Q_EMIT menu->aboutToShow();
        for (auto* action : menu->actions()) {
            if (action->text().remove(u'&') == text)
                return action;
        }
        return nullptr;
    }
};

} // namespace

TEST_F(EnforcementViewColumns, firstWidths_fillTheWindowAndGrowWithIt) {
    load(5);
    showView();
    EXPECT_EQ(header().length(), view.viewport()->width());
    const int before = width(Column::Rule);
    view.resize(1400, 400);
    settle();
    EXPECT_EQ(header().length(), view.viewport()->width());
    EXPECT_GT(width(Column::Rule), before);
}

TEST_F(EnforcementViewColumns, firstWidths_cutNoTimeOfAnotherDay) {
    constexpr int Beside = 16; // the cell's own room left and right of its text
    const QString longest = QStringLiteral("12-28 20:48:58");
    for (const Column column : {Column::Created, Column::Resolved}) {
        const QString shown = QFontMetrics(view.font()).elidedText(longest, Qt::ElideRight, width(column) - Beside);
        EXPECT_EQ(shown, longest) << columnInfo(column).key;
    }
}

TEST_F(EnforcementViewColumns, sizedByTheOperator_staySo) {
    load(5);
    showView();
    header().resizeSection(static_cast<int>(Column::Rule), 222);
    view.resize(1400, 400);
    settle();
    EXPECT_EQ(width(Column::Rule), 222);
}

TEST_F(EnforcementViewColumns, menu_hidesAndShowsButNeverTheLast) {
    load(5);
    showView();
    QSignalSpy changes(&view, &EnforcementView::columnsChanged);
    menuAction(QStringLiteral("Trigger"))->trigger();
    EXPECT_TRUE(view.isColumnHidden(static_cast<int>(Column::Trigger)));
    EXPECT_GE(changes.count(), 1);
    EXPECT_FALSE(menuAction(QStringLiteral("Trigger"))->isChecked());
    for (const auto& info : core::columns()) {
        if (info.column != Column::Trigger && info.column != Column::Rule && !info.isOptional)
            menuAction(core::columnTitle(info.column))->trigger();
    }
    EXPECT_FALSE(menuAction(QStringLiteral("Rule"))->isEnabled());
    menuAction(QStringLiteral("Reset columns"))->trigger();
    for (const auto& info : core::columns())
        EXPECT_EQ(view.isColumnHidden(static_cast<int>(info.column)), info.isOptional) << info.key;
}

TEST_F(EnforcementViewColumns, keys_moveTheColumnOfTheCurrentCell) {
    load(5);
    showView();
    const int rule = static_cast<int>(Column::Rule);
    view.setFocus();
    view.setCurrentIndex(proxy.index(2, rule));
    view.setColumnHidden(static_cast<int>(Column::Trigger), true);
    QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(header().visualIndex(rule), 3) << "beyond the hidden one, which nobody sees";
    EXPECT_EQ(view.currentIndex(), proxy.index(2, rule));
    QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(header().visualIndex(rule), 0);
    view.setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(header().visualIndex(rule), 1) << "left is left of what is seen";
}

TEST_F(EnforcementViewColumns, keys_sizeTheColumnOfTheCurrentCell) {
    load(5);
    showView();
    const int took = static_cast<int>(Column::Took);
    view.setFocus();
    view.setCurrentIndex(proxy.index(1, took));
    const int before = width(Column::Took);
    QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_GT(width(Column::Took), before);
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(width(Column::Took), header().minimumSectionSize());
    EXPECT_FALSE(view.tableLayout().automatic);
}

TEST_F(EnforcementViewColumns, columnsOutOfSight_comeIntoViewWhenTheyAreMovedAndRowsStay) {
    load(100);
    showView();
    view.resize(400, 300);
    settle();
    view.setFocus();
    view.setCurrentIndex(proxy.index(3, static_cast<int>(Column::Took)));
    view.verticalScrollBar()->setValue(1000);
    view.horizontalScrollBar()->setValue(0);
    QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
    EXPECT_GT(view.horizontalScrollBar()->value(), 0);
    EXPECT_EQ(view.verticalScrollBar()->value(), 1000);
}

TEST_F(EnforcementViewColumns, doubleClickOnAHandle_fitsTheColumnOnce) {
    table.apply(test::batch(nextRow("a.rule_reference_that_is_rather_long_for_a_column_of_its_width")));
    showView();
    const int before = width(Column::Rule);
    const QPoint handle(header().sectionViewportPosition(static_cast<int>(Column::Rule)) + before - 1, 8);
    QTest::mouseMove(header().viewport(), handle);
    QTest::mouseDClick(header().viewport(), Qt::LeftButton, {}, handle);
    const int fitted = width(Column::Rule);
    EXPECT_GT(fitted, before);
    arrive(1, "a.rule_reference_that_is_rather_long_for_a_column_of_its_width_and_even_longer");
    EXPECT_EQ(width(Column::Rule), fitted);
}

TEST_F(EnforcementViewColumns, state_restoresOrderWidthVisibilityAndSort) {
    load(5);
    showView();
    header().moveSection(header().visualIndex(static_cast<int>(Column::Status)), 0);
    header().resizeSection(static_cast<int>(Column::Trigger), 177);
    menuAction(QStringLiteral("Condition"))->trigger();
    header().setSortIndicator(static_cast<int>(Column::Took), Qt::AscendingOrder);
    const QByteArray state = view.headerState();

    EnforcementView other(clock);
    models::EnforcementFilterProxyModel otherProxy(table);
    other.setEnforcementModel(&otherProxy);
    ASSERT_TRUE(other.restoreHeaderState(state));
    EXPECT_EQ(other.horizontalHeader()->visualIndex(static_cast<int>(Column::Status)), 0);
    EXPECT_EQ(other.columnWidth(static_cast<int>(Column::Trigger)), 177);
    EXPECT_TRUE(other.isColumnHidden(static_cast<int>(Column::Condition)));
    EXPECT_EQ(otherProxy.sortedColumn(), Column::Took);
    EXPECT_EQ(otherProxy.sortDirection(), Qt::AscendingOrder);
}

TEST_F(EnforcementViewColumns, foreignOrBrokenState_changesNothing) {
    load(5);
    showView();
    const QByteArray before = view.headerState();
    EXPECT_FALSE(view.restoreHeaderState({}));
    EXPECT_FALSE(view.restoreHeaderState("garbage"));
    EXPECT_FALSE(view.restoreHeaderState(header().saveState()));
    for (qsizetype cut = 0; cut < before.size(); cut += 7)
        EXPECT_FALSE(view.restoreHeaderState(before.first(cut)));
    EXPECT_EQ(view.headerState(), before);
}

TEST_F(EnforcementViewColumns, headerMenu_opensWithTheRightButton) {
    load(5);
    showView();
    Q_EMIT header().customContextMenuRequested(QPoint(20, 5));
    EXPECT_TRUE(view.columnMenu()->isVisible());
    view.columnMenu()->close();
}

TEST_F(EnforcementViewColumns, optionalOnes_areOffUntilAskedFor) {
    load(20);
    showView();
    const int delta = static_cast<int>(Column::Delta);
    EXPECT_TRUE(view.isColumnHidden(delta));
    EXPECT_FALSE(table.factsOf(table.rowAt(5), Column::Delta).sincePrevious) << "nothing is kept for nobody";
    menuAction(QStringLiteral("Since previous"))->trigger();
    ASSERT_FALSE(view.isColumnHidden(delta));
    const QModelIndex cell = proxy.index(0, delta);
    EXPECT_EQ(cell.data().toString(), QStringLiteral("1.0 s"));
    EXPECT_EQ(proxy.index(19, delta).data().toString(), QString()) << "the first firing of all";
    menuAction(QStringLiteral("Since previous"))->trigger();
    EXPECT_EQ(cell.data().toString(), QString());
}

TEST_F(EnforcementViewColumns, whatCannotSort_keepsTheOrderAndSaysSo) {
    load(5);
    showView();
    menuAction(QStringLiteral("Trace tag"))->trigger();
    const int tag = static_cast<int>(Column::TraceTag);
    EXPECT_FALSE(proxy.headerData(tag, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    EXPECT_TRUE(proxy.headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    header().setSortIndicator(tag, Qt::AscendingOrder); // as a click does
    EXPECT_EQ(proxy.sortedColumn(), Column::Created);
    EXPECT_EQ(header().sortIndicatorSection(), static_cast<int>(Column::Created));
    EXPECT_EQ(header().sortIndicatorOrder(), Qt::DescendingOrder);
}

TEST_F(EnforcementViewColumns, showingAColumn_doesNotEndTheFitting) {
    load(5);
    showView();
    menuAction(QStringLiteral("Pack"))->trigger();
    menuAction(QStringLiteral("Event"))->trigger();
    view.resize(1500, 400);
    settle();
    EXPECT_EQ(header().length(), view.viewport()->width());
}

TEST_F(EnforcementViewColumns, hiddenWidth_isRemembered) {
    load(5);
    showView();
    header().resizeSection(static_cast<int>(Column::Trigger), 177);
    menuAction(QStringLiteral("Trigger"))->trigger();
    const QByteArray state = view.headerState();
    view.resetColumns();
    ASSERT_TRUE(view.restoreHeaderState(state));
    EXPECT_TRUE(view.isColumnHidden(static_cast<int>(Column::Trigger)));
    menuAction(QStringLiteral("Trigger"))->trigger();
    EXPECT_EQ(width(Column::Trigger), 177);
}

} // namespace attune::widgets
