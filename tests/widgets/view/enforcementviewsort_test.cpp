// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "viewfixture.h"

#include <QMenu>
#include <QTest>

// Several columns to sort by: with the mouse, from the menus, remembered.
namespace attune::widgets {

namespace {

using core::Column;
using core::SortKeys;

constexpr auto Up = Qt::AscendingOrder;
constexpr auto Down = Qt::DescendingOrder;

class EnforcementViewSort : public ViewFixture {
protected:
    EnforcementViewSort() {
        load(20);
        showView();
    }
    QHeaderView& header() const { return *view.horizontalHeader(); }
    QPoint middleOfHeader(Column column) const {
        const int section = static_cast<int>(column);
        return {header().sectionViewportPosition(section) + header().sectionSize(section) / 2, header().height() / 2};
    }
    void click(Column column, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(header().viewport(), Qt::LeftButton, modifiers, middleOfHeader(column));
    }
    static QAction* find(const QMenu& menu, const QString& text) {
        for (auto* action : menu.actions()) {
            if (action->text().remove(u'&') == text)
                return action;
        }
        return nullptr;
    }
    void choose(const QString& text, const QString& submenu = {}) {
        QMenu* menu = view.sortMenu();
        Q_EMIT menu->aboutToShow();
        if (!submenu.isEmpty())
            menu = find(*menu, submenu)->menu();
        QAction* action = find(*menu, text);
        ASSERT_NE(action, nullptr) << text.toStdString();
        action->trigger();
    }
};

} // namespace

TEST_F(EnforcementViewSort, shiftClick_addsTurnsAndRemovesAKey) {
    click(Column::Status);
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Status, Up}}));
    click(Column::Rule, Qt::ShiftModifier);
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Status, Up}, {Column::Rule, Up}}));
    EXPECT_EQ(header().sortIndicatorSection(), static_cast<int>(Column::Status));
    click(Column::Rule, Qt::ShiftModifier);
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Status, Up}, {Column::Rule, Down}}));
    click(Column::Status, Qt::ShiftModifier);
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Status, Down}, {Column::Rule, Down}}));
    click(Column::Rule, Qt::ShiftModifier);
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Status, Down}}));
    click(Column::Id);
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Id, Up}})) << "a plain click starts anew";
}

TEST_F(EnforcementViewSort, keysBeyondTheLast_areNotTaken) {
    click(Column::Status);
    for (const Column column : {Column::Rule, Column::Trigger, Column::Condition, Column::Event})
        click(column, Qt::ShiftModifier);
    EXPECT_EQ(proxy.sortKeys().size(), core::MaxSortKeys);
    EXPECT_EQ(proxy.sortKeys().back().column, Column::Condition);
}

TEST_F(EnforcementViewSort, marks_tellTheOrderOfTheKeys) {
    const auto pictureOf = [this](Column column) {
        const int section = static_cast<int>(column);
        return header()
            .grab(QRect(header().sectionViewportPosition(section), 0, header().sectionSize(section), header().height()))
            .toImage();
    };
    click(Column::Status);
    const QImage unsorted = pictureOf(Column::Rule);
    const QImage alone = pictureOf(Column::Status);
    click(Column::Rule, Qt::ShiftModifier);
    EXPECT_NE(pictureOf(Column::Rule), unsorted);
    EXPECT_NE(pictureOf(Column::Status), alone) << "it is the first of two now";
    click(Column::Rule, Qt::ShiftModifier);
    click(Column::Rule, Qt::ShiftModifier);
    EXPECT_EQ(pictureOf(Column::Status), alone);
}

TEST_F(EnforcementViewSort, menuOfTheHeader_sortsByTheColumnBelow) {
    Q_EMIT header().customContextMenuRequested(middleOfHeader(Column::Trigger));
    QAction* sort = find(*view.columnMenu(), QStringLiteral("Sort by “Trigger”"));
    ASSERT_NE(sort, nullptr);
    sort->trigger();
    view.columnMenu()->close();
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Trigger, Up}}));
    Q_EMIT header().customContextMenuRequested(middleOfHeader(Column::Event));
    find(*view.columnMenu(), QStringLiteral("Then by “Event”"))->trigger();
    view.columnMenu()->close();
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Trigger, Up}, {Column::Event, Up}}));
    Q_EMIT view.columnMenu()->aboutToShow();
    EXPECT_EQ(find(*view.columnMenu(), QStringLiteral("Sort by “Trigger”")), nullptr) << "only over a column";
}

TEST_F(EnforcementViewSort, sortMenu_doesAllOfItByKeyboard) {
    choose(QStringLiteral("Status"));
    choose(QStringLiteral("Rule"), QStringLiteral("Then By"));
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Status, Up}, {Column::Rule, Up}}));
    choose(QStringLiteral("Descending"));
    choose(QStringLiteral("Rule (2, ascending)"), QStringLiteral("Then By"));
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Status, Down}, {Column::Rule, Down}}));
    choose(QStringLiteral("Newest First"));
    EXPECT_EQ(proxy.sortKeys(), SortKeys{{}});
}

TEST_F(EnforcementViewSort, severalKeys_areRemembered) {
    click(Column::Status);
    click(Column::Took, Qt::ShiftModifier);
    const QByteArray state = view.headerState();
    view.resetColumns();
    EXPECT_EQ(proxy.sortKeys(), SortKeys{{}});
    ASSERT_TRUE(view.restoreHeaderState(state));
    EXPECT_EQ(proxy.sortKeys(), (SortKeys{{Column::Status, Up}, {Column::Took, Up}}));
}

} // namespace attune::widgets
