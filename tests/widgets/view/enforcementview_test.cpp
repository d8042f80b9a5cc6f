// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "viewfixture.h"

#include "attune/models/roles.h"
#include "attune/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

// What the operator does with cells, columns and keys.
namespace attune::widgets {

namespace {

using namespace std::chrono_literals;
using core::Column;

class EnforcementViewTest : public ViewFixture {
protected:
    QMenu* openMenu(core::Id id, Column column) {
        const QPoint place = middleOf(id, column);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, view.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(view.viewport(), &event);
        for (auto* menu : view.findChildren<QMenu*>()) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }
    static QAction* action(QMenu* menu, const QString& text) {
        for (auto* candidate : menu->actions()) {
            if (candidate->text().remove(u'&') == text)
                return candidate;
        }
        return nullptr;
    }
    void choose(core::Id id, Column column, const QString& text) {
        QMenu* menu = openMenu(id, column);
        ASSERT_NE(menu, nullptr);
        action(menu, text)->trigger();
        menu->close();
        QCoreApplication::sendPostedEvents(menu, QEvent::DeferredDelete);
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    void clickHeader(Column column) {
        auto* header = view.horizontalHeader();
        const int section = static_cast<int>(column);
        const QPoint place(header->sectionViewportPosition(section) + header->sectionSize(section) / 2,
                           header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        settle();
    }
    QString toolTipAt(core::Id id, Column column) {
        const QPoint place = middleOf(id, column);
        QHelpEvent event(QEvent::ToolTip, place, view.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(view.viewport(), &event);
        return QToolTip::text();
    }
    QImage cell(core::Id id, Column column) {
        return view.viewport()
            ->grab(view.visualRect(proxy.index(proxy.rowOfId(id), static_cast<int>(column))))
            .toImage();
    }
};

} // namespace

TEST_F(EnforcementViewTest, enterAndDoubleClick_activateById) {
    load(20);
    showView();
    QSignalSpy activations(&view, &EnforcementView::enforcementActivated);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(17, Column::Rule));
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Enter);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(12, Column::Status));
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, middleOf(12, Column::Status));
    ASSERT_EQ(activations.count(), 3);
    EXPECT_EQ(activations.at(0).at(0).toLongLong(), 17);
    EXPECT_EQ(activations.at(1).at(0).toLongLong(), 16);
    EXPECT_EQ(activations.at(2).at(0).toLongLong(), 12);
}

TEST_F(EnforcementViewTest, escape_clearsTheSelectionAndFollowsAtTheTop) {
    load(20);
    showView();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(18, Column::Rule));
    EXPECT_FALSE(view.isFollowing());
    QTest::keyClick(&view, Qt::Key_Escape);
    EXPECT_FALSE(view.selectionModel()->hasSelection());
    EXPECT_TRUE(view.isFollowing());
}

TEST_F(EnforcementViewTest, letters_searchNothing) {
    load(20);
    showView();
    const core::Id before = view.currentId();
    QTest::keyClicks(&view, QStringLiteral("1"));
    EXPECT_EQ(view.currentId(), before);
}

TEST_F(EnforcementViewTest, headerClicks_sortByThatColumnAndBack) {
    load(20);
    showView();
    EXPECT_EQ(proxy.sortedColumn(), Column::Created);
    EXPECT_EQ(proxy.sortDirection(), Qt::DescendingOrder);
    for (const auto& info : core::columns()) {
        if (info.isOptional)
            continue;
        clickHeader(info.column);
        EXPECT_EQ(proxy.sortedColumn(), info.column);
        EXPECT_EQ(view.horizontalHeader()->sortIndicatorSection(), static_cast<int>(info.column));
        const auto direction = proxy.sortDirection();
        clickHeader(info.column);
        EXPECT_NE(proxy.sortDirection(), direction);
    }
}

TEST_F(EnforcementViewTest, sorting_keepsTheSelectedRowInView) {
    load(300);
    showView();
    ASSERT_TRUE(view.setCurrentId(20));
    settle();
    clickHeader(Column::Id);
    EXPECT_EQ(view.currentId(), 20);
    EXPECT_TRUE(view.viewport()->rect().contains(middleOf(20, Column::Id)));
}

TEST_F(EnforcementViewTest, menuOfACell_filtersByItsValue) {
    load(20);
    showView();
    QSignalSpy requests(&view, &EnforcementView::valueFilterRequested);
    choose(15, Column::Rule, QStringLiteral("Only this value"));
    choose(15, Column::Event, QStringLiteral("Only this value"));
    choose(15, Column::Status, QStringLiteral("Exclude this value"));
    ASSERT_EQ(requests.count(), 3);
    EXPECT_EQ(requests.at(0).at(0).value<Column>(), Column::Rule);
    EXPECT_EQ(requests.at(0).at(1).toString(), QStringLiteral("ops.disk_full"));
    EXPECT_FALSE(requests.at(0).at(2).toBool());
    EXPECT_EQ(requests.at(1).at(1).toString(), QStringLiteral("90015"));
    EXPECT_EQ(requests.at(2).at(1).toString(), QStringLiteral("created"));
    EXPECT_TRUE(requests.at(2).at(2).toBool());
}

TEST_F(EnforcementViewTest, menuOfAnEmptyCell_filtersByThat) {
    load(20);
    showView();
    QSignalSpy requests(&view, &EnforcementView::valueFilterRequested);
    choose(15, Column::Took, QStringLiteral("Only those without a value"));
    choose(15, Column::Resolved, QStringLiteral("Exclude those without a value"));
    ASSERT_EQ(requests.count(), 2);
    EXPECT_EQ(requests.at(0).at(0).value<Column>(), Column::Took);
    EXPECT_EQ(requests.at(0).at(1).toString(), QString());
    EXPECT_TRUE(requests.at(1).at(2).toBool());
    QMenu* menu = openMenu(15, Column::Took);
    EXPECT_FALSE(action(menu, QStringLiteral("Copy value"))->isEnabled()) << "not resolved yet";
    EXPECT_TRUE(action(menu, QStringLiteral("Copy row"))->isEnabled());
    menu->close();
}

