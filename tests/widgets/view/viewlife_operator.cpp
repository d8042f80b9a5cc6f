// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "viewlife.h"

#include <QContextMenuEvent>
#include <QTest>
#include <QWheelEvent>

// What the operator does, with mouse and keyboard.
namespace attune::widgets {

using core::Column;
using core::Id;

void ViewLife::filter() {
    const Eye before = look();
    core::EnforcementFilter filter;
    if (pick(3) == 0)
        filter.statuses = {pick(2) == 0 ? QStringLiteral("created") : QStringLiteral("processed")};
    if (pick(3) == 0)
        filter.rule = core::TermFilter::parse(pick(2) == 0 ? u"r1 " : u"-*.r2");
    proxy.setFilter(filter);
    settle();
    expectSelection(before);
    expectEditor();
}

void ViewLife::sort() {
    const Eye before = look();
    QHeaderView& header = *view.horizontalHeader();
    const int column = pick(header.count());
    if (header.isSectionHidden(column))
        return;
    const QPoint title(header.sectionViewportPosition(column) + header.sectionSize(column) / 2, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, title);
    settle();
    expectSelection(before);
    expectEditor();
}

void ViewLife::click() {
    const Id id = someIdInSight();
    if (id == core::UnknownId)
        return;
    const QPoint place(middleOf(id, Column::Rule).x(), std::clamp(topOf(id) + rowHeight() / 2, 0, 1'000));
    if (!view.viewport()->rect().contains(place))
        return;
    const bool adds = pick(4) == 0;
    std::set<Id> expected = adds ? selectedIds() : std::set<Id>();
    if (!expected.erase(id))
        expected.insert(id);
    const int top = topOf(id);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, adds ? Qt::ControlModifier : Qt::NoModifier, place);
    settle();
    ASSERT_EQ(selectedIds(), expected);
    ASSERT_EQ(view.currentId(), id);
    // Qt brings a row that is only partly in sight into it.
    if (top >= 0 && top + rowHeight() <= view.viewport()->height()) {
        ASSERT_EQ(topOf(id), top);
    }
}

void ViewLife::wheel() {
    const Eye before = look();
    const int pixels = pick(200) - 110;
    const QPointF place(100, 60);
    QWheelEvent event(place, view.viewport()->mapToGlobal(place), QPoint(0, pixels), QPoint(0, pixels), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
    settle();
    const QScrollBar& bar = *view.verticalScrollBar();
    ASSERT_TRUE(pixels > 0 ? bar.value() <= before.scrolled : bar.value() >= before.scrolled);
    if (bar.value() != before.scrolled) {
        ASSERT_EQ(view.isFollowing(), bar.value() == 0);
    }
    expectSelection(before);
}

void ViewLife::press() {
    const Eye before = look();
    constexpr Qt::Key Keys[] = {Qt::Key_Down, Qt::Key_Up,  Qt::Key_PageDown, Qt::Key_PageUp,
                                Qt::Key_Home, Qt::Key_End, Qt::Key_Escape};
    const Qt::Key key = Keys[pick(std::size(Keys))];
    const int row = proxy.rowOfId(before.current);
    QTest::keyClick(&view, key);
    settle();
    if (key == Qt::Key_Home) {
        ASSERT_TRUE(view.isFollowing());
        ASSERT_EQ(view.verticalScrollBar()->value(), 0);
    } else if (key == Qt::Key_Escape) {
        ASSERT_TRUE(selectedIds().empty());
    } else if (key == Qt::Key_Down && row >= 0 && row + 1 < proxy.rowCount()) {
        ASSERT_EQ(proxy.rowOfId(view.currentId()), row + 1);
        ASSERT_EQ(selectedIds(), std::set{view.currentId()});
    }
}

void ViewLife::openMenu() {
    const Id id = someIdInSight();
    if (id == core::UnknownId)
        return;
    const QPoint place(middleOf(id, Column::Rule).x(), topOf(id) + rowHeight() / 2);
    if (!view.viewport()->rect().contains(place))
        return;
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, view.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view.viewport(), &event);
    settle();
    for (QMenu* menu : view.findChildren<QMenu*>()) {
        if (menu->isVisible())
            m_menu = menu;
    }
    ASSERT_TRUE(m_menu);
    ASSERT_EQ(view.currentId(), id);
    ASSERT_FALSE(view.isFollowing());
    m_menuValue = vocabulary.refs.text(proxy.rowAt(proxy.rowOfId(id)).ruleRef);
}

/// What it offers is still about the row that it was opened on.
void ViewLife::leaveMenu() {
    ASSERT_TRUE(m_menu->isVisible());
    if (pick(2) == 0) {
        QTest::keyClick(m_menu.data(), Qt::Key_Escape);
    } else {
        ++m_menusUsed;
        QTest::keyClick(m_menu.data(), Qt::Key_T); // only this value
    }
    ASSERT_TRUE(test::waitFor([this] { return m_menu.isNull(); }));
    view.setFocus();
}

void ViewLife::type() {
    m_editor.setFocus();
    if (m_typed.size() > 20)
        m_editor.clear();
    QTest::keyClick(&m_editor, static_cast<Qt::Key>(Qt::Key_A + pick(26)));
    if (pick(2) == 0)
        QTest::keyClick(&m_editor, Qt::Key_Left);
    m_typed = m_editor.text();
    m_caret = m_editor.cursorPosition();
    if (pick(2) == 0)
        view.setFocus();
}

} // namespace attune::widgets