TEST_F(EnforcementViewTest, menuOfAnAge_filtersByTheTimeOfCreation) {
    load(20);
    view.setColumnHidden(static_cast<int>(Column::Age), false);
    view.setColumnWidth(static_cast<int>(Column::Age), 80);
    showView();
    QSignalSpy requests(&view, &EnforcementView::valueFilterRequested);
    choose(15, Column::Age, QStringLiteral("Only this value"));
    ASSERT_EQ(requests.count(), 1);
    EXPECT_EQ(requests.at(0).at(0).value<Column>(), Column::Created);
    EXPECT_EQ(requests.at(0).at(1).toString(), QStringLiteral("2026-06-01T00:00:15.000000Z"));
}

TEST_F(EnforcementViewTest, copies_areInTheServersWords) {
    load(20);
    showView();
    choose(15, Column::Event, QStringLiteral("Copy value"));
    EXPECT_EQ(clipboard(), QStringLiteral("90015"));
    choose(15, Column::Event, QStringLiteral("Copy row"));
    EXPECT_EQ(clipboard(), QStringLiteral("15\tops.disk_full\tmon.disk\t90015\tall\tcreated\t"
                                          "2026-06-01T00:00:15.000000Z\t\t"));
    choose(15, Column::Event, QStringLiteral("Copy as JSON"));
    EXPECT_TRUE(clipboard().startsWith(QStringLiteral("{\"id\":15,")));
    EXPECT_TRUE(clipboard().contains(QStringLiteral("\"rule_ref\":\"ops.disk_full\"")));
}

TEST_F(EnforcementViewTest, copyKey_takesAllSelectedRowsFromTheTop) {
    load(20);
    showView();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(15, Column::Rule));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, middleOf(18, Column::Rule));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = clipboard().split(u'\n');
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines.at(0).startsWith(QStringLiteral("18\t")));
    EXPECT_TRUE(lines.at(1).startsWith(QStringLiteral("15\t")));
}

TEST_F(EnforcementViewTest, keyboardMenu_isForTheCurrentCell) {
    load(20);
    showView();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(11, Column::Trigger));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(view.viewport(), &event);
    QSignalSpy requests(&view, &EnforcementView::valueFilterRequested);
    for (auto* menu : view.findChildren<QMenu*>()) {
        if (menu->isVisible())
            action(menu, QStringLiteral("Only this value"))->trigger();
    }
    ASSERT_EQ(requests.count(), 1);
    EXPECT_EQ(requests.at(0).at(1).toString(), QStringLiteral("mon.disk"));
}

TEST_F(EnforcementViewTest, emptyTable_saysWhyAndWhatToDo) {
    showView();
    view.setEmptyMessage(QStringLiteral("No enforcement matches <b>these</b> filters."),
                         QStringLiteral("Clear filters"));
    const auto* label = view.findChild<QLabel*>();
    ASSERT_NE(label, nullptr);
    EXPECT_TRUE(label->isVisible());
    EXPECT_EQ(label->text(), QStringLiteral("No enforcement matches <b>these</b> filters."));
    EXPECT_EQ(label->textFormat(), Qt::PlainText);
    QSignalSpy triggered(&view, &EnforcementView::emptyActionTriggered);
    QTest::mouseClick(view.findChild<QPushButton*>(), Qt::LeftButton);
    EXPECT_EQ(triggered.count(), 1);
    load(1);
    settle();
    EXPECT_FALSE(label->isVisible());
    core::EnforcementFilter filter;
    filter.event = 1;
    proxy.setFilter(filter);
    settle();
    EXPECT_TRUE(label->isVisible());
}

TEST_F(EnforcementViewTest, toolTips_giveTheWholeValueAsText) {
    core::EnforcementRow row = nextRow("<b>x</b>." + std::string(3000, 'y'));
    load(3);
    table.apply(test::batch(row));
    showView();
    EXPECT_TRUE(toolTipAt(row.id, Column::Rule).contains(QStringLiteral("&lt;b&gt;x&lt;/b&gt;.yyy")));
    EXPECT_TRUE(toolTipAt(2, Column::Created).contains(QStringLiteral("UTC")));
    QToolTip::hideText();
}

TEST_F(EnforcementViewTest, waitingRows_ageOnceASecondWhileSeen) {
    load(20);
    table.apply(test::batch(test::resolved(test::makeRow(vocabulary, 10))));
    showView();
    clock.setNow(test::second(100));
    clock.advance(1s);
    settle();
    const QImage waiting = cell(11, Column::Took);
    const QImage done = cell(10, Column::Took);
    const QModelIndex took = proxy.index(proxy.rowOfId(11), static_cast<int>(Column::Took));
    EXPECT_EQ(took.data().toString(), QStringLiteral("1 min 30 s"));
    clock.advance(1s);
    settle();
    EXPECT_EQ(took.data().toString(), QStringLiteral("1 min 31 s"));
    EXPECT_NE(cell(11, Column::Took), waiting);
    EXPECT_EQ(cell(10, Column::Took), done);
    view.hide();
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(EnforcementViewTest, modelTakenAway_leavesAnEmptyView) {
    load(20);
    showView();
    view.setEnforcementModel(nullptr);
    settle();
    clock.advance(5s);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_EQ(view.currentId(), core::UnknownId);
    view.setEnforcementModel(&proxy);
    settle();
    EXPECT_EQ(idAtY(1), newestId());
}

} // namespace attune::widgets
